package org.terminal30.agent.alarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** States and actions of one alarm (rule B4, ISA-18.2). */
class AlarmBoardTest {
    @ParameterizedTest(name = "{0}: {1} leads to {2}")
    @CsvSource({
            "UNACKNOWLEDGED, acknowledge, ACKNOWLEDGED, ",
            "UNACKNOWLEDGED, silence, UNACKNOWLEDGED, ",
            "UNACKNOWLEDGED, reset, , condition is still present",
            "ACKNOWLEDGED, acknowledge, , acknowledged already",
            "ACKNOWLEDGED, silence, , does not sound",
            "ACKNOWLEDGED, reset, , condition is still present",
            "RETURNED_UNACKNOWLEDGED, acknowledge, NORMAL, ",
            "RETURNED_UNACKNOWLEDGED, silence, RETURNED_UNACKNOWLEDGED, ",
            "RETURNED_UNACKNOWLEDGED, reset, , ends when it is acknowledged",
            "LATCHED_UNACKNOWLEDGED, acknowledge, LATCHED_ACKNOWLEDGED, ",
            "LATCHED_UNACKNOWLEDGED, silence, LATCHED_UNACKNOWLEDGED, ",
            "LATCHED_UNACKNOWLEDGED, reset, , acknowledge the alarm before resetting it",
            "LATCHED_ACKNOWLEDGED, acknowledge, , acknowledged already",
            "LATCHED_ACKNOWLEDGED, silence, , does not sound",
            "LATCHED_ACKNOWLEDGED, reset, NORMAL, ",
            "UNACKNOWLEDGED, shelve, SHELVED, ",
            "ACKNOWLEDGED, shelve, SHELVED, ",
            "RETURNED_UNACKNOWLEDGED, shelve, SHELVED, ",
            "LATCHED_UNACKNOWLEDGED, shelve, SHELVED, ",
            "LATCHED_ACKNOWLEDGED, shelve, , only waits to be reset",
            "SHELVED, shelve, , shelved already",
            "SHELVED, acknowledge, , wake it before acknowledging",
            "SHELVED, silence, , does not sound",
            "SHELVED, reset, , wake it before resetting",
            "SHELVED, unshelve, UNACKNOWLEDGED, ",
            "UNACKNOWLEDGED, unshelve, , is not shelved",
            "ACKNOWLEDGED, unshelve, , is not shelved",
            "SUPPRESSED, acknowledge, , nothing sounds in this phase",
            "SUPPRESSED, silence, , does not sound",
            "SUPPRESSED, reset, , ends with its condition",
            "SUPPRESSED, shelve, , nothing sounds in this phase",
            "SUPPRESSED, unshelve, , is not shelved"
    })
    void action_leadsToTheNextStateOrIsRefusedWithItsReason(AlarmState from, String action, AlarmState next,
            String refusal) {
        AlarmBench bench = brought(from);
        Alarm before = bench.alarm();
        int told = bench.transitions().size();
        AlarmResult result = bench.act(action);
        if (next == null) {
            assertThat(result).isInstanceOfSatisfying(AlarmResult.Refused.class,
                    refused -> assertThat(refused.reason()).contains(refusal));
            assertThat(bench.alarm()).isEqualTo(before);
            assertThat(bench.transitions()).hasSize(told);
        } else {
            assertThat(bench.state()).isEqualTo(next);
            assertThat(result).isEqualTo(new AlarmResult.Done(bench.last().alarm()));
            assertThat(bench.last().who()).isEqualTo("Anna");
            assertThat(bench.last().alarm().revision()).isEqualTo(before.revision() + 1);
        }
    }

    private static AlarmBench brought(AlarmState state) {
        if (state == AlarmState.SUPPRESSED) {
            return AlarmBench.in(Phase.PREPARING).at(1).begin(EventKind.LOW).at(2);
        }
        if (state == AlarmState.SHELVED) {
            return AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.LOW).at(2).shelve("known fault", 5);
        }
        boolean latched = state == AlarmState.LATCHED_ACKNOWLEDGED || state == AlarmState.LATCHED_UNACKNOWLEDGED
                || state == AlarmState.UNACKNOWLEDGED || state == AlarmState.ACKNOWLEDGED;
        EventKind kind = latched ? EventKind.INTERRUPTION : EventKind.LOW;
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(kind).at(2);
        if (state == AlarmState.ACKNOWLEDGED || state == AlarmState.LATCHED_ACKNOWLEDGED) {
            bench.acknowledge();
        }
        if (state != AlarmState.UNACKNOWLEDGED && state != AlarmState.ACKNOWLEDGED) {
            bench.end(kind);
        }
        assertThat(bench.state()).isEqualTo(state);
        return bench;
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NORMAL")
    void stateThatWantsAnAnswer_soundsAndNoOther(AlarmState state) {
        assertThat(brought(state).alarm().sounds()).isEqualTo(state.name().endsWith("UNACKNOWLEDGED"));
    }

    @Test
    void alarmThatIsOver_doesNotSound() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).end(EventKind.LOW).acknowledge();
        assertThat(bench.last().alarm().sounds()).isFalse();
    }

    @Test
    void conditionThatGoesAfterTheAnswer_endsAnAlarmThatDoesNotLatch() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).acknowledge().at(5).end(EventKind.LOW);
        assertThat(bench.state()).isEqualTo(AlarmState.NORMAL);
        assertThat(bench.last().who()).isNull();
    }

    @Test
    void resetOfAnAlarmThatDoesNotLatch_isNotNeeded() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW);
        assertThat(((AlarmResult.Refused) bench.act("reset")).reason()).contains("ends with its condition");
    }

    @ParameterizedTest
    @CsvSource({"acknowledge", "silence", "reset"})
    void actionOnAnOldRevisionOrAnUnknownAlarm_isRefused(String action) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).silence();
        assertThat(bench.act(action, 1, 1))
                .isEqualTo(new AlarmResult.Refused("the alarm has changed meanwhile: it is at revision 2, not 1"));
        assertThat(bench.act(action, 7, 1))
                .isEqualTo(new AlarmResult.Refused("there is no such alarm, or it is over"));
    }

    @Test
    void silence_lapsesAfterThirtySeconds() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.LOW).at(2).silence();
        assertThat(bench.alarm().sounds()).isFalse();
        assertThat(bench.at(31.999).alarm().sounds()).isFalse();
        assertThat(bench.at(32).alarm().sounds()).isTrue();
        assertThat(bench.last().who()).isNull();
        assertThat(bench.last().alarm().revision()).isEqualTo(3);
    }

    @Test
    void silencedAlarm_isNotSilencedAgain() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).silence();
        assertThat(bench.act("silence")).isInstanceOf(AlarmResult.Refused.class);
    }

    @Test
    void silence_outlivesTheConditionAndEndsWithTheAnswer() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).silence().at(3).end(EventKind.LOW);
        assertThat(bench.alarm().sounds()).isFalse();
        assertThat(bench.acknowledge().last().alarm().timing().silencedUntilNanos()).isZero();
    }

    @ParameterizedTest(name = "{1} s after an acknowledged {0} ended, it is in {2}")
    @CsvSource({
            "LOW, 0.9, ACKNOWLEDGED, 1",
            "LOW, 1.1, UNACKNOWLEDGED, 2",
            "INTERRUPTION, 0.9, ACKNOWLEDGED, 1",
            "INTERRUPTION, 1.1, UNACKNOWLEDGED, 1"
    })
    void repeatWithinASecond_isTheSameNotification(EventKind kind, double seconds, AlarmState state, long sequence) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(kind).acknowledge().at(5).end(kind).at(5 + seconds)
                .begin(kind);
        assertThat(bench.state()).isEqualTo(state);
        assertThat(bench.alarm().sequence()).isEqualTo(sequence);
    }

    @Test
    void repeatOfAnAlarmNobodyAnswered_staysOneAlarmThatSounds() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.LOW).at(2).end(EventKind.LOW).at(60)
                .begin(EventKind.LOW);
        assertThat(bench.alarm().sequence()).isEqualTo(1);
        assertThat(bench.alarm().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(bench.alarm().cause().eventSequence()).isEqualTo(2);
        assertThat(bench.alarm().timing().raisedNanos()).isEqualTo(1_000_000_000);
    }

    @Test
    void endedEventToldAgainWithItsParent_raisesNothing() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.CRITICAL).acknowledge().at(5)
                .end(EventKind.CRITICAL).at(60).again(EventKind.CRITICAL);
        assertThat(bench.board().alarms()).isEmpty();
    }

    @Test
    void openEventToldAgain_changesNothing() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW);
        Alarm before = bench.alarm();
        assertThat(bench.at(3).again(EventKind.LOW).at(4).alarm()).isEqualTo(before);
        assertThat(bench.transitions()).hasSize(1);
    }
}
