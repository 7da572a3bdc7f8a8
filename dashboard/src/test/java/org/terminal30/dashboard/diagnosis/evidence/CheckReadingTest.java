package org.terminal30.dashboard.diagnosis.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.diagnosis.AlternatorCheck;
import org.terminal30.dashboard.diagnosis.AlternatorCheck.Figure;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.JobProgress.EvidenceView;
import org.terminal30.dashboard.workshop.JobProgress.VerdictView;
import org.terminal30.dashboard.workshop.Jobs.Interval;

import static org.assertj.core.api.Assertions.assertThat;

/** Which alternator check counts, and what is read of it. */
class CheckReadingTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");

    @Test
    void faultOfSeveralParts_isToldByTheFigureOfTheLastThatFailed() {
        AlternatorCheck check = newest(check(1, "finished", said("rest", "pass", evidence("proven", 12.61, 12.5)),
                said("idle", "overcharging", evidence("proven", 15.3, 13.2), evidence("failed", 15.3, 15.0)),
                said("raised", "overcharging", evidence("proven", 15.6, 13.2), evidence("failed", 15.6, 15.0)),
                said("alternator", "overcharging", evidence("failed", 15.3, 15.0))));

        assertThat(check).isEqualTo(new AlternatorCheck(NOW.minus(Duration.ofDays(1)).minusSeconds(600),
                NOW.minus(Duration.ofDays(1)), Verdict.OVERCHARGING, 12.61, new Figure("raised", 15.6, 15.0, "B7")));
    }

    @Test
    void pass_isToldByTheChargingAtRaisedRevs() {
        assertThat(newest(passed(1))).isNotNull().extracting(AlternatorCheck::verdict, AlternatorCheck::figure)
                .containsExactly(Verdict.PASS, new Figure("raised", 14.2, 13.2, "B7"));
    }

    @Test
    void restWithSurfaceCharge_isNotKnown() {
        AlternatorCheck check = newest(check(1, "finished",
                said("rest", "insufficient-data", evidence("not-measured", 12.8, 12.5)),
                said("start", "weak-battery", evidence("failed", 7.2, 8.5)), said("alternator", "weak-battery")));

        assertThat(check).isNotNull().extracting(AlternatorCheck::restVolts).isNull();
    }

    @Test
    void newestFinishedOne_countsEvenWhenItCouldNotTell() {
        Interval unable = check(1, "finished", said("alternator", "insufficient-data"));
        Interval bad = check(3, "finished", said("alternator", "ripple"));

        assertThat(newest(unable, bad)).isNotNull().extracting(AlternatorCheck::verdict)
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(newest(check(1, "aborted", said("alternator", "pass")), bad)).isNotNull()
                .extracting(AlternatorCheck::verdict).isEqualTo(Verdict.RIPPLE);
    }

    @Test
    void checkOfNinetyDaysAgo_countsAndAnOlderOneDoesNot() {
        assertThat(newest(passed(90))).isNotNull();
        assertThat(newest(passed(91))).isNull();
    }

    @Test
    void storedCheck_isPartOfTheCaseHistory() {
        assertThat(Gathering.of(List.of(passed(1)), List.of(), List.of(), new PlayedHistory(), NOW).check())
                .isNotNull();
    }

    private static @Nullable AlternatorCheck newest(Interval... newestFirst) {
        return CheckReading.newest(Arrays.asList(newestFirst), NOW);
    }

    private static Interval passed(int daysAgo) {
        return check(daysAgo, "finished", said("rest", "pass", evidence("proven", 12.61, 12.5)),
                said("raised", "pass", evidence("proven", 14.2, 13.2), evidence("proven", 14.2, 15.0)),
                said("ripple", "pass", evidence("proven", 0.1, 0.5)), said("alternator", "pass"));
    }

    private static Interval check(int daysAgo, String state, VerdictView... verdicts) {
        Instant end = NOW.minus(Duration.ofDays(daysAgo));
        Instant begin = end.minusSeconds(600);
        Job job = new Job("j" + daysAgo, "main", "1", "alternator-check", state, "no-job", null, begin, end, 9, "Anna",
                new JobProgress(List.of(), Arrays.asList(verdicts), Map.of(), "alternator"));
        return new Interval(job, new BayId("main", "1"), EpochNanos.of(begin), EpochNanos.of(end));
    }

    private static VerdictView said(String about, String word, EvidenceView... evidence) {
        return new VerdictView(about, word, "white", NOW, Arrays.asList(evidence));
    }

    private static EvidenceView evidence(String outcome, double volts, double limitVolts) {
        return new EvidenceView("charging", outcome, "charges", volts, limitVolts, "V", "B7");
    }
}
