package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A drawing of some lines over one axis, as SVG that reads on light and dark pages.
 *
 * @param title above it
 * @param across the horizontal axis
 * @param up the vertical axis
 */
record Plot(String title, Axis across, Axis up, List<Line> lines, List<Limit> limits) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 340;
    private static final int LEFT = 62;
    private static final int RIGHT = 716;
    private static final int TOP = 62;
    private static final int BOTTOM = 290;
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3");
    /** A line needs no more points than the picture has columns. */
    private static final int MAX_POINTS = 1_400;

    /** An axis from its first to its last tick; logarithmic ones tick at powers of ten. */
    record Axis(String label, boolean logarithmic, List<Double> ticks) {
        double share(double value) {
            DoubleUnaryOperator scale = logarithmic ? Math::log10 : DoubleUnaryOperator.identity();
            double first = scale.applyAsDouble(ticks.getFirst());
            double last = scale.applyAsDouble(ticks.getLast());
            return (scale.applyAsDouble(value) - first) / (last - first);
        }

        boolean holds(double value) {
            return value >= ticks.getFirst() && value <= ticks.getLast();
        }
    }

    /** One line; x and y are as long as each other. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and the curves of a simulation are arrays.
    record Line(String name, double[] x, double[] y) {}

    /** A level that must not be passed. */
    record Limit(String name, double value) {}

    String svg() {
        Formatter svg = new Formatter(Locale.ROOT);
        svg.format(
                """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
                        <style>
                          svg { --ink: #1f2328; --grid: #d0d7de; --limit: #b3261e; --c0: #0550ae; --c1: #953800; --c2: #1a7f37; --c3: #6639ba; }
                          @media (prefers-color-scheme: dark) {
                            svg { --ink: #e6edf3; --grid: #3d444d; --limit: #ff8a80; --c0: #79c0ff; --c1: #ffa657; --c2: #7ee787; --c3: #d2a8ff; }
                          }
                          text { fill: var(--ink); } .grid { stroke: var(--grid); }
                          .limit { stroke: var(--limit); stroke-dasharray: 4 3; } .limit-name { fill: var(--limit); }
                          polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
                        </style>
                        <text x="%d" y="20" font-weight="bold">%s</text>
                        """,
                WIDTH, HEIGHT, LEFT, title);
        grid(svg);
        limits.forEach(limit -> limit(svg, limit));
        for (int i = 0; i < lines.size(); i++) {
            line(svg, i);
        }
        return svg.format("</svg>%n").toString();
    }

    private void grid(Formatter svg) {
        for (double tick : across.ticks()) {
            double x = x(tick);
            svg.format("<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n", x, TOP, x, BOTTOM);
            svg.format("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n", x, BOTTOM + 18, plain(tick));
        }
        for (double tick : up.ticks()) {
            double y = y(tick);
            svg.format("<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n", LEFT, y, RIGHT, y);
            svg.format("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", LEFT - 6, y + 4.5, plain(tick));
        }
        svg.format("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n", RIGHT, HEIGHT - 10, across.label());
        svg.format("<text x=\"8\" y=\"20\">%s</text>%n", up.label());
    }

    private void limit(Formatter svg, Limit limit) {
        double y = y(limit.value());
        svg.format("<line class=\"limit\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n", LEFT, y, RIGHT, y);
        svg.format("<text class=\"limit-name\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", RIGHT - 4, y - 4,
                limit.name());
    }

    private void line(Formatter svg, int index) {
        Line line = lines.get(index);
        List<String> points = new ArrayList<>();
        int stride = Math.max(1, line.x().length / MAX_POINTS);
        for (int i = 0; i < line.x().length; i += stride) {
            if (across.holds(line.x()[i])) {
                points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(line.x()[i]), y(line.y()[i])));
            }
        }
        String dash = DASHES.get(index % DASHES.size());
        svg.format("<polyline style=\"stroke: var(--c%d)\" stroke-dasharray=\"%s\" points=\"%s\"/>%n", index, dash,
                String.join(" ", points.stream().distinct().toList()));
        int keyX = LEFT + index * (RIGHT - LEFT) / lines.size();
        svg.format("<polyline style=\"stroke: var(--c%d)\" stroke-dasharray=\"%s\" points=\"%d,42 %d,42\"/>%n", index,
                dash,
                keyX, keyX + 34);
        svg.format("<text x=\"%d\" y=\"46.5\">%s</text>%n", keyX + 40, line.name());
    }

    private double x(double value) {
        return LEFT + across.share(value) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - Math.clamp(up.share(value), -0.02, 1.02) * (BOTTOM - TOP);
    }

    private static String plain(double value) {
        String text = value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
        return text.replace('-', '−');
    }
}
