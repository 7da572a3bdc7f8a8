package org.terminal30.hardware.simulated;

import com.pi4j.exception.Pi4JException;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.simulated.SimulatedAds1115.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatedAds1115Test {
    private static final int START_AIN0_4V_860 = 0xC3E3;
    private static final long CONVERSION_NANOS = 1_162_791;

    private long now = 1_000_000;
    private double[] pinVolts = {1.0, 2.0, 3.0, 4.0};
    private final SimulatedAds1115 chip = new SimulatedAds1115(() -> now, (pin, nanos) -> pinVolts[pin], 1.0);

    private void write(int register, int value) {
        chip.write(register, new byte[]{(byte) (value >> 8), (byte) value}, 0, 2);
    }

    private int read(int register) {
        byte[] word = new byte[2];
        chip.read(register, word, 0, 2);
        return (word[0] & 0xFF) << 8 | (word[1] & 0xFF);
    }

    @Test
    void freshChip_hasTheResetValuesOfTheDatasheet() {
        assertThat(read(1)).isEqualTo(0x8583);
        assertThat(read(2)).isEqualTo(0x8000);
        assertThat(read(3)).isEqualTo(0x7FFF);
    }

    @Test
    void conversion_isReadyAfterItsTimeAndNotBefore() {
        write(1, START_AIN0_4V_860);
        now += CONVERSION_NANOS - 1_000;
        assertThat(read(1)).isEqualTo(START_AIN0_4V_860 & 0x7FFF);
        assertThat(read(0)).isZero();

        now += 2_000;
        assertThat(read(1)).isEqualTo(START_AIN0_4V_860);
        assertThat(read(0)).isEqualTo(8_000);
    }

    @Test
    void multiplexerAndAmplifier_chooseThePinAndItsScale() {
        write(1, 0xF3E3);
        now += 2 * CONVERSION_NANOS;
        assertThat(read(0)).isEqualTo(32_000);
        write(1, 0xD5E3);
        now += 2 * CONVERSION_NANOS;
        assertThat(read(0)).as("2.0 V at 2.048 V").isEqualTo(32_000);
        write(1, 0xE5E3);
        now += 2 * CONVERSION_NANOS;
        assertThat(read(0)).as("3.0 V at 2.048 V").isEqualTo(0x7FFF);
    }

    @Test
    void pinBelowGround_isClampedByTheProtection() {
        pinVolts = new double[]{-2, 0, 0, 0};
        write(1, START_AIN0_4V_860);
        now += 2 * CONVERSION_NANOS;

        assertThat((short) read(0)).isEqualTo((short) -2_400);
    }

    @Test
    void continuousMode_goesOnByItself() {
        write(1, START_AIN0_4V_860 & ~(1 << 8) & 0x7FFF);
        now += CONVERSION_NANOS + 1_000;
        assertThat(read(0)).isEqualTo(8_000);
        pinVolts = new double[]{2.0, 0, 0, 0};
        now += CONVERSION_NANOS;
        assertThat(read(0)).isEqualTo(16_000);
        assertThat(chip.conversions()).isEqualTo(2);
    }

    @Test
    void brokenChip_failsInItsWay() {
        chip.fail(Fault.NEVER_READY);
        write(1, START_AIN0_4V_860);
        now += 1_000 * CONVERSION_NANOS;
        assertThat(read(1) >> 15).isZero();

        chip.fail(Fault.READS_ONES);
        assertThat(read(2)).isEqualTo(0xFFFF);

        chip.fail(Fault.NO_ACKNOWLEDGE);
        assertThatThrownBy(() -> read(0)).isInstanceOf(Pi4JException.class);
    }

    @Test
    void rateBeyondTheDatasheet_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SimulatedAds1115(() -> 0, (pin, nanos) -> 0, 1.2))
                .withMessage("rateTolerance is 1.2, must be within 0.9 and 1.1");
    }
}
