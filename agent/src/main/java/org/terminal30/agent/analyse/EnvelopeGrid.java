package org.terminal30.agent.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.terminal30.agent.detect.SupplyEvent;

/**
 * How finely a recording is drawn: evenly from end to end, finer around the starts and ends of its records, and finest at
 * those moments themselves. Its bounds keep the page small however long the recording is: no channel has more than
 * {@value #OVERVIEW_BINS} bins for the whole and {@value #MAX_STRETCHES} times 1 600 for the stretches.
 */
final class EnvelopeGrid {
    /** More than any screen has columns. */
    static final int OVERVIEW_BINS = 6_000;
    static final int MAX_STRETCHES = 40;

    private final long coarseNanos;
    private final List<Level> levels;

    private EnvelopeGrid(long coarseNanos, List<Level> levels) {
        this.coarseNanos = coarseNanos;
        this.levels = List.copyOf(levels);
    }

    /** For a recording with these records; where there are too many, the deepest ones are drawn finely. */
    static EnvelopeGrid of(long durationNanos, List<SupplyEvent> events) {
        long coarseNanos = Math.max(1, durationNanos / OVERVIEW_BINS);
        List<Long> moments = events.stream().sorted(Comparator.comparingDouble(SupplyEvent::minimum))
                .limit(MAX_STRETCHES / 2).<Long>mapMulti((event, to) -> {
                    to.accept(event.startNanos());
                    to.accept(event.endNanos());
                }).sorted().toList();
        return new EnvelopeGrid(coarseNanos, List.of(
                new Level(100_000, stretches(moments, 30_000_000, 30_000_000)),
                new Level(5_000_000, stretches(moments, 1_000_000_000, 4_000_000_000L))));
    }

    private static List<Stretch> stretches(List<Long> moments, long beforeNanos, long afterNanos) {
        List<Stretch> joined = new ArrayList<>();
        for (long moment : moments) {
            Stretch stretch = new Stretch(moment - beforeNanos, moment + afterNanos);
            boolean touches = !joined.isEmpty() && stretch.from <= joined.getLast().to;
            joined.add(touches ? new Stretch(joined.removeLast().from, stretch.to) : stretch);
        }
        return joined;
    }

    /** End of the bin that a moment lies in, exclusive. To be asked with moments that never go back. */
    long endOfBin(long nanos) {
        long width = coarseNanos;
        long edge = Long.MAX_VALUE;
        for (Level level : levels) {
            width = level.isWithin(nanos) ? Math.min(width, level.widthNanos) : width;
            edge = Math.min(edge, level.edgeAfter(nanos));
        }
        return Math.min(edge, (Math.floorDiv(nanos, width) + 1) * width);
    }

    /** From one moment to another, exclusive. */
    private record Stretch(long from, long to) {}

    /** Stretches that are drawn in bins of one width. */
    private static final class Level {
        private final long widthNanos;
        private final List<Stretch> stretches;
        private int next;

        Level(long widthNanos, List<Stretch> stretches) {
            this.widthNanos = widthNanos;
            this.stretches = List.copyOf(stretches);
        }

        boolean isWithin(long nanos) {
            while (next < stretches.size() && stretches.get(next).to <= nanos) {
                next++;
            }
            return next < stretches.size() && stretches.get(next).from <= nanos;
        }

        /** Where the next stretch begins, or the present one ends. */
        long edgeAfter(long nanos) {
            if (next == stretches.size()) {
                return Long.MAX_VALUE;
            }
            Stretch stretch = stretches.get(next);
            return nanos < stretch.from ? stretch.from : stretch.to;
        }
    }
}
