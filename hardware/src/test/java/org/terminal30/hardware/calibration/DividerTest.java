package org.terminal30.hardware.calibration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class DividerTest {
    @Test
    void standardDivider_bringsTheEndOfTheConverterToMoreThanAJumpStartNeedsToBeSeen() {
        assertThat(Divider.STANDARD.leadVolts(4.096)).isCloseTo(24.576, within(1e-9));
        assertThat(Divider.STANDARD.leadVolts(125e-6)).isCloseTo(0.75e-3, within(1e-12));
    }

    @Test
    void biasedDivider_keepsAReversedBatteryAboveGround() {
        Divider biased = new Divider(100_000, 13_300, 66_500, 3.3);

        assertThat(biased.pinVolts(-4.9)).isPositive();
        assertThat(biased.pinVolts(28)).isLessThan(3.3);
    }

    @Test
    void dividerOfTheBox_showsReversalAndJumpStartWithinAReferenceOfThreeVolts() {
        assertThat(Divider.BOX.pinVolts(-5)).isCloseTo(0.152, within(0.001));
        assertThat(Divider.BOX.pinVolts(28)).isCloseTo(2.715, within(0.001));
    }

    /** B2: 0.35–0.75 V is "lead off". The lead carries no current, so it stands at the voltage of the pin. */
    @Test
    void openLeadOfTheBox_readsAsLeadOff() {
        Divider box = Divider.BOX;
        double openVolts = box.biasVolts() * box.bottomOhms() / (box.bottomOhms() + box.biasOhms());

        assertThat(box.leadVolts(openVolts)).isCloseTo(openVolts, within(1e-9)).isBetween(0.35, 0.75);
    }

    @Test
    void leadAndPin_areEachOthersInverse() {
        Divider biased = new Divider(100_000, 13_300, 66_500, 3.3);
        for (double volts = -5; volts <= 28; volts += 0.5) {
            assertThat(biased.leadVolts(biased.pinVolts(volts))).isCloseTo(volts, within(1e-9));
            assertThat(Divider.STANDARD.leadVolts(Divider.STANDARD.pinVolts(volts))).isCloseTo(volts, within(1e-9));
            assertThat(Divider.NONE.pinVolts(volts)).isEqualTo(volts);
        }
    }

    @Test
    void resistorsThatCannotBe_areRefusedByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Divider.of(-1, 20_000))
                .withMessage("topOhms is -1.0, must be 0 or more");
        assertThatIllegalArgumentException().isThrownBy(() -> Divider.of(100_000, 0))
                .withMessage("bottomOhms is 0.0, must be above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Divider(1, 1, Double.NaN, 3.3))
                .withMessage("biasOhms is NaN, must be above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Divider(1, 1, 1, 12))
                .withMessage("biasVolts is 12.0, must be within -5.5 and 5.5");
    }
}
