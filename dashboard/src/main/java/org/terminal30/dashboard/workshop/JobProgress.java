package org.terminal30.dashboard.workshop;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.dashboard.history.EpochNanos;

/**
 * How far the procedure of a job is, in the words of the wire.
 *
 * @param steps in their order
 * @param verdicts the latest for each question
 * @param figures what was measured so far, by name with the unit last
 * @param question the one whose verdict matters where the work stands; null for none
 */
@Serdeable
public record JobProgress(List<StepView> steps, List<VerdictView> verdicts, Map<String, Double> figures,
        @Nullable String question) {
    /**
     * A step.
     *
     * @param how {@code measured tapped entered}
     * @param state {@code waiting done not-confirmed skipped failed}
     * @param at when it was completed or left; null while it waits
     * @param who completed it by a tap; null for a measurement
     * @param words a sentence of its own, beside or in place of the page's; null where the id says all
     */
    @Serdeable
    public record StepView(String id, String how, String state, @Nullable Instant at,
            @Nullable String who,
            Map<String, Double> figures, @Nullable String reason, @Nullable String words) {}

    /**
     * The answer to a question of the procedure.
     *
     * @param tint {@code white green amber red}
     */
    @Serdeable
    public record VerdictView(String about, String word, String tint, Instant since, List<EvidenceView> evidence) {}

    /**
     * Why a verdict is as it is.
     *
     * @param outcome {@code proven waiting not-measured failed}
     * @param source where the limit comes from; null where the procedure as a whole says so
     */
    @Serdeable
    public record EvidenceView(String about, String outcome, String reason, @Nullable Double value,
            @Nullable Double limit, @Nullable String unit, @Nullable String source) {}

    static JobProgress of(Progress progress) {
        return new JobProgress(progress.steps().stream().map(JobProgress::view).toList(),
                progress.verdicts().stream().map(JobProgress::view).toList(), progress.figures(), progress.question());
    }

    private static StepView view(Step step) {
        return new StepView(step.id(), ProgressText.wire(step.how()), ProgressText.wire(step.state()),
                step.atNanos() == null ? null : EpochNanos.instant(step.atNanos()), step.who(), step.figures(),
                step.reason(), step.words());
    }

    private static VerdictView view(JobVerdict verdict) {
        return new VerdictView(verdict.about(), verdict.word(), ProgressText.wire(verdict.tint()),
                EpochNanos.instant(verdict.sinceNanos()), verdict.evidence().stream().map(JobProgress::view).toList());
    }

    private static EvidenceView view(Evidence evidence) {
        return new EvidenceView(evidence.about(), ProgressText.wire(evidence.outcome()), evidence.reason(),
                evidence.value(), evidence.limit(), evidence.unit(), evidence.source());
    }
}
