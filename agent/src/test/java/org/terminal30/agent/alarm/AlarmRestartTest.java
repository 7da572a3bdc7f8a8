package org.terminal30.agent.alarm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** What a board makes of the alarms of an earlier boot. */
class AlarmRestartTest {
    @ParameterizedTest(name = "{0}, acknowledged {1}, is {2} once it is known to be gone")
    @CsvSource({
            "LOW, false, RETURNED_UNACKNOWLEDGED",
            "LOW, true, NORMAL",
            "INTERRUPTION, false, LATCHED_UNACKNOWLEDGED",
            "INTERRUPTION, true, LATCHED_ACKNOWLEDGED"
    })
    void conditionNotFoundAgain_isGoneAfterFiveSeconds(EventKind kind, boolean acknowledged, AlarmState state) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(kind);
        if (acknowledged) {
            bench.acknowledge();
        }
        Alarm before = bench.alarm();
        bench.at(2).restart();
        assertThat(bench.at(6.9).alarm()).isEqualTo(before);
        assertThat(bench.at(7).state()).isEqualTo(state);
        assertThat(bench.last().alarm().condition()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"LOW", "INTERRUPTION"})
    void conditionFoundAgain_goesOnWithTheAnswerItHad(EventKind kind) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.SURGE).begin(kind);
        bench.board().acknowledge(2, 1, "Anna", 1);
        bench.at(2).restart();
        bench.at(3).begin(kind).at(60);
        Alarm alarm = bench.board().alarms().getLast();
        assertThat(alarm.sequence()).isEqualTo(2);
        assertThat(alarm.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(alarm.cause().eventSequence()).as("the event of the new detection").isEqualTo(3);
    }

    @Test
    void worseConditionAfterARestart_isARise() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.LOW).acknowledge();
        bench.at(2).restart();
        assertThat(bench.at(3).begin(EventKind.CRITICAL).alarm().sounds()).isTrue();
        assertThat(bench.alarm().sequence()).isEqualTo(1);
    }

    @Test
    void lesserConditionAfterARestart_isTheFallOnceTheOtherIsKnownToBeGone() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.CRITICAL).acknowledge();
        bench.at(2).restart();
        assertThat(bench.at(3).begin(EventKind.LOW).alarm().cause().kind()).isEqualTo(EventKind.CRITICAL);
        assertThat(bench.at(7).alarm().cause().kind()).isEqualTo(EventKind.LOW);
        assertThat(bench.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
    }

    @Test
    void alarmAfterARestart_takesTheNextNumber() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.INTERRUPTION).acknowledge();
        bench.at(60).restart();
        bench.at(66).at(70).begin(EventKind.INTERRUPTION).begin(EventKind.SURGE);
        assertThat(bench.board().alarms()).extracting(Alarm::sequence).containsExactly(1L, 2L);
        assertThat(bench.board().alarms().getFirst().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(bench.board().snapshot().lastSequence()).isEqualTo(2);
    }

    @Test
    void boardRestored_snapshotsTheSame() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).begin(EventKind.INTERRUPTION).at(2)
                .end(EventKind.INTERRUPTION).begin(EventKind.SURGE).begin(EventKind.NOT_WATCHING);
        AlarmBoard.Snapshot before = bench.board().snapshot();
        bench.at(9).restart();
        assertThat(bench.board().snapshot()).isEqualTo(before);
    }
}
