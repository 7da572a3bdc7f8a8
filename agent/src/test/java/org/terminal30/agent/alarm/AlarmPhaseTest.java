package org.terminal30.agent.alarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** What sounds in which phase (the table of B4), and what a change of phase or a restart does. */
class AlarmPhaseTest {
    @ParameterizedTest(name = "{0}: {1} is {2}, latching {3}")
    @CsvSource({
            "NO_JOB_NO_VEHICLE, LOW, , ",
            "NO_JOB_NO_VEHICLE, CRITICAL, , ",
            "NO_JOB_NO_VEHICLE, INTERRUPTION, , ",
            "NO_JOB_NO_VEHICLE, REVERSED, , ",
            "NO_JOB_NO_VEHICLE, BACKUP_LOST, , ",
            "NO_JOB_NO_VEHICLE, NOT_WATCHING, , ",
            "NO_JOB_VEHICLE, LOW, , ",
            "NO_JOB_VEHICLE, CRITICAL, WARNING, false",
            "NO_JOB_VEHICLE, INTERRUPTION, CRITICAL, false",
            "NO_JOB_VEHICLE, REVERSED, CRITICAL, false",
            "NO_JOB_VEHICLE, BACKUP_LOST, , ",
            "NO_JOB_VEHICLE, NOT_WATCHING, , ",
            "NO_JOB_VEHICLE, DIP, , ",
            "WATCH, LOW, WARNING, false",
            "WATCH, CRITICAL, CRITICAL, false",
            "WATCH, INTERRUPTION, CRITICAL, true",
            "WATCH, REVERSED, CRITICAL, true",
            "WATCH, SURGE, WARNING, false",
            "WATCH, BACKUP_LOST, WARNING, false",
            "WATCH, NOT_WATCHING, WARNING, false",
            "WATCH, DIP, , "
    })
    void event_soundsAsThePhaseSays(Phase phase, EventKind kind, Priority priority, Boolean latching) {
        AlarmBench bench = AlarmBench.in(phase).at(1).begin(kind).at(4);
        if (priority == null) {
            assertThat(bench.board().alarms()).isEmpty();
            assertThat(bench.transitions()).isEmpty();
        } else {
            assertThat(bench.alarm().priority()).isEqualTo(priority);
            assertThat(bench.alarm().latching()).isEqualTo(latching);
            assertThat(bench.alarm().sounds()).isTrue();
        }
    }

    @Test
    void severeSurge_isCriticalWhereASurgeSounds() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.SURGE);
        assertThat(bench.alarm().priority()).isEqualTo(Priority.WARNING);
        bench.acknowledge().end(EventKind.SURGE).at(9).begin(EventKind.SURGE, SupplyEvent.SEVERE);
        assertThat(bench.alarm().priority()).isEqualTo(Priority.CRITICAL);
    }

    @ParameterizedTest(name = "{0} and then {1}")
    @CsvSource({"LOW, CRITICAL", "LOW, INTERRUPTION", "CRITICAL, INTERRUPTION"})
    void rise_isTheSameAlarmAndSoundsAgain(EventKind lower, EventKind higher) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(lower).silence().acknowledge().at(3).begin(higher);
        assertThat(bench.alarm().sequence()).isEqualTo(1);
        assertThat(bench.alarm().kind()).isEqualTo(higher);
        assertThat(bench.alarm().eventSequence()).isEqualTo(2);
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
        assertThat(bench.alarm().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.alarm().priority()).isEqualTo(Priority.WARNING);
        assertThat(bench.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(bench.end(EventKind.LOW).state()).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void latchedInterruption_isKeptOverTheFallAndResetLeavesWhatRemains() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).begin(EventKind.INTERRUPTION).at(3)
                .end(EventKind.INTERRUPTION);
        assertThat(bench.alarm().kind()).isEqualTo(EventKind.INTERRUPTION);
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        bench.acknowledge();
        assertThat(bench.act("reset")).isInstanceOf(AlarmResult.Done.class);
        assertThat(bench.alarm().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.alarm().latching()).isFalse();
        assertThat(bench.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
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
        assertThat(bench.alarm().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.alarm().raisedNanos()).isEqualTo(60_000_000_000L);
    }

    @Test
    void jobThatBegins_makesACriticalRise() {
        AlarmBench bench = AlarmBench.in(Phase.NO_JOB_VEHICLE).at(1).begin(EventKind.CRITICAL).at(9).acknowledge()
                .phase(Phase.WATCH);
        assertThat(bench.alarm().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(bench.alarm().sounds()).isTrue();
    }

    @Test
    void jobThatEnds_suppressesWhatNoLongerSounds() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).at(3).phase(Phase.NO_JOB_VEHICLE);
        assertThat(bench.board().alarms()).isEmpty();
        assertThat(bench.last().alarm().state()).isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void latchedAlarm_outlivesItsPhaseUntilItIsReset() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.REVERSED).at(3).phase(Phase.NO_JOB_NO_VEHICLE);
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        assertThat(bench.acknowledge().act("reset")).isInstanceOf(AlarmResult.Done.class);
        assertThat(bench.board().alarms()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, acknowledged {1}, is {2} after a restart")
    @CsvSource({
            "LOW, false, RETURNED_UNACKNOWLEDGED",
            "LOW, true, NORMAL",
            "INTERRUPTION, false, LATCHED_UNACKNOWLEDGED",
            "INTERRUPTION, true, LATCHED_ACKNOWLEDGED"
    })
    void alarmPresentAtARestart_isTakenAsGone(EventKind kind, boolean acknowledged, AlarmState state) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(kind);
        if (acknowledged) {
            bench.acknowledge();
        }
        bench.at(2).restart();
        assertThat(bench.state()).isEqualTo(state);
        assertThat(bench.last().alarm().state()).isEqualTo(state);
        assertThat(bench.last().alarm().condition()).isFalse();
    }

    @Test
    void alarmAfterARestart_takesTheNextNumberAndFindsItsOldPlace() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.INTERRUPTION).acknowledge();
        bench.at(60).restart();
        bench.phase(Phase.WATCH).at(70).begin(EventKind.INTERRUPTION).begin(EventKind.SURGE);
        assertThat(bench.board().alarms()).extracting(Alarm::sequence).containsExactly(1L, 2L);
        assertThat(bench.board().alarms().getFirst().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(bench.board().snapshot().lastSequence()).isEqualTo(2);
    }

    @Test
    void boardRestored_snapshotsTheSame() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.INTERRUPTION).at(2)
                .end(EventKind.INTERRUPTION).begin(EventKind.SURGE).end(EventKind.SURGE);
        AlarmBoard.Snapshot before = bench.board().snapshot();
        bench.at(9).restart();
        assertThat(bench.board().snapshot()).isEqualTo(before);
    }
}
