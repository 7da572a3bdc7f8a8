package org.terminal30.hardware.signal;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignalPlayerTest {
    private static final long MILLI = 1_000_000L;
    private static final Indication CALM = new Indication(Light.STEADY, Light.OFF, Light.OFF, Tone.SILENT);
    private static final Indication WARNED = new Indication(Light.OFF, Light.FLASHING, Light.OFF, Tone.WARNING);
    private static final Indication ALARMED = new Indication(Light.OFF, Light.OFF, Light.FLASHING, Tone.CRITICAL);

    private final SignalPlayer player = new SignalPlayer();
    private long now = 77 * MILLI;

    private SignalPlayer.Levels at(Indication indication) {
        return player.at(indication, false, now);
    }

    /** How long the buzzer is on and off in turn over a time, in milliseconds; the last stretch is cut off. */
    private List<Integer> beeps(Indication indication, boolean done, int millis) {
        List<Integer> stretches = new ArrayList<>();
        boolean last = true;
        int length = 0;
        for (int i = 0; i < millis; i++, now += MILLI) {
            boolean on = player.at(indication, done && i == 0, now).buzzer();
            if (on != last) {
                stretches.add(length);
                length = 0;
                last = on;
            }
            length++;
        }
        stretches.add(length);
        return stretches;
    }

    @Test
    void nothingToSay_isDark() {
        assertThat(at(Indication.DARK)).isEqualTo(new SignalPlayer.Levels(false, false, false, false));
    }

    @Test
    void steadyLight_staysLit() {
        for (int i = 0; i < 1_000; i++, now += MILLI) {
            assertThat(at(CALM)).isEqualTo(new SignalPlayer.Levels(true, false, false, false));
        }
    }

    @Test
    void alarm_lightsAndSoundsInTheVeryMomentWhateverWasShown() {
        beeps(WARNED, false, 333);
        assertThat(at(ALARMED)).isEqualTo(new SignalPlayer.Levels(false, false, true, true));
    }

    @Test
    void flashingLight_isLitHalfOfTheTimeTwiceASecond() {
        List<Boolean> lit = new ArrayList<>();
        for (int i = 0; i < 8; i++, now += 125 * MILLI) {
            lit.add(at(ALARMED).red());
        }
        assertThat(lit).containsExactly(true, true, false, false, true, true, false, false);
    }

    @Test
    void tones_areToldApartByTheirPace() {
        assertThat(beeps(ALARMED, false, 600)).containsExactly(150, 100, 150, 100, 100);
        assertThat(beeps(WARNED, false, 3_250)).containsExactly(120, 130, 120, 2_630, 120, 130);
        assertThat(beeps(CALM, true, 2_000)).as("done, once").containsExactly(600, 1_400);
    }

    @Test
    void whatChangesBesideATone_doesNotDisturbIt() {
        beeps(WARNED, false, 100);
        Indication greener = new Indication(Light.STEADY, Light.FLASHING, Light.OFF, Tone.WARNING);
        assertThat(beeps(greener, false, 100)).as("the first beep goes on to its end").containsExactly(20, 80);
    }

    @Test
    void rise_soundsFromItsBeginning() {
        beeps(WARNED, false, 400);
        assertThat(beeps(ALARMED, false, 250)).containsExactly(150, 100);
    }

    @Test
    void doneWhileSomethingSounds_isDrownedAndNotMadeUpFor() {
        assertThat(beeps(ALARMED, true, 250)).containsExactly(150, 100);
        assertThat(beeps(CALM, false, 1_000)).containsExactly(0, 1_000);
    }

    @Test
    void alarmDuringTheBeepOfDone_endsIt() {
        beeps(CALM, true, 100);
        beeps(ALARMED, false, 10);
        assertThat(at(CALM).buzzer()).isFalse();
    }

    @Test
    void repeatedRhythmWithoutAnOffForEachOn_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rhythm.repeated(100, 50, 100))
                .withMessageContaining("[100, 50, 100] ms, must be pairs");
        assertThatIllegalArgumentException().isThrownBy(() -> Rhythm.repeated(100, 0)).withMessageContaining("above 0");
    }

    @Test
    void moreConspicuousLight_prevails() {
        assertThat(Light.STEADY.or(Light.FLASHING)).isEqualTo(Light.FLASHING);
        assertThat(Light.STEADY.or(Light.OFF)).isEqualTo(Light.STEADY);
    }
}
