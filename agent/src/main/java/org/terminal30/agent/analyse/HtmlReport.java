package org.terminal30.agent.analyse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.ChannelInfo;

/**
 * The same as one page that needs nothing else: it opens from disk without a network, and prints. Everything but the chart is
 * there without scripts.
 */
final class HtmlReport {
    private final Analysis analysis;
    private final List<Envelope> envelopes;
    private final HtmlText html = new HtmlText();

    HtmlReport(Analysis analysis, List<Envelope> envelopes) {
        this.analysis = analysis;
        this.envelopes = List.copyOf(envelopes);
    }

    String text() {
        Recording recording = analysis.recording();
        html.raw(
                "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<title>").text(recording.name()).raw(" \u2013 Terminal 30</title>\n<style>\n")
                .raw(resource("report.css")).raw("</style>\n</head>\n<body>\n");
        html.raw(
                "<header><span class=\"brand\">Terminal <b>30</b></span><span class=\"muted\">Analysis of a recording</span></header>\n<main>\n");
        head(recording);
        chart();
        records();
        verdicts();
        reading(recording);
        html.raw("</main>\n<script type=\"application/json\" id=\"data\">")
                .script(new ChartData(analysis, envelopes).json()).raw("</script>\n<script>\n")
                .raw(resource("report-chart.js")).raw(resource("report-page.js")).raw("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private void head(Recording recording) {
        Severity worst = analysis.events().stream().map(Severity::of).max(Comparator.naturalOrder())
                .orElse(Severity.NOTE);
        html.raw("<section class=\"panel\"><div class=\"between\"><h1>").text(recording.name())
                .raw("</h1><span class=\"state %s\">".formatted(worst.cssName())).text(Wording.summary(analysis))
                .raw("</span></div>\n<p class=\"muted\">").text(Wording.extent(recording)).raw("</p>\n");
        analysis.firstFailures()
                .forEach(failure -> html.raw("<p class=\"finding\">").text(Wording.sentence(failure)).raw("</p>\n"));
        html.raw("</section>\n");
    }

    private void chart() {
        html.raw("""
                <section class="panel chart"><div class="between"><ul id="legend" class="legend"></ul>
                <div class="tools" hidden><button data-zoom="out" aria-label="Show more">\u2212</button>\
                <button data-zoom="in" aria-label="Show less">+</button>\
                <button data-zoom="whole">Whole recording</button></div></div>
                <div id="chart" role="img" aria-label="Voltages over the recording; the records are listed below"></div>
                <p id="reading" class="muted num" aria-live="off">&nbsp;</p>
                <noscript><p>The chart needs scripts; everything else on this page does not.</p></noscript></section>
                """);
    }

    private void records() {
        html.raw("<section class=\"panel\"><h2>Records</h2>\n");
        if (analysis.events().isEmpty() && analysis.gaps().isEmpty()) {
            html.raw("<p class=\"muted\">Nothing fell below its limit, and no sample is missing.</p></section>\n");
            return;
        }
        html.raw(
                "<table><thead><tr><th>Start</th><th>Record</th><th>Channel</th><th class=\"right\">Lasted</th><th class=\"right\">Extreme</th><th>Remarks</th></tr></thead><tbody>\n");
        for (SupplyEvent event : analysis.events()) {
            row(event.startNanos(), event.endNanos(), Severity.of(event),
                    List.of(Wording.kind(event.kind()), Wording.channel(event.channel()),
                            Wording.duration(event.durationNanos()), Wording.extreme(event), Wording.remark(event)),
                    event.parent() != 0);
        }
        for (Gap gap : analysis.gaps()) {
            row(gap.startNanos(), gap.endNanos(), Severity.LOW,
                    List.of("No samples", "", Wording.duration(gap.durationNanos()), "", ""), false);
        }
        html.raw("</tbody></table></section>\n");
    }

    private void row(long fromNanos, long toNanos, Severity severity, List<String> cells, boolean nested) {
        html.raw("<tr><td><button class=\"go num\" data-from=\"%d\" data-to=\"%d\">".formatted(fromNanos / 1_000,
                toNanos / 1_000)).text(Wording.moment(fromNanos)).raw("</button></td>");
        html.raw("<td class=\"kind %s%s\">".formatted(severity.cssName(), nested ? " nested" : "")).text(cells.get(0))
                .raw("</td><td>")
                .text(cells.get(1)).raw("</td><td class=\"num right\">").text(cells.get(2))
                .raw("</td><td class=\"num right\">")
                .text(cells.get(3)).raw("</td><td class=\"muted\">").text(cells.get(4)).raw("</td></tr>\n");
    }

    private void verdicts() {
        if (analysis.verdicts().isEmpty()) {
            return;
        }
        html.raw("""
                <section class="panel"><h2>Verdicts</h2>
                <table><thead><tr><th>Judged</th><th>Verdict</th><th>Limit (source)</th><th class="right">Value</th>\
                <th></th><th>Remarks</th></tr></thead><tbody>
                """);
        for (Verdict verdict : analysis.verdicts()) {
            html.raw("<tr><td>").text(verdict.step())
                    .raw("</td><td class=\"verdict %s\">".formatted(cssName(verdict))).text(verdict.verdict())
                    .raw("</td><td class=\"muted\">").text("%s (%s)".formatted(verdict.limit(), verdict.source()))
                    .raw("</td><td class=\"num right\">").text(Wording.value(verdict))
                    .raw("</td><td></td><td class=\"muted\">").text(verdict.remark()).raw("</td></tr>\n");
        }
        html.raw("</tbody></table></section>\n");
    }

    /** Green only for what was measured and found good. */
    private static String cssName(Verdict verdict) {
        return switch (verdict.verdict()) {
            case "pass" -> "ok";
            case "insufficient-data" -> "unknown";
            default -> "low";
        };
    }

    private void reading(Recording recording) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Rows", "%d".formatted(recording.rows())));
        facts.add(List.of("File", recording.facts().form()));
        facts.add(List.of("Time", recording.facts().time()));
        for (ChannelInfo info : recording.channels()) {
            facts.add(List.of(Wording.channel(info.channel()), recording.facts().column(info.channel())));
        }
        html.raw("<section class=\"panel\"><h2>How the file was read</h2>\n<dl>");
        facts.forEach(
                fact -> html.raw("<dt>").text(fact.getFirst()).raw("</dt><dd>").text(fact.getLast()).raw("</dd>"));
        html.raw("</dl>\n");
        recording.facts().remarks().forEach(remark -> html.raw("<p class=\"remark\">").text(remark).raw("</p>\n"));
        html.raw("</section>\n");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name + " of this program", e);
        }
    }
}
