package org.terminal30.agent.alarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** Alarms put away for a while, and what brings them back (rule B4). */
class ShelvingTest {
    private static final String WHY = "lamp is wanted";

    @Test
    void shelvedAlarm_saysWhoWhyAndUntilWhen() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.LOW).at(10).shelve("  lamp is wanted ", 15);
        assertThat(bench.alarm().shelf()).isEqualTo(new Shelf("Anna", WHY, 910_000_000_000L));
        assertThat(bench.alarm().sounds()).isFalse();
        assertThat(bench.last().who()).isEqualTo("Anna");
    }

    @ParameterizedTest(name = "for {0} minutes because of \"{1}\": {2}")
    @CsvSource({
            "0, because, 1 to 15 minutes",
            "16, because, 1 to 15 minutes",
            "5, ' ', needs a reason of 1 to 120 characters"
    })
    void shelvingTooLongOrForNoReason_isRefused(int minutes, String why, String refusal) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW);
        assertThat(bench.board().shelve(1, 1, "Anna", why, minutes, 0)).isInstanceOfSatisfying(
                AlarmResult.Refused.class, refused -> assertThat(refused.reason()).contains(refusal));
        assertThat(bench.transitions()).hasSize(1);
    }

    @Test
    void reasonLongerThanALine_isRefused() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW);
        assertThat(bench.board().shelve(1, 1, "Anna", "x".repeat(121), 5, 0)).isInstanceOf(AlarmResult.Refused.class);
        assertThat(bench.shelve("x".repeat(120), 5).state()).isEqualTo(AlarmState.SHELVED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FEED_LOST", "INTERRUPTION", "BACKUP_LOST"})
    void whatHoldsTheMemory_isNeverShelvedWhileArmed(EventKind kind) {
        AlarmBench bench = AlarmBench.in(Phase.ARMED).begin(kind);
        assertThat(bench.act("shelve")).isEqualTo(
                new AlarmResult.Refused(kind.wireName() + " cannot be shelved while the bay is armed"));
        bench.end(kind);
        assertThat(bench.act("shelve")).as("latched").isInstanceOf(AlarmResult.Refused.class);
        if (kind != EventKind.FEED_LOST) {
            AlarmBench watch = AlarmBench.in(Phase.WATCH).begin(kind);
            assertThat(watch.act("shelve")).isInstanceOf(AlarmResult.Done.class);
        }
    }

    @Test
    void conditionThatComesAndGoesOnTheShelf_isNotHeard() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.CRITICAL).shelve(WHY, 5);
        bench.at(5).end(EventKind.CRITICAL).at(60).begin(EventKind.CRITICAL).at(70).begin(EventKind.LOW);
        assertThat(bench.state()).isEqualTo(AlarmState.SHELVED);
        assertThat(bench.transitions()).extracting(told -> told.alarm().condition()).containsExactly(true, true, false,
                true);
    }

    @ParameterizedTest(name = "{0} that is there {1} is {2} when the shelf lapses")
    @CsvSource({
            "LOW, true, UNACKNOWLEDGED",
            "LOW, false, NORMAL",
            "INTERRUPTION, true, UNACKNOWLEDGED",
            "INTERRUPTION, false, LATCHED_UNACKNOWLEDGED"
    })
    void shelfThatLapses_leavesTheAlarmToBeJudgedAgain(EventKind kind, boolean present, AlarmState state) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(10).begin(kind).acknowledge().shelve(WHY, 5).at(20).end(kind);
        if (present) {
            bench.at(30).begin(kind);
        }
        assertThat(bench.at(309.9).state()).isEqualTo(AlarmState.SHELVED);
        assertThat(bench.at(310).state()).isEqualTo(state);
        assertThat(bench.last().who()).isNull();
        assertThat(bench.last().alarm().shelf()).isNull();
    }

    @Test
    void alarmWokenByHand_namesWhoWokeIt() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).acknowledge().shelve(WHY, 5);
        assertThat(bench.act("unshelve")).isInstanceOf(AlarmResult.Done.class);
        assertThat(bench.alarm().sounds()).isTrue();
        assertThat(bench.last().who()).isEqualTo("Anna");
    }

    @ParameterizedTest
    @CsvSource({"LOW, CRITICAL", "CRITICAL, INTERRUPTION"})
    void rise_breaksThroughTheShelf(EventKind shelved, EventKind worse) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(shelved).shelve(WHY, 5).at(9).begin(worse);
        assertThat(bench.alarm().sounds()).isTrue();
        assertThat(bench.alarm().shelf()).isNull();
        assertThat(bench.alarm().cause().kind()).isEqualTo(worse);
    }

    @Test
    void latchedAlarmThatWakesAboveALowerCondition_isAnsweredFirst() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).begin(EventKind.INTERRUPTION).shelve(WHY, 5)
                .at(9).end(EventKind.INTERRUPTION);
        bench.act("unshelve");
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.INTERRUPTION);
    }

    @Test
    void phaseThatForbidsTheShelf_endsIt() {
        AlarmBench bench = AlarmBench.in(Phase.PREPARING).begin(EventKind.BACKUP_LOST).shelve(WHY, 15).at(9);
        assertThat(bench.phase(Phase.ARMED).alarm().sounds()).isTrue();
        assertThat(bench.alarm().cause().priority()).isEqualTo(Priority.CRITICAL);
    }

    @Test
    void phaseOfTheSameJob_leavesTheShelf() {
        AlarmBench bench = AlarmBench.in(Phase.PREPARING).begin(EventKind.CRITICAL).shelve(WHY, 15).at(9);
        assertThat(bench.phase(Phase.ARMED).state()).isEqualTo(AlarmState.SHELVED);
        assertThat(bench.phase(Phase.REMOVING_BACKUP).alarm().sounds()).as("critical here: a rise").isTrue();
    }

    @ParameterizedTest
    @CsvSource({"WATCH, NO_JOB_VEHICLE", "NO_JOB_VEHICLE, NO_JOB_NO_VEHICLE", "NO_JOB_VEHICLE, PREPARING"})
    void jobOrVehicleThatEnds_endsTheShelf(Phase from, Phase to) {
        AlarmBench bench = AlarmBench.in(from).at(1).begin(EventKind.CRITICAL).at(9).shelve(WHY, 15).at(20).phase(to);
        assertThat(bench.alarm().shelf()).isNull();
    }

    @Test
    void shelvedAlarmWhoseConditionIsStatusOnlyAtTheEnd_isSuppressed() {
        AlarmBench bench = AlarmBench.in(Phase.CODE_ENTRY).begin(EventKind.LOW).shelve(WHY, 1).at(9)
                .phase(Phase.REMOVING_BACKUP);
        assertThat(bench.state()).isEqualTo(AlarmState.SHELVED);
        assertThat(bench.at(60).state()).isEqualTo(AlarmState.SUPPRESSED);
    }

    @Test
    void shelf_survivesARestartOfTheSameJob() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).begin(EventKind.LOW).shelve(WHY, 5);
        Alarm before = bench.alarm();
        bench.at(30).restart();
        assertThat(bench.alarm()).isEqualTo(before);
        assertThat(bench.at(31).begin(EventKind.LOW).at(299).state()).isEqualTo(AlarmState.SHELVED);
        assertThat(bench.at(300).alarm().sounds()).isTrue();
    }
}
