package org.terminal30.dashboard.workshop;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownDayRuleTest {
    private static final LocalDate LATEST = LocalDate.of(2026, 11, 22);

    @Test
    void dayMonthAndYear_areTaken() {
        for (String day : new String[]{"2019", "2019-05", "2019-05-17", "2026-11-22"}) {
            assertThat(KnownDayRule.fault(day, LATEST)).as(day).isEmpty();
        }
    }

    @Test
    void whatIsNoDay_isToldWhatWouldBe() {
        assertThat(KnownDayRule.fault("17.5.2019", LATEST)).hasValueSatisfying(fault -> assertThat(fault).contains(
                "2019-05-17"));
        assertThat(KnownDayRule.fault("2019-02-30", LATEST)).hasValue("is 2019-02-30, which no calendar has");
        assertThat(KnownDayRule.fault("2026-11-23", LATEST)).hasValue("is 2026-11-23, must not be in the future");
    }
}
