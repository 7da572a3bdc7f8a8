package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.TimeRange;

/**
 * Which level answers for which part of a range: whole cells of one level as far as the range has whole ones, ever finer levels at
 * its two ends, and windows where roll-ups are not made yet. As few parts for ten years as for ten minutes.
 */
final class Plan {
    private final NavigableSet<Long> unsettled;
    private final List<Part> parts = new ArrayList<>();

    private Plan(NavigableSet<Long> unsettled) {
        this.unsettled = unsettled;
    }

    /**
     * A stretch that is read from one level.
     *
     * @param fromNanos inclusive
     * @param toNanos exclusive
     */
    record Part(Level level, long fromNanos, long toNanos) {}

    /**
     * The parts of a range in order of time, without gaps.
     *
     * @param level the coarsest that may be read
     * @param unsettled numbers of the ten minutes whose roll-ups do not count
     */
    static List<Part> of(TimeRange range, Level level, NavigableSet<Long> unsettled) {
        Plan plan = new Plan(unsettled);
        plan.read(level, range.fromNanos(), range.toNanos());
        return plan.parts;
    }

    private void read(Level level, long from, long to) {
        if (from >= to) {
            return;
        }
        long firstWhole = level.ceil(from);
        long endOfWhole = level.floor(to);
        if (level == Level.WINDOW) {
            add(level, from, to);
        } else if (firstWhole >= endOfWhole) {
            read(level.finer(), from, to);
        } else {
            read(level.finer(), from, firstWhole);
            readSettled(level, firstWhole, endOfWhole);
            read(level.finer(), endOfWhole, to);
        }
    }

    /** Cells in which a span is unsettled are made of finer ones. */
    private void readSettled(Level level, long from, long to) {
        Level apart = level.compareTo(Level.TEN_MINUTES) < 0 ? Level.TEN_MINUTES : level;
        NavigableSet<Long> starts = new TreeSet<>();
        unsettled.subSet(SpanKey.number(from), true, SpanKey.number(to - 1), true)
                .forEach(number -> starts.add(apart.floor(SpanKey.startNanos(number))));
        long at = from;
        for (long start : starts) {
            long end = Math.min(to, start + apart.stepNanos());
            add(level, at, Math.max(from, start));
            read(apart == Level.TEN_MINUTES ? Level.WINDOW : level.finer(), Math.max(from, start), end);
            at = end;
        }
        add(level, at, to);
    }

    private void add(Level level, long from, long to) {
        if (from >= to) {
            return;
        }
        Part last = parts.isEmpty() ? null : parts.getLast();
        if (last != null && last.level() == level && last.toNanos() == from) {
            parts.set(parts.size() - 1, new Part(level, last.fromNanos(), to));
        } else {
            parts.add(new Part(level, from, to));
        }
    }
}
