package org.terminal30.dashboard.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.terminal30.dashboard.report.ReportChart.Mark;
import org.terminal30.dashboard.report.ReportChart.Span;
import org.terminal30.dashboard.report.ReportChart.Trace;

/**
 * Draws the chart of a report as SVG without styles: pages and paper show the same. Channels differ by dashes as well as by
 * colour, for a printer without any. Every word is escaped; numbers have points in every country.
 */
public final class ChartSvg {
    static final int WIDTH = 760;
    static final int HEIGHT = 300;
    private static final int LEFT = 40;
    private static final int RIGHT = WIDTH - 44;
    /** Below the signs of verdicts and steps. */
    private static final int BELOW_SIGNS = 50;
    private static final int WITHOUT_SIGNS = 12;
    private static final int BOTTOM = 236;
    private static final int RECORDS = BOTTOM + 22;
    private static final int LANE = 8;
    private static final int LEGEND = HEIGHT - 12;
    private static final double LOW_VOLTS = 12.5;
    private static final double CRITICAL_VOLTS = 11.5;
    /** Marks closer than this share a sign. */
    private static final double APART = 30;
    private static final double NARROWEST = 1.5;

    /** 9 before 10, A before B. */
    private static final Comparator<String> BY_LENGTH = Comparator.comparingInt(String::length)
            .thenComparing(Comparator.naturalOrder());

    /** Line, band, dashes. */
    private record Look(String line, String band, String dashes) {}

    private static final Map<String, Look> LOOKS = Map.of("onboard", new Look("#0a4f75", "#b5d4e6", "none"),
            "backup", new Look("#6d3bb0", "#dccbf2", "7 3"), "radio", new Look("#0b6b3a", "#bfe3cf", "2 2"),
            "battery", new Look("#6b4a00", "#ead9b0", "9 2 2 2"));
    private static final Look OTHER = new Look("#444444", "#dddddd", "4 4");

    private final ReportChart chart;
    private final double lowVolts;
    private final double highVolts;
    private final int top;
    private final StringBuilder svg = new StringBuilder(32_768);

    private ChartSvg(ReportChart chart) {
        this.chart = chart;
        double lowest = chart.traces().stream().flatMap(trace -> trace.min().stream()).min(Double::compare)
                .orElse(12.0);
        double highest = chart.traces().stream().flatMap(trace -> trace.max().stream()).max(Double::compare)
                .orElse(13.0);
        lowVolts = lowest < CRITICAL_VOLTS - 2
                ? Math.min(0, Math.floor(lowest))
                : Math.floor(Math.min(lowest - 0.2, 11));
        top = chart.verdicts().isEmpty() && chart.steps().isEmpty() ? WITHOUT_SIGNS : BELOW_SIGNS;
        highVolts = Math.ceil(Math.max(highest + 0.2, 14));
    }

    /** The drawing. */
    public static String of(ReportChart chart) {
        return new ChartSvg(chart).draw();
    }

    private String draw() {
        svg.append(String.format(Locale.ROOT,
                "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"",
                WIDTH, HEIGHT, WIDTH, HEIGHT))
                .append(" font-family=\"Inter\" font-size=\"11\" role=\"img\" aria-label=\"Voltage during the job\">");
        chart.spans().forEach(this::span);
        axes();
        chart.traces().reversed().forEach(this::trace);
        threshold(LOW_VOLTS);
        threshold(CRITICAL_VOLTS);
        chart.records().forEach(this::record);
        marks(chart.verdicts(), 14, true);
        marks(chart.steps(), 36, false);
        legend();
        return svg.append("</svg>").toString();
    }

    private void span(Span span) {
        double from = x(span.fromMillis());
        double width = Math.max(NARROWEST, x(span.toMillis()) - from);
        rectangle(from, top, width, BOTTOM - top, "#eeeeee");
        if (width > 6.0 * span.word().length()) {
            text(from + width / 2, BOTTOM - 6, "middle", "#333333", span.word());
        }
    }

    private void axes() {
        double step = step(highVolts - lowVolts);
        for (double volts = Math.ceil(lowVolts / step) * step; volts <= highVolts + 1e-9; volts += step) {
            line(LEFT, y(volts), RIGHT, y(volts), "#d0d0d0", "none", 0.6);
            text(LEFT - 6, y(volts) + 4, "end", "#333333", String.format(Locale.ROOT, "%.0f V", volts));
        }
        line(LEFT, BOTTOM, RIGHT, BOTTOM, "#333333", "none", 1);
        for (Mark tick : chart.ticks()) {
            double at = x(tick.atMillis());
            line(at, BOTTOM, at, BOTTOM + 4, "#333333", "none", 1);
            String anchor = at < LEFT + 24 ? "start" : at > RIGHT - 24 ? "end" : "middle";
            text(at, BOTTOM + 16, anchor, "#333333", tick.word());
        }
    }

    private static double step(double range) {
        return range > 10 ? 5 : range > 6 ? 2 : 1;
    }

    private void threshold(double volts) {
        line(LEFT, y(volts), RIGHT, y(volts), "#b3120d", "5 4", 0.9);
        text(RIGHT + 5, y(volts) + 4, "start", "#8f0f0a", String.format(Locale.ROOT, "%.1f V", volts));
    }

    private void trace(Trace trace) {
        Look look = LOOKS.getOrDefault(trace.channel(), OTHER);
        for (int[] piece : pieces(trace)) {
            StringBuilder band = new StringBuilder();
            StringBuilder line = new StringBuilder();
            for (int i = piece[0]; i < piece[1]; i++) {
                double x = x(trace.t().get(i) + trace.stepMillis() / 2);
                point(band, x, y(trace.max().get(i)));
                point(line, x, y(trace.mean().get(i)));
            }
            for (int i = piece[1] - 1; i >= piece[0]; i--) {
                point(band, x(trace.t().get(i) + trace.stepMillis() / 2), y(trace.min().get(i)));
            }
            // Narrower than a line the band would vanish: a dip of a millisecond has to be seen.
            svg.append(
                    String.format(Locale.ROOT,
                            "<polygon fill=\"%s\" stroke=\"%s\" stroke-width=\"0.8\" points=\"%s\"/>", look.band(), look
                                    .band(),
                            band.toString().strip()));
            svg.append(String.format(Locale.ROOT,
                    "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\" stroke-dasharray=\"%s\" points=\"%s\"/>",
                    look.line(), look.dashes(), line.toString().strip()));
        }
    }

    /** The stretches without a gap, from inclusive to exclusive. */
    private static List<int[]> pieces(Trace trace) {
        List<int[]> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= trace.t().size(); i++) {
            if (i == trace.t().size() || trace.t().get(i) - trace.t().get(i - 1) > 1.5 * trace.stepMillis()) {
                pieces.add(new int[]{from, i});
                from = i;
            }
        }
        return trace.t().isEmpty() ? List.of() : pieces;
    }

    private void record(Span record) {
        double from = x(record.fromMillis());
        rectangle(from, RECORDS, Math.max(NARROWEST, x(record.toMillis()) - from), LANE, "#b3120d");
        line(from, top, from, RECORDS, "#b3120d", "1 3", 0.5);
    }

    /** A sign for each moment; moments that lie close together share one. */
    private void marks(List<Mark> marks, int row, boolean framed) {
        for (int i = 0; i < marks.size();) {
            int end = i + 1;
            while (end < marks.size() && x(marks.get(end).atMillis()) - x(marks.get(i).atMillis()) < APART) {
                end++;
            }
            Mark first = marks.get(i);
            marks.subList(i, end)
                    .forEach(mark -> line(x(mark.atMillis()), row + 4.0, x(mark.atMillis()), BOTTOM, "#777777", "1 2",
                            0.5));
            List<Mark> shared = marks.subList(i, end);
            String word = end - i == 1
                    ? first.word()
                    : shared.stream().map(Mark::word).min(BY_LENGTH).orElseThrow() + "–"
                            + shared.stream().map(Mark::word).max(BY_LENGTH).orElseThrow();
            sign(Math.clamp(x(first.atMillis()), LEFT + 8.0, RIGHT - 14.0), row, word, framed);
            i = end;
        }
    }

    private void sign(double x, double y, String word, boolean framed) {
        double half = 4 + 3.3 * word.length();
        svg.append(String.format(Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"15\" rx=\"%s\" fill=\"%s\" stroke=\"#222222\" stroke-width=\"0.8\"/>",
                x - half, y - 10, 2 * half, framed ? "0" : "7", framed ? "#222222" : "#ffffff"));
        text(x, y + 1.5, "middle", framed ? "#ffffff" : "#111111", word);
    }

    private void legend() {
        double at = LEFT;
        for (Trace trace : chart.traces()) {
            Look look = LOOKS.getOrDefault(trace.channel(), OTHER);
            rectangle(at, LEGEND - 7, 26, 7, look.band());
            line(at, LEGEND - 3.5, at + 26, LEGEND - 3.5, look.line(), look.dashes(), 1.5);
            text(at + 31, LEGEND, "start", "#222222", trace.name());
            at += 46 + 6.6 * trace.name().length();
        }
        if (!chart.records().isEmpty()) {
            rectangle(at, LEGEND - 7, 12, 7, "#b3120d");
            text(at + 17, LEGEND, "start", "#222222", "recorded events");
        }
    }

    private void line(double fromX, double fromY, double toX, double toY, String colour, String dashes, double width) {
        svg.append(String.format(Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-dasharray=\"%s\"/>",
                fromX, fromY, toX, toY, colour, width, dashes));
    }

    private void rectangle(double x, double y, double width, double height, String colour) {
        svg.append(String.format(Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, width,
                height, colour));
    }

    private void text(double x, double y, String anchor, String colour, String word) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>", x,
                y, anchor, colour,
                escaped(word)));
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static void point(StringBuilder points, double x, double y) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    private double x(long millis) {
        double share = (millis - chart.fromMillis()) / (double) Math.max(1, chart.toMillis() - chart.fromMillis());
        return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    private double y(double volts) {
        return BOTTOM - Math.clamp((volts - lowVolts) / (highVolts - lowVolts), 0, 1) * (BOTTOM - top);
    }
}
