package org.terminal30.hardware.simulated;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.simulated.SimulatedMcp3208.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames as figures 6-1 and 5-2 of the datasheet have them. */
class SimulatedMcp3208Test {
    private static final int CLOCK_HERTZ = 1_000_000;
    private static final double REFERENCE_VOLTS = 4.096;

    private long now = 1_000_000;
    private final double[] pinVolts = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 2.7};
    private final SimulatedMcp3208 chip = new SimulatedMcp3208(() -> now += 100, (pin, nanos) -> pinVolts[pin],
            REFERENCE_VOLTS);
    private final Context context = new SimulatedSpiProvider().with(0, 0, chip).newContext();
    private final Spi spi = context.create(
            Spi.newConfigBuilder(context).id("adc").bus(0).channel(0).baud(CLOCK_HERTZ).build());

    @AfterEach
    void closeTheContext() {
        context.shutdown();
    }

    private byte[] transfer(int... command) {
        byte[] write = new byte[command.length];
        for (int i = 0; i < command.length; i++) {
            write[i] = (byte) command[i];
        }
        byte[] read = new byte[command.length];
        spi.transfer(write, read);
        return read;
    }

    private static int counts(byte[] reply) {
        return (reply[1] & 0x0F) << 8 | (reply[2] & 0xFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void frameOfThreeBytes_readsThePinItNames(int pin) {
        assertThat(counts(transfer(0x06 | pin >> 2, (pin & 3) << 6, 0)))
                .isEqualTo((int) Math.round(pinVolts[pin] * 1000));
    }

    @Test
    void bitsBeforeTheNullBit_areNotDrivenAndTheNullBitIsLow() {
        byte[] reply = transfer(0x06, 0xC0, 0);

        assertThat(reply[0] & 0xFF).isEqualTo(0xFF);
        assertThat(reply[1] & 0xF0).as("three bits of a line that a resistor pulls up, then the null bit")
                .isEqualTo(0xE0);
    }

    @Test
    void resultClockedOn_comesAgainBackwardsFromItsSecondBitAndThenZeros() {
        pinVolts[0] = 2.749;
        byte[] reply = transfer(0x06, 0, 0, 0, 0, 0);

        assertThat(counts(reply)).isEqualTo(0b1010_1011_1101);
        assertThat(reply[3] & 0xFF).isEqualTo(0b0111_1010);
        assertThat(reply[4] & 0xFF).isEqualTo(0b1010_0000);
        assertThat(reply[5]).isZero();
    }

    @Test
    void startBitEarlier_movesTheWholeFrame() {
        byte[] reply = transfer(0b1111_1000, 0, 0);

        assertThat(((reply[0] & 0x01) << 16 | (reply[1] & 0xFF) << 8 | (reply[2] & 0xFF)) >>> 5 & 0xFFF)
                .as("pin 7 with the start bit first").isEqualTo(2700);
    }

    @Test
    void differentialPair_isTheDifferenceAndNeverBelowZero() {
        pinVolts[2] = 1.5;
        assertThat(counts(transfer(0x04, 0x80, 0))).as("CH2 to CH3").isEqualTo(1100);
        assertThat(counts(transfer(0x04, 0xC0, 0))).as("CH3 to CH2").isZero();
    }

    @Test
    void frameWithoutAStartBit_convertsNothing() {
        assertThat(transfer(0, 0, 0)).containsOnly(0xFF);
        assertThat(chip.conversions()).isZero();
    }

    @Test
    void pin_isHeldWithTheFallingEdgeOfTheEleventhClock() {
        transfer(0x06, 0, 0);
        long begin = chip.heldNanos() - 11_000;

        assertThat(begin).isEqualTo(1_000_100);
        assertThat(now).as("a transfer takes its 24 clocks").isBetween(begin + 24_000, begin + 24_200);
    }

    @Test
    void pinBeyondTheReference_readsTheEndOfTheRange() {
        pinVolts[0] = 7;
        pinVolts[1] = -3;
        assertThat(counts(transfer(0x06, 0, 0))).isEqualTo(4095);
        assertThat(counts(transfer(0x06, 0x40, 0))).isZero();
    }

    @Test
    void faults_readAsTheyWouldOnTheWire() {
        transfer(0x06, 0, 0);
        chip.fail(Fault.STUCK);
        assertThat(counts(transfer(0x07, 0xC0, 0))).as("the result of the last").isEqualTo(100);
        chip.fail(Fault.ABSENT_LINE_HIGH);
        assertThat(transfer(0x06, 0, 0)).containsOnly(0xFF);
        chip.fail(Fault.ABSENT_LINE_LOW);
        assertThat(transfer(0x06, 0, 0)).containsOnly(0);
        chip.fail(Fault.WRONG_BIT_ORDER);
        assertThat(counts(transfer(0x07, 0xC0, 0))).isEqualTo(Integer.reverse(2700) >>> 20);
    }

    @Test
    void errors_areThoseThatWereAskedFor() {
        var errors = new ConverterErrors(2, -3, 1, share -> share < 0.5 ? 1 : 0, 0);
        var wrong = new SimulatedMcp3208(() -> now += 100, (pin, nanos) -> pinVolts[pin], REFERENCE_VOLTS, errors, 1);
        try (var own = new SimulatedSpiProvider().with(0, 1, wrong).newContext()
                .create(Spi.newConfigBuilder(context).id("wrong").bus(0).channel(1).build())) {
            pinVolts[0] = 1.024;
            byte[] reply = new byte[3];
            own.transfer(new byte[]{0x06, 0, 0}, reply);
            assertThat(counts(reply)).as("1024 + 2 − 0.75 + 1").isEqualTo(1026);
        }
    }
}
