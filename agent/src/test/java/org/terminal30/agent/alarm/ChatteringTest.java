package org.terminal30.agent.alarm;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** One alarm for a condition that comes and goes again and again (rule B3). */
class ChatteringTest {
    private static AlarmBench chattering(EventKind of) {
        AlarmBench bench = AlarmBench.in(Phase.WATCH);
        for (int i = 0; i < 3; i++) {
            bench.at(10 + 5 * i).begin(of).at(12 + 5 * i).end(of);
        }
        return bench.chatter(of, 3, true);
    }

    @Test
    void chatteringCondition_isTheSameAlarmOfItsKindWithACount() {
        AlarmBench bench = chattering(EventKind.CRITICAL);
        assertThat(bench.alarm().sequence()).isEqualTo(1);
        assertThat(bench.alarm().cause().kind()).isEqualTo(EventKind.CRITICAL);
        assertThat(bench.alarm().cause().count()).isEqualTo(3);
        assertThat(bench.alarm().condition()).isTrue();
    }

    @Test
    void furtherStartsAndEnds_areNotHeardOnceItIsAcknowledged() {
        AlarmBench bench = chattering(EventKind.CRITICAL).acknowledge();
        int told = bench.transitions().size();
        for (int i = 0; i < 3; i++) {
            bench.at(30 + 3 * i).begin(EventKind.CRITICAL).at(31 + 3 * i).end(EventKind.CRITICAL);
        }
        assertThat(bench.transitions()).hasSize(told);
        assertThat(bench.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
    }

    @Test
    void countAlone_isToldAtMostEveryFiveSeconds() {
        AlarmBench bench = chattering(EventKind.LOW);
        int revision = bench.alarm().revision();
        bench.at(25).chatter(EventKind.LOW, 4, true).at(26.9).chatter(EventKind.LOW, 5, true);
        assertThat(bench.alarm().revision()).isEqualTo(revision);
        assertThat(bench.at(27).alarm().cause().count()).isEqualTo(5);
        assertThat(bench.alarm().revision()).isEqualTo(revision + 1);
    }

    @Test
    void quiet_endsAnAcknowledgedAlarm() {
        AlarmBench bench = chattering(EventKind.LOW).acknowledge().at(90);
        assertThat(bench.chatter(EventKind.LOW, 3, false).board().alarms()).isEmpty();
    }

    @Test
    void quiet_leavesALatchedAlarmWithItsCount() {
        AlarmBench bench = chattering(EventKind.INTERRUPTION).acknowledge().at(90)
                .chatter(EventKind.INTERRUPTION, 3, false);
        assertThat(bench.state()).isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
        assertThat(bench.alarm().cause().count()).isEqualTo(3);
    }

    @Test
    void resetWhileItChatters_isRefused() {
        AlarmBench bench = chattering(EventKind.INTERRUPTION).acknowledge();
        assertThat(bench.act("reset")).isInstanceOf(AlarmResult.Refused.class);
    }

    @Test
    void riseOutOfAChatteringLow_sounds() {
        AlarmBench bench = chattering(EventKind.LOW).acknowledge().at(30).begin(EventKind.CRITICAL);
        assertThat(bench.alarm().sounds()).isTrue();
        assertThat(bench.alarm().cause().count()).isZero();
        assertThat(bench.end(EventKind.CRITICAL).alarm().cause().count()).isEqualTo(3);
    }

    @Test
    void chatteringOfWhatNeverSounds_soundsNeither() {
        AlarmBench bench = AlarmBench.in(Phase.WATCH).at(1).chatter(EventKind.DIP, 3, true).at(9);
        assertThat(bench.transitions()).isEmpty();
    }

    @Test
    void count_survivesARestart() {
        AlarmBench bench = chattering(EventKind.INTERRUPTION).acknowledge();
        Alarm before = bench.alarm();
        bench.restart();
        assertThat(bench.alarm()).isEqualTo(before);
    }
}
