package org.terminal30.dashboard.diagnosis.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.Verdict;
import org.terminal30.dashboard.diagnosis.AlternatorCheck;
import org.terminal30.dashboard.diagnosis.AlternatorCheck.Figure;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.JobProgress.EvidenceView;
import org.terminal30.dashboard.workshop.JobProgress.VerdictView;
import org.terminal30.dashboard.workshop.Jobs.Interval;

/** Reads what an alternator check came to, from the words that the bay sent (docs/wire.md). */
final class CheckReading {
    /** An older check says little about the car as it is. */
    static final Duration MAX_AGE = Duration.ofDays(90);
    private static final String ALTERNATOR_CHECK = "alternator-check";
    private static final String FINISHED = "finished";
    private static final String OVERALL = "alternator";
    private static final String REST = "rest";
    private static final String RAISED = "raised";

    private CheckReading() {
    }

    /** The newest that was finished, whether or not it could tell anything; null when there is none, or only old ones. */
    static @Nullable AlternatorCheck newest(List<Interval> jobs, Instant now) {
        return jobs.stream().map(Interval::job).filter(job -> isRecent(job, now)).flatMap(job -> check(job).stream())
                .max(Comparator.comparing(AlternatorCheck::to)).orElse(null);
    }

    private static boolean isRecent(Job job, Instant now) {
        Instant finished = job.finishedAt();
        return job.kind().equals(ALTERNATOR_CHECK) && job.state().equals(FINISHED) && finished != null
                && !finished.isBefore(now.minus(MAX_AGE));
    }

    private static Optional<AlternatorCheck> check(Job job) {
        JobProgress progress = job.progress();
        Instant finished = job.finishedAt();
        if (progress == null || finished == null) {
            return Optional.empty();
        }
        return said(progress, OVERALL).flatMap(overall -> verdict(overall.word()))
                .map(verdict -> new AlternatorCheck(job.startedAt(), finished, verdict, restVolts(progress),
                        figure(progress, verdict)));
    }

    private static Stream<VerdictView> parts(JobProgress progress) {
        return progress.verdicts().stream().filter(said -> !said.about().equals(OVERALL));
    }

    private static Optional<VerdictView> said(JobProgress progress, String about) {
        return progress.verdicts().stream().filter(said -> said.about().equals(about)).findFirst();
    }

    /** A word of another writer is none of ours. */
    private static Optional<Verdict> verdict(String word) {
        return Arrays.stream(Verdict.values()).filter(verdict -> verdict.wireName().equals(word)).findFirst();
    }

    /** Only where it was judged: surface charge makes an empty battery look charged. */
    private static @Nullable Double restVolts(JobProgress progress) {
        return said(progress, REST).filter(rest -> !rest.word().equals(Verdict.INSUFFICIENT_DATA.wireName()))
                .flatMap(rest -> rest.evidence().stream().findFirst()).map(EvidenceView::value).orElse(null);
    }

    /** Of the last part that says so: each comes nearer to what an alternator is judged at. Of a pass, how well it charges. */
    private static @Nullable Figure figure(JobProgress progress, Verdict verdict) {
        String outcome = verdict == Verdict.PASS ? "proven" : "failed";
        return parts(progress).filter(part -> part.word().equals(verdict.wireName()))
                .filter(part -> verdict != Verdict.PASS || part.about().equals(RAISED))
                .flatMap(part -> part.evidence().stream().filter(one -> one.outcome().equals(outcome)).limit(1)
                        .flatMap(one -> figure(part.about(), one).stream()))
                .reduce((first, last) -> last).orElse(null);
    }

    private static Optional<Figure> figure(String part, EvidenceView evidence) {
        Double volts = evidence.value();
        Double limit = evidence.limit();
        String source = evidence.source();
        return volts == null || limit == null
                ? Optional.empty()
                : Optional.of(new Figure(part, volts, limit, source == null ? "B7" : source));
    }
}
