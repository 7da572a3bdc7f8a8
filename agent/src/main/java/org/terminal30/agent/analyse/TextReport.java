package org.terminal30.agent.analyse;

import java.util.List;

import org.terminal30.agent.detect.FirstFailure;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.ChannelInfo;

/** What was found, for people: tables under headings, of which those with nothing in them are left out, and a last line. */
final class TextReport {
    private final Analysis analysis;
    private final StringBuilder text = new StringBuilder();

    TextReport(Analysis analysis) {
        this.analysis = analysis;
    }

    String text() {
        records();
        gaps();
        verdicts();
        firstFailures();
        reading();
        text.append(Wording.extent(analysis.recording())).append(": ").append(Wording.summary(analysis)).append('\n');
        return text.toString();
    }

    private void records() {
        if (analysis.events().isEmpty()) {
            return;
        }
        record("start", "record", "channel", "lasted", "extreme", "");
        for (SupplyEvent event : analysis.events()) {
            // A record within another stands under it and a little to the right.
            String nested = event.parent() == 0 ? "" : "  ";
            record(Wording.moment(event.startNanos()), nested + Wording.kind(event.kind()),
                    Wording.channel(event.channel()),
                    Wording.duration(event.durationNanos()), Wording.extreme(event), Wording.remark(event));
        }
        text.append('\n');
    }

    private void record(String start, String kind, String channel, String lasted, String extreme, String remark) {
        line("%12s  %-19s  %-15s  %9s  %8s  %s".formatted(start, kind, channel, lasted, extreme, remark));
    }

    private void gaps() {
        if (analysis.gaps().isEmpty()) {
            return;
        }
        line("%12s  %s".formatted("start", "no samples for"));
        for (Gap gap : analysis.gaps()) {
            line("%12s  %s".formatted(Wording.moment(gap.startNanos()), Wording.duration(gap.durationNanos())));
        }
        text.append('\n');
    }

    private void verdicts() {
        if (analysis.verdicts().isEmpty()) {
            return;
        }
        line("%-22s  %-20s  %10s  %s".formatted("judged", "verdict", "value", "limit (source)"));
        for (Verdict verdict : analysis.verdicts()) {
            line("%-22s  %-20s  %10s  %s (%s)".formatted(verdict.step(), verdict.verdict(), Wording.value(verdict),
                    verdict.limit(), verdict.source()));
            if (!verdict.remark().isEmpty()) {
                line("    %s".formatted(verdict.remark()));
            }
        }
        text.append('\n');
    }

    private void firstFailures() {
        List<FirstFailure> failures = analysis.firstFailures();
        failures.forEach(failure -> line(Wording.sentence(failure)));
        text.append(failures.isEmpty() ? "" : "\n");
    }

    /** Which columns were read and what was made of them, so that a wrong guess is seen. */
    private void reading() {
        Recording recording = analysis.recording();
        line("%s: %d rows, %s".formatted(recording.name(), recording.rows(), recording.facts().form()));
        line("  time: %s".formatted(recording.facts().time()));
        for (ChannelInfo info : recording.channels()) {
            line("  %s: %s".formatted(info.channel().wireName(), recording.facts().column(info.channel())));
        }
        recording.facts().remarks().forEach(remark -> line("  %s".formatted(remark)));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
