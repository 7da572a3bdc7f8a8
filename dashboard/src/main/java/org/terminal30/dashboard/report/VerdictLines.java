package org.terminal30.dashboard.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.dashboard.report.JobReport.Reason;
import org.terminal30.dashboard.report.JobReport.VerdictLine;
import org.terminal30.dashboard.report.ReportChart.Mark;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.JobProgress;
import org.terminal30.dashboard.workshop.JobProgress.EvidenceView;
import org.terminal30.dashboard.workshop.JobProgress.VerdictView;
import org.terminal30.hardware.sample.Channel;

/** What the bay said, in words: the conclusion of the job first. */
final class VerdictLines {
    private final Words words;
    private final Measured measured;
    private final Written written;
    private final List<VerdictView> verdicts;
    private final @Nullable VerdictView conclusion;

    VerdictLines(Words words, Measured measured, Written written) {
        this.words = words;
        this.measured = measured;
        this.written = written;
        JobProgress progress = measured.job().progress();
        verdicts = progress == null ? List.of() : progress.verdicts();
        conclusion = progress == null ? null : conclusion(progress).orElse(null);
    }

    /** The answer that the procedure is there for; else that to its last question. */
    private Optional<VerdictView> conclusion(JobProgress progress) {
        return words.conclusion(measured.job().kind()).flatMap(this::about)
                .or(() -> Optional.ofNullable(progress.question()).flatMap(this::about));
    }

    private Optional<VerdictView> about(String about) {
        return verdicts.stream().filter(verdict -> verdict.about().equals(about)).findFirst();
    }

    /** All but the conclusion. */
    private Stream<VerdictView> others() {
        return verdicts.stream().filter(verdict -> !verdict.equals(conclusion));
    }

    VerdictLine headline() {
        return conclusion == null ? ofRecords() : line(conclusion, true);
    }

    List<VerdictLine> rest() {
        return others().map(verdict -> line(verdict, false)).toList();
    }

    /** The moments of the verdicts that the chart shows. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        others()
                .forEach(verdict -> marks.add(new Mark(letter(verdict), verdict.since().toEpochMilli())));
        return List.copyOf(marks);
    }

    private String letter(VerdictView verdict) {
        List<VerdictView> rest = others().toList();
        return Character.toString('A' + rest.indexOf(verdict));
    }

    private VerdictLine line(VerdictView verdict, boolean concludes) {
        Words.Said said = words.verdict(verdict.about(), verdict.word());
        // What the gates say to do was for the technician in front of the car; the conclusion's advice is for later.
        return new VerdictLine(sign(verdict.tint()), concludes ? "" : letter(verdict),
                concludes ? "" : written.time(verdict.since()), said.text(), concludes ? said.more() : "",
                verdict.evidence().stream().map(this::reason).toList());
    }

    private Reason reason(EvidenceView evidence) {
        Words.Said said = words.reason(evidence.about(), evidence.reason());
        boolean proven = evidence.outcome().equals("proven");
        return new Reason(evidence.outcome().equals("waiting") ? "not yet" : evidence.outcome().replace('-', ' '),
                text(evidence, said.text()), proven ? "" : said.more());
    }

    private String text(EvidenceView evidence, String text) {
        if (evidence.outcome().equals("not-measured") && evidence.value() == null) {
            return text;
        }
        if (evidence.about().equals("break")) {
            // The limit is the shortest break that can be seen at all.
            return evidence.reason().equals("none-seen") && evidence.limit() != null
                    ? "%s, as far as can be seen: from %s".formatted(text,
                            Figures.withUnit(evidence.limit(), evidence.unit()))
                    : Figures.evidence(text, evidence.value(), null, evidence.unit(), null);
        }
        return Figures.evidence(text, evidence.value(), evidence.limit(), evidence.unit(),
                evidence.source() == null ? null : words.source(evidence.source()));
    }

    private static String sign(String tint) {
        return switch (tint) {
            case "green" -> "ok";
            case "amber" -> "attention";
            case "red" -> "bad";
            default -> "none";
        };
    }

    /** A watch has no verdicts: its records are what it says. */
    private VerdictLine ofRecords() {
        if (measured.courses().isEmpty()) {
            return Composer.plain("none", "Nothing was measured");
        }
        if (seen(EventKind.INTERRUPTION) || seen(EventKind.FEED_LOST) || seen(EventKind.REVERSED)) {
            return Composer.plain("bad", "The supply was broken");
        }
        if (seen(EventKind.NOT_WATCHING) || seen(EventKind.GAP)) {
            return Composer.plain("attention", "No break seen, but not watched throughout");
        }
        return seen(EventKind.CRITICAL)
                ? Composer.plain("attention", "No break seen; the voltage fell below 11.5 V")
                : Composer.plain("ok", "No break seen");
    }

    private boolean seen(EventKind kind) {
        return measured.events(Channel.ONBOARD).anyMatch(event -> event.kind() == kind)
                || measured.events(Channel.RADIO).anyMatch(event -> event.kind() == kind);
    }
}
