package org.terminal30.dashboard.diagnosis;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.battery.Verdict;
import org.terminal30.dashboard.diagnosis.LockRisk.Level;
import org.terminal30.dashboard.diagnosis.Looked.What;

import static org.assertj.core.api.Assertions.assertThat;

class RiskJudgeTest {
    @Test
    void nothingKnown_isUnknownAndNotNone() {
        assertThat(risk(new ScriptedCar()).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void watchedWithoutATrace_isNoneSeen() {
        assertThat(risk(new ScriptedCar().watched(Point.ONBOARD, 0, 5)).level()).isEqualTo(Level.NONE_SEEN);
    }

    @Test
    void oneRecentLock_isRaisedAndTwoAreHigh() {
        assertThat(risk(new ScriptedCar().lockedAt(100)).level()).isEqualTo(Level.RAISED);
        assertThat(risk(new ScriptedCar().lockedAt(100).lockedAt(200)).level()).isEqualTo(Level.HIGH);
    }

    @Test
    void lockOfLastYear_isForgotten() {
        assertThat(risk(new ScriptedCar().watched(Point.ONBOARD, 0, 5).lockedAt(-9_000)).level())
                .isEqualTo(Level.NONE_SEEN);
    }

    @Test
    void breakInTheLastSwapAndASaverThatFailed_areSaid() {
        LockRisk risk = risk(new ScriptedCar().swapped(Duration.ofMillis(140), true));
        assertThat(risk.level()).isEqualTo(Level.RAISED);
        assertThat(risk.reasons()).extracting(LockRisk.Reason::words).containsExactly(
                "The last battery swap broke the feed for 140 ms",
                "The backup supply failed in the last battery swap");
    }

    @Test
    void threeLesserReasons_areHighTogether() {
        LockRisk risk = risk(new ScriptedCar().watched(Point.ONBOARD, 0, 60).swapped(Duration.ofMillis(140), false)
                .start(10, 12.5, 7.0, Verdict.PASS).found(What.FIRMWARE_UNOFFICIAL));
        assertThat(risk.level()).isEqualTo(Level.HIGH);
        assertThat(risk.reasons()).hasSize(3);
    }

    @Test
    void codeThatNobodyFinds_raisesWhatALockCosts() {
        LockRisk risk = new RiskJudge().judge(new ScriptedCar().history(), true, ScriptedCar.hour(0));
        assertThat(risk.level()).isEqualTo(Level.RAISED);
        assertThat(risk.reasons().getFirst().words()).contains("code lies");
    }

    private static LockRisk risk(ScriptedCar car) {
        return new RiskJudge().judge(car.history(), false, ScriptedCar.hour(24 * 60));
    }
}
