package org.terminal30.agent.alarm;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** What sounds in which phase (the table of B4), and what a change of phase or a restart does. */
class AlarmPhaseTest {
    @ParameterizedTest(name = "{0} and then {1}")
    @CsvSource({"LOW, CRITICAL", "LOW, INTERRUPTION", "CRITICAL, INTERRUPTION"})
    void rise_isTheSameAlarmAndSoundsAgain(EventKind lower, EventKind higher) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(lower).silence().acknowledge().at(3).begin(higher);
        assertThat(bench.alarm().sequence()).isEqualTo(1);
        assertThat(bench.alarm().cause().kind()).isEqualTo(higher);
        assertThat(bench.alarm().cause().eventSequence()).isEqualTo(2);
        assertThat(bench.alarm().sounds()).isTrue();
    }

    @Test
    void riseWhileSilenced_isHeard() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).silence().at(3).begin(EventKind.CRITICAL);
        assertThat(bench.alarm().sounds()).isTrue();
    }

    @Test
    void fall_keepsTheAnswerAndDoesNotSound() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).begin(EventKind.CRITICAL).acknowledge()
                .at(3).end(EventKind.CRITICAL);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.alarm().cause().priority()).isEqualTo(Priority.WARNING);
        assertThat(bench.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(bench.end(EventKind.LOW).state()).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void latchedInterruption_isKeptOverTheFallAndResetLeavesWhatRemains() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).begin(EventKind.INTERRUPTION).at(3)
                .end(EventKind.INTERRUPTION);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.INTERRUPTION);
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        bench.acknowledge();
        assertThat(bench.act("reset")).isInstanceOf(AlarmResult.Done.class);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.alarm().cause().latching()).isFalse();
        assertThat(bench.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
    }

    @Test
    void criticalThatBeginsWhileABreakWaitsForItsReset_sounds() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.INTERRUPTION).acknowledge().at(3)
                .end(EventKind.INTERRUPTION).at(60).begin(EventKind.CRITICAL);
        assertThat(bench.alarm().sounds()).isTrue();
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.CRITICAL);
        assertThat(bench.acknowledge().at(90).end(EventKind.CRITICAL).state()).as("still wants its reset")
                .isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
    }

    @Test
    void criticalThatLastsLongerThanTheAnsweredBreak_isAFallAndDoesNotSound() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.CRITICAL).begin(EventKind.INTERRUPTION).at(2)
                .acknowledge().at(3).end(EventKind.INTERRUPTION).at(60);
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
    }

    @Test
    void otherKindsAndChannels_haveAlarmsOfTheirOwn() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).begin(EventKind.SURGE)
                .begin(EventKind.BACKUP_LOST).begin(EventKind.NOT_WATCHING).begin(EventKind.REVERSED);
        assertThat(bench.board().alarms()).extracting(Alarm::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void leadsTakenOffOutsideAJob_soundNothing() {
        AlarmBench bench = AlarmBench.in(Phase.NO_JOB_VEHICLE).at(1).begin(EventKind.INTERRUPTION)
                .begin(EventKind.CRITICAL).at(3).end(EventKind.INTERRUPTION, SupplyEvent.NO_VEHICLE)
                .end(EventKind.CRITICAL, SupplyEvent.NO_VEHICLE).phase(Phase.NO_JOB_NO_VEHICLE).at(9);
        assertThat(bench.transitions()).isEmpty();
    }

    @Test
    void breakOutsideAJobThatEndsByItself_soundsAtItsEnd() {
        AlarmBench bench = AlarmBench.in(Phase.NO_JOB_VEHICLE).at(1).begin(EventKind.INTERRUPTION).at(1.5);
        assertThat(bench.board().alarms()).isEmpty();
        assertThat(bench.end(EventKind.INTERRUPTION).state()).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
        assertThat(bench.alarm().sounds()).isTrue();
    }

    @Test
    void breakOutsideAJobThatLasts_soundsAfterItsDelay() {
        AlarmBench bench = AlarmBench.in(Phase.NO_JOB_VEHICLE).at(1).begin(EventKind.INTERRUPTION).at(3.49);
        assertThat(bench.board().alarms()).isEmpty();
        assertThat(bench.at(3.5).state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void jobThatBegins_raisesWhatIsAlreadyThere() {
        AlarmBench bench = AlarmBench.in(Phase.NO_JOB_VEHICLE).at(1).begin(EventKind.LOW).at(60).phase(Phase.WATCH);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.alarm().timing().raisedNanos()).isEqualTo(60_000_000_000L);
    }

    @Test
    void jobThatBegins_makesACriticalRise() {
        AlarmBench bench = AlarmBench.in(Phase.NO_JOB_VEHICLE).at(1).begin(EventKind.CRITICAL).at(9).acknowledge()
                .phase(Phase.WATCH);
        assertThat(bench.alarm().cause().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(bench.alarm().sounds()).isTrue();
    }

    @Test
    void alarmThatThePhaseHasNoUseFor_isSuppressedAndSoundsInTheNextThatHas() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).at(3).phase(Phase.NO_JOB_VEHICLE);
        assertThat(bench.state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(bench.alarm().cause().priority()).isEqualTo(Priority.STATUS);
        assertThat(bench.alarm().sounds()).isFalse();
        bench.phase(Phase.WATCH);
        assertThat(bench.state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(bench.alarm().sequence()).isEqualTo(1);
    }

    @Test
    void suppressedAlarm_endsWithItsConditionAndNeedsNothing() {
        AlarmBench bench = AlarmBench.in(Phase.PREPARING).begin(EventKind.LOW);
        assertThat(bench.state()).isEqualTo(AlarmState.SUPPRESSED);
        for (String action : List.of("acknowledge", "silence", "reset", "shelve", "unshelve")) {
            assertThat(bench.act(action)).isInstanceOf(AlarmResult.Refused.class);
        }
        assertThat(bench.end(EventKind.LOW).state()).isEqualTo(AlarmState.NORMAL);
        assertThat(bench.transitions()).hasSize(2);
    }

    @Test
    void criticalThatFallsToAStatus_stillWantsItsAnswer() {
        AlarmBench bench = AlarmBench.in(Phase.REMOVING_BACKUP).begin(EventKind.LOW).begin(EventKind.CRITICAL).at(3)
                .end(EventKind.CRITICAL);
        assertThat(bench.state()).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
        assertThat(bench.acknowledge().at(4).state()).isEqualTo(AlarmState.SUPPRESSED);
    }

    @Test
    void answeredCriticalThatFallsToAStatus_isShownAsStatus() {
        AlarmBench bench = AlarmBench.in(Phase.REMOVING_BACKUP).begin(EventKind.LOW).begin(EventKind.CRITICAL)
                .acknowledge().at(3).end(EventKind.CRITICAL);
        assertThat(bench.state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.LOW);
    }

    @Test
    void latchedAlarm_outlivesItsPhaseUntilItIsReset() {
        AlarmBench bench = AlarmBench.in(Phase.ARMED).begin(EventKind.BACKUP_LOST).at(3).phase(Phase.REMOVING_BACKUP);
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        assertThat(bench.acknowledge().act("reset")).isInstanceOf(AlarmResult.Done.class);
        assertThat(bench.state()).as("the backup is still away").isEqualTo(AlarmState.SUPPRESSED);
        assertThat(bench.end(EventKind.BACKUP_LOST).board().alarms()).isEmpty();
    }

    @Test
    void phase_isFoundByItsWireName() {
        for (Phase phase : Phase.values()) {
            assertThat(Phase.ofWireName(phase.wireName()))
                    .contains(phase == Phase.NO_JOB_NO_VEHICLE ? Phase.NO_JOB_VEHICLE : phase);
        }
        assertThat(Phase.ofWireName("lunch")).isEmpty();
    }
}
