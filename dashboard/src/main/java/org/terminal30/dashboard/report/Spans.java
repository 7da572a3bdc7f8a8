package org.terminal30.dashboard.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.report.ReportChart.Span;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.JobProgress;

/** What went on from one step to another, as the words of the procedure name it: the time on the backup. */
final class Spans {
    private final List<Span> spans;

    Spans(Words words, Measured measured) {
        JobProgress progress = measured.job().progress();
        spans = progress == null
                ? List.of()
                : words.spans(measured.job().kind()).stream().flatMap(span -> span(span, progress).stream()).toList();
    }

    List<Span> all() {
        return spans;
    }

    private static Optional<Span> span(Words.Span span, JobProgress progress) {
        Instant from = done(progress, span.fromStep());
        Instant to = done(progress, span.toStep());
        return from == null || to == null || !from.isBefore(to)
                ? Optional.empty()
                : Optional.of(new Span(span.name(), from.toEpochMilli(), to.toEpochMilli()));
    }

    private static @Nullable Instant done(JobProgress progress, String step) {
        return progress.steps().stream().filter(one -> one.id().equals(step) && one.state().equals("done")).findFirst()
                .map(JobProgress.StepView::at).orElse(null);
    }
}
