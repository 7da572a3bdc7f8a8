package org.terminal30.hardware.calibration;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class CalibrationTest {
    @Test
    void identity_changesNothing() {
        assertThat(Calibration.IDENTITY.apply(12.34)).isEqualTo(12.34);
    }

    @Test
    void lineThroughTwoPoints_givesTheTrueValueAtBothAndBetween() {
        Calibration calibration = Calibration.throughPoints(9.90, 10.00, 14.95, 15.00);

        assertThat(calibration.apply(9.90)).isCloseTo(10.00, within(1e-12));
        assertThat(calibration.apply(14.95)).isCloseTo(15.00, within(1e-12));
        assertThat(calibration.apply((9.90 + 14.95) / 2)).isCloseTo(12.50, within(1e-12));
    }

    @Test
    void twoEqualReadings_areRefusedBecauseNoLineGoesThroughThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.throughPoints(12, 10, 12, 15))
                .withMessageContaining("both readings are 12.0").withMessageContaining("two different voltages");
    }

    @Test
    void gainOfNothingOrBeyondReason_isRefusedWithItsRange() {
        for (double gain : new double[]{0, Double.NaN, Double.POSITIVE_INFINITY, 1001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(gain, 0))
                    .withMessage("gain is %s, must be within -1000.0 and 1000.0 and not 0", gain);
        }
    }

    @Test
    void offsetBeyondReason_isRefusedWithItsRange() {
        for (double offset : new double[]{Double.NaN, Double.NEGATIVE_INFINITY, -1001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Calibration(1, offset))
                    .withMessage("offset is %s, must be within -1000.0 and 1000.0", offset);
        }
    }

    @Test
    void defaultsOfAVoltageChannel_areIdentityAndTheRangeOfTheBox() {
        ChannelScale scale = ChannelScale.uncalibrated(Channel.ONBOARD);

        assertThat(scale.calibration()).isEqualTo(Calibration.IDENTITY);
        assertThat(scale.plausible()).isEqualTo(new PlausibleRange(-5, 28));
        assertThat(ChannelScale.uncalibrated(Channel.BACKUP_CURRENT).plausible()).isEqualTo(PlausibleRange.AMPERES);
    }

    @Test
    void plausibleRange_holdsItsEndsAndRefusesNaN() {
        assertThat(PlausibleRange.VOLTS.contains(-5)).isTrue();
        assertThat(PlausibleRange.VOLTS.contains(28)).isTrue();
        assertThat(PlausibleRange.VOLTS.contains(28.001)).isFalse();
        assertThat(PlausibleRange.VOLTS.contains(-5.001)).isFalse();
        assertThat(PlausibleRange.VOLTS.contains(Double.NaN)).isFalse();
    }

    @Test
    void rangeTurnedRoundOrEndless_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlausibleRange(5, 5))
                .withMessage("plausible range is 5.0 to 5.0, min must be below max and both finite");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlausibleRange(0, Double.POSITIVE_INFINITY));
    }
}
