package org.terminal30.hardware.signal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.signal.SignalLines.Line;
import org.terminal30.hardware.simulated.SimulatedGpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A panel on simulated lines, through Pi4J; the time is the test's. */
class SignalPanelTest {
    private static final long MILLI = 1_000_000L;
    private static final int GREEN = 5;
    private static final int AMBER = 6;
    private static final int RED = 13;
    private static final int BUZZER = 19;
    private static final int BUTTON = 26;
    private static final Indication CALM = new Indication(Light.STEADY, Light.OFF, Light.OFF, Tone.SILENT);
    private static final Indication ALARMED = new Indication(Light.OFF, Light.OFF, Light.FLASHING, Tone.CRITICAL);

    private final SimulatedGpio gpio = new SimulatedGpio();
    private int presses;
    private Indication shown = Indication.DARK;
    private long now = 5_000 * MILLI;
    private final SignalPanel panel = new SignalPanel(gpio.header(),
            new SignalLines(new Line(GREEN, false), new Line(AMBER, false), new Line(RED, true),
                    new Line(BUZZER, false), new Line(BUTTON, true)));

    @AfterEach
    void close() {
        panel.release();
    }

    private void pass(long millis) {
        for (long end = now + millis * MILLI; now < end; now += 10 * MILLI) {
            panel.show(shown, now);
            presses += panel.turn(now) ? 1 : 0;
        }
    }

    @Test
    void linesAreDarkAndSilentFromTheirFirstMoment_activeLowOnesHigh() {
        pass(10);

        assertThat(gpio.history(RED)).as("active low").containsExactly(true);
        assertThat(gpio.history(GREEN)).containsExactly(false);
        assertThat(gpio.history(BUZZER)).containsExactly(false);
        assertThat(panel.trouble()).isNull();
    }

    @Test
    void wanted_isOnTheLinesAtTheNextTurn() {
        shown = CALM;
        pass(10);
        assertThat(gpio.isHigh(GREEN)).isTrue();

        panel.show(ALARMED, now);
        panel.turn(now);
        assertThat(gpio.isHigh(GREEN)).isFalse();
        assertThat(gpio.isHigh(RED)).as("lit").isFalse();
        assertThat(gpio.isHigh(BUZZER)).isTrue();
    }

    @Test
    void panelThatNobodyTellsAnythingAnyMore_isAmberAndNeverGreen_andGoesOnAlarming() {
        shown = CALM;
        pass(100);
        for (int i = 0; i < 200; i++, now += 10 * MILLI) {
            panel.turn(now);
        }
        assertThat(gpio.isHigh(GREEN)).isFalse();
        assertThat(gpio.isHigh(AMBER)).isTrue();

        shown = ALARMED;
        pass(100);
        int beeps = gpio.history(BUZZER).size();
        for (int i = 0; i < 200; i++, now += 10 * MILLI) {
            panel.turn(now);
        }
        assertThat(gpio.history(BUZZER)).hasSizeGreaterThan(beeps + 10);
    }

    @Test
    void machineWithoutGpio_isReportedAndAskedAgain() {
        SignalPanel elsewhere = new SignalPanel(new PinHeader(() -> {
            throw new IllegalStateException("no such board");
        }), new SignalLines(new Line(GREEN, false), null, null, null, new Line(BUTTON, true)));
        elsewhere.turn(now);
        elsewhere.turn(now + 150 * MILLI);

        assertThat(elsewhere.trouble()).isEqualTo(
                "green light on GPIO 5 fails: no such board; acknowledge button on GPIO 26 fails: no such board");
        assertThat(elsewhere.failures()).isEqualTo(4);
        elsewhere.release();
    }

    @Test
    void lineThatNeedsNoChange_isNotWritten() {
        shown = CALM;
        pass(1_000);
        gpio.fail(GREEN, "would be noticed");
        pass(1_000);

        assertThat(panel.trouble()).isNull();
    }

    @Test
    void lightThatFails_isReportedAndCountedAndHoldsUpNoOther_andWorksAgain() {
        shown = CALM;
        pass(10);
        gpio.fail(RED, "no such device");
        shown = ALARMED;
        pass(10);

        assertThat(gpio.isHigh(BUZZER)).isTrue();
        assertThat(panel.trouble()).isEqualTo("red light on GPIO 13 fails: GPIO 13: no such device");
        pass(20_000);
        assertThat(panel.failures()).as("tried after 0.1, 0.2, 0.4 … 5 s").isBetween(7L, 11L);

        gpio.heal(RED);
        pass(5_500);
        assertThat(panel.trouble()).isNull();
        int flashes = gpio.history(RED).size();
        pass(1_000);
        assertThat(gpio.history(RED)).hasSizeGreaterThan(flashes + 2);
    }

    @Test
    void lineThatCannotBeHad_isAskedForAgain() {
        gpio.refuse(GREEN, "held by another program");
        shown = CALM;
        pass(10);
        assertThat(panel.trouble()).contains("green light on GPIO 5", "held by another program");

        gpio.heal(GREEN);
        pass(200);
        assertThat(panel.trouble()).isNull();
        assertThat(gpio.isHigh(GREEN)).isTrue();
    }

    @Test
    void button_isPulledUpAndTellsEachPressOnce() {
        pass(100);
        gpio.drive(BUTTON, false);
        pass(500);
        gpio.drive(BUTTON, true);
        pass(500);
        assertThat(presses).isEqualTo(1);

        gpio.drive(BUTTON, false);
        pass(100);
        assertThat(presses).isEqualTo(2);
    }

    @Test
    void buttonHeldAtTheStart_isReportedAndPressesNothing_untilItIsLetGo() {
        gpio.drive(BUTTON, false);
        pass(2_000);
        assertThat(presses).isZero();
        assertThat(panel.trouble()).contains("acknowledge button on GPIO 26 is held or stuck");
        assertThat(panel.failures()).as("the line itself works").isZero();

        gpio.drive(BUTTON, true);
        pass(100);
        assertThat(panel.trouble()).isNull();
        gpio.drive(BUTTON, false);
        pass(100);
        assertThat(presses).isEqualTo(1);
    }

    @Test
    void buttonThatCannotBeRead_isReportedAndDoesNotPressByComingBack() {
        pass(100);
        gpio.fail(BUTTON, "gone");
        pass(100);
        assertThat(panel.trouble()).contains("acknowledge button on GPIO 26 fails: GPIO 26: gone");

        gpio.drive(BUTTON, false);
        gpio.heal(BUTTON);
        pass(6_000);
        assertThat(presses).isZero();
        assertThat(panel.trouble()).contains("held or stuck");
    }

    @Test
    void done_beepsOnce() {
        pass(10);
        panel.done();
        pass(2_000);
        assertThat(gpio.history(BUZZER)).containsExactly(false, true, false);
    }

    @Test
    void release_leavesEverythingOffAndTheLinesFree() {
        shown = ALARMED;
        pass(10);
        panel.release();

        assertThat(gpio.isHigh(RED)).as("active low").isTrue();
        assertThat(gpio.isHigh(BUZZER)).isFalse();
        SignalPanel next = new SignalPanel(gpio.header(),
                new SignalLines(null, null, new Line(RED, true), null, null));
        next.turn(now);
        assertThat(next.trouble()).isNull();
        next.release();
    }

    @Test
    void bayWithoutAnyLine_hasNoTrouble() {
        SignalPanel none = new SignalPanel(gpio.header(), SignalLines.NONE);
        none.show(ALARMED, now);
        none.turn(now);
        assertThat(none.trouble()).isNull();
        none.release();
    }

    @Test
    void lines_areOfTheHeaderAndUsedOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Line(28, false))
                .withMessage("GPIO is 28, must be from 4 to 27");
        assertThatIllegalArgumentException().isThrownBy(() -> new Line(3, false)).withMessageContaining("3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignalLines(new Line(5, false), null, new Line(5, true), null, null))
                .withMessage("GPIO 5 is used twice, must be used once");
    }
}
