package org.terminal30.agent.bay;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.alarm.Alarm;
import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.alarm.Cause;
import org.terminal30.agent.alarm.Priority;
import org.terminal30.agent.alarm.Shelf;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.signal.Indication;
import org.terminal30.hardware.signal.Light;
import org.terminal30.hardware.signal.Tone;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of what the bay shows and sounds (rule B4). An alarm is written {@code priority state}, silenced with a {@code ~}. */
class BaySignalsTest {
    private static Alarm alarm(int sequence, String text) {
        List<String> words = List.of(text.strip().split(" ", -1));
        boolean silenced = words.getLast().endsWith("~");
        AlarmState state = AlarmState.valueOf(words.getLast().replace("~", ""));
        @Nullable
        Shelf shelf = state == AlarmState.SHELVED ? new Shelf("Anna", "known", 99) : null;
        Cause cause = new Cause(EventKind.CRITICAL, Priority.valueOf(words.getFirst()), false, sequence, 0);
        return new Alarm(sequence, Channel.ONBOARD, cause, state, true, new Alarm.Timing(1, 1, silenced ? 31 : 0),
                shelf, 1);
    }

    @ParameterizedTest(name = "{0}, {1}, [{2}]: {3} {4} {5} {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # watching | vehicle | alarms                                                   | green  | amber    | red      | tone
            watching   | vehicle | -                                                        | STEADY | OFF      | OFF      | SILENT
            watching   | none    | -                                                        | OFF    | OFF      | OFF      | SILENT
            blind      | vehicle | -                                                        | OFF    | STEADY   | OFF      | SILENT
            blind      | none    | -                                                        | OFF    | STEADY   | OFF      | SILENT
            watching   | vehicle | CRITICAL UNACKNOWLEDGED                                  | OFF    | OFF      | FLASHING | CRITICAL
            watching   | vehicle | CRITICAL RETURNED_UNACKNOWLEDGED                         | OFF    | OFF      | FLASHING | CRITICAL
            watching   | vehicle | CRITICAL LATCHED_UNACKNOWLEDGED                          | OFF    | OFF      | FLASHING | CRITICAL
            watching   | none    | CRITICAL LATCHED_UNACKNOWLEDGED                          | OFF    | OFF      | FLASHING | CRITICAL
            watching   | vehicle | CRITICAL ACKNOWLEDGED                                    | OFF    | OFF      | STEADY   | SILENT
            watching   | vehicle | CRITICAL LATCHED_ACKNOWLEDGED                            | OFF    | OFF      | STEADY   | SILENT
            watching   | vehicle | CRITICAL SHELVED                                         | OFF    | STEADY   | OFF      | SILENT
            watching   | vehicle | STATUS SUPPRESSED                                        | OFF    | STEADY   | OFF      | SILENT
            watching   | vehicle | WARNING UNACKNOWLEDGED                                   | OFF    | FLASHING | OFF      | WARNING
            watching   | vehicle | WARNING RETURNED_UNACKNOWLEDGED                          | OFF    | FLASHING | OFF      | WARNING
            watching   | vehicle | WARNING ACKNOWLEDGED                                     | OFF    | STEADY   | OFF      | SILENT
            watching   | vehicle | CRITICAL UNACKNOWLEDGED~                                 | OFF    | OFF      | FLASHING | SILENT
            watching   | vehicle | WARNING UNACKNOWLEDGED~                                  | OFF    | FLASHING | OFF      | SILENT
            watching   | vehicle | WARNING UNACKNOWLEDGED; CRITICAL UNACKNOWLEDGED          | OFF    | FLASHING | FLASHING | CRITICAL
            watching   | vehicle | CRITICAL UNACKNOWLEDGED; WARNING UNACKNOWLEDGED          | OFF    | FLASHING | FLASHING | CRITICAL
            watching   | vehicle | CRITICAL UNACKNOWLEDGED~; WARNING UNACKNOWLEDGED         | OFF    | FLASHING | FLASHING | WARNING
            watching   | vehicle | CRITICAL ACKNOWLEDGED; CRITICAL UNACKNOWLEDGED           | OFF    | OFF      | FLASHING | CRITICAL
            blind      | vehicle | CRITICAL UNACKNOWLEDGED                                  | OFF    | STEADY   | FLASHING | CRITICAL
            blind      | vehicle | WARNING UNACKNOWLEDGED                                   | OFF    | FLASHING | OFF      | WARNING
            """)
    void state_isShownAndSounded(String watching, String vehicle, @Nullable String alarms, Light green, Light amber,
            Light red, Tone tone) {
        List<String> texts = alarms == null ? List.of() : List.of(alarms.split(";", -1));
        List<Alarm> open = IntStream.range(0, texts.size()).mapToObj(i -> alarm(i + 1, texts.get(i))).toList();

        assertThat(BaySignals.of(
                new BaySignals.BayState(open, watching.equals("watching"), vehicle.equals("vehicle"),
                        null, false)))
                .isEqualTo(new Indication(green, amber, red, tone));
    }

    @ParameterizedTest(name = "{0}, {1}, [{2}]: {3} {4} {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GREEN | watching | -                       | STEADY | OFF      | OFF
            GREEN | watching | STATUS SUPPRESSED       | STEADY | STEADY   | OFF
            GREEN | watching | CRITICAL UNACKNOWLEDGED | OFF    | OFF      | FLASHING
            GREEN | watching | CRITICAL ACKNOWLEDGED   | OFF    | OFF      | STEADY
            GREEN | blind    | -                       | OFF    | STEADY   | OFF
            WHITE | watching | -                       | OFF    | OFF      | OFF
            AMBER | watching | -                       | OFF    | STEADY   | OFF
            AMBER | watching | WARNING UNACKNOWLEDGED  | OFF    | FLASHING | OFF
            RED   | watching | -                       | OFF    | OFF      | STEADY
            """)
    void verdict_isShownByTheLight(Tint verdict, String watching, @Nullable String alarm, Light green, Light amber,
            Light red) {
        List<Alarm> open = alarm == null ? List.of() : List.of(alarm(1, alarm));
        Indication shown = BaySignals
                .of(new BaySignals.BayState(open, watching.equals("watching"), true, verdict, false));
        assertThat(List.of(shown.green(), shown.amber(), shown.red())).containsExactly(green, amber, red);
    }

    @Test
    void alarmWithNobodyThere_isShownAndNotHeard() {
        Indication shown = BaySignals.of(
                new BaySignals.BayState(List.of(alarm(1, "CRITICAL UNACKNOWLEDGED")), true, true, null, true));

        assertThat(shown).isEqualTo(new Indication(Light.OFF, Light.OFF, Light.FLASHING, Tone.SILENT));
    }
}
