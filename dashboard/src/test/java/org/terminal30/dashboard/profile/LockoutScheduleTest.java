package org.terminal30.dashboard.profile;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LockoutScheduleTest {
    @Test
    void stepsInMinutesAndHours_areReadAsMinutes() {
        assertThat(LockoutSchedule.parse("after 3 codes: 60 min, 1-2 h, 24 h or more, permanent")).isEqualTo(
                new LockoutSchedule(3, List.of(new LockoutStep(60, 60), new LockoutStep(60, 120), new LockoutStep(1440,
                        null), LockoutStep.PERMANENT)));
    }

    @Test
    void eachRefusedCode_leadsToTheNextStepAndTheLastRepeats() {
        LockoutSchedule schedule = LockoutSchedule.parse("after each code: 15–30 min, 4 h");
        assertThat(schedule.after(0)).isEmpty();
        assertThat(schedule.after(1)).hasValue(new LockoutStep(15, 30));
        assertThat(schedule.after(2)).hasValue(new LockoutStep(240, 240));
        assertThat(schedule.after(9)).hasValue(new LockoutStep(240, 240));
    }

    @Test
    void refusedCodesBeforeTheLimit_lockNothing() {
        LockoutSchedule schedule = LockoutSchedule.parse("after 3 codes: 1 h, permanent");
        assertThat(schedule.after(1)).isEmpty();
        assertThat(schedule.after(2)).isEmpty();
        assertThat(schedule.after(3)).hasValue(new LockoutStep(60, 60));
        assertThat(schedule.after(6)).hasValueSatisfying(step -> assertThat(step.permanent()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60 min", "after 0 codes: 1 h", "after 3 codes:", "after 3 codes: an hour",
            "after 3 codes: 2-1 h", "after 3 codes: 0 min", "after 3 codes: 999999 h", "after 3 codes: 1-2 h or more",
            "after 3 codes: 1 h,,2 h", "after 2 codes: 1 h,1 h,1 h,1 h,1 h,1 h,1 h,1 h,1 h,1 h,1 h"})
    void whatIsNoSchedule_isToldHowToWriteOne(String text) {
        assertThat(FactKind.LOCKOUT.fault(text)).hasValueSatisfying(fault -> assertThat(fault).contains(
                "after 3 codes: 60 min"));
    }
}
