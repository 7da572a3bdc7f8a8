package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.cells.Cells;

/**
 * What InfluxDB does not have yet, in memory: windows that wait in the spool, as far as they are few, and the spans whose roll-ups
 * have to be made. What was committed is added at once. Safe for any thread.
 */
final class Backlog {
    /** Roll-ups of a span are made when it was left alone for so many rounds. */
    private static final int QUIET_ROUNDS = 2;

    private final int maxWindows;
    private final WaitingRecords records = new WaitingRecords();
    private final Map<Series, NavigableMap<Long, Pending>> waiting = new HashMap<>();
    private final Map<Series, NavigableMap<Long, Mark>> unsettled = new HashMap<>();
    private int windows;
    private long round;
    private long forwarded;
    /** The newest batch of which windows are not in memory. */
    private long hidden;

    /** {@code maxWindows}: beyond this the oldest ones are only in the spool, and in no answer. */
    Backlog(int maxWindows) {
        this.maxWindows = maxWindows;
    }

    /** Windows of one span that wait: those that may be on their way, and what came since. */
    private static final class Pending {
        private Cells sending = new Cells();
        private long sendingBatch;
        private Cells active = new Cells();
        private long activeBatch;

        Cells all() {
            return sending.with(active);
        }

        int size() {
            return sending.size() + active.size();
        }
    }

    /**
     * A span whose roll-ups have to be made.
     *
     * @param batch the newest one with windows of it
     */
    record Mark(SpanKey span, long batch, long round) {}

    /** What a question has to heed, at one moment. */
    record View(NavigableMap<Long, Cells> waiting, NavigableSet<Long> unsettled) {}

    synchronized void add(long batch, Map<SpanKey, Cells> parts) {
        parts.forEach((span, cells) -> {
            mark(span, batch);
            Pending pending = waiting.computeIfAbsent(span.series(), series -> new TreeMap<>())
                    .computeIfAbsent(span.number(), number -> new Pending());
            windows -= pending.active.size();
            pending.active = pending.active.with(cells);
            pending.activeBatch = batch;
            windows += pending.active.size();
        });
        hideOldest();
    }

    /** Events and waveforms that wait. */
    WaitingRecords records() {
        return records;
    }

    synchronized void mark(SpanKey span, long batch) {
        unsettled.computeIfAbsent(span.series(), series -> new TreeMap<>()).put(span.number(),
                new Mark(span, batch, round));
    }

    /** What of a batch or older is only in the spool. */
    synchronized void hide(long batch) {
        hidden = Math.max(hidden, batch);
    }

    private void hideOldest() {
        while (windows > maxWindows) {
            waiting.values().stream().min(Comparator.comparingLong(NavigableMap::firstKey)).ifPresent(spans -> {
                Pending oldest = spans.pollFirstEntry().getValue();
                windows -= oldest.size();
                hide(Math.max(oldest.sendingBatch, oldest.activeBatch));
            });
            waiting.values().removeIf(Map::isEmpty);
        }
    }

    /** What waits now may be sent: what comes from now on is told apart from it. */
    synchronized void begin() {
        waiting.values().forEach(spans -> spans.values().forEach(pending -> {
            if (pending.sending.isEmpty()) {
                pending.sending = pending.active;
                pending.sendingBatch = pending.activeBatch;
                pending.active = new Cells();
            }
        }));
    }

    /** Everything up to this batch is in InfluxDB. */
    synchronized void forwarded(long batch) {
        forwarded = Math.max(forwarded, batch);
        records.forwarded(batch);
        waiting.values().forEach(spans -> spans.values().removeIf(pending -> {
            windows -= pending.size();
            if (pending.sendingBatch <= batch) {
                pending.sending = new Cells();
            }
            if (pending.activeBatch <= batch) {
                pending.active = new Cells();
            }
            windows += pending.size();
            return pending.size() == 0;
        }));
        waiting.values().removeIf(Map::isEmpty);
    }

    /** Copies of what there is of a series. */
    synchronized View of(Series series) {
        NavigableMap<Long, Cells> cells = new TreeMap<>();
        waiting.getOrDefault(series, new TreeMap<>()).forEach((number, pending) -> cells.put(number, pending.all()));
        return new View(cells, new TreeSet<>(unsettled.getOrDefault(series, new TreeMap<>()).keySet()));
    }

    synchronized Optional<Cells> of(SpanKey span) {
        return Optional.ofNullable(waiting.getOrDefault(span.series(), new TreeMap<>()).get(span.number()))
                .map(Pending::all);
    }

    /** All spans that are not settled. */
    synchronized List<SpanKey> spans() {
        return unsettled.values().stream().flatMap(marks -> marks.values().stream()).map(Mark::span).toList();
    }

    /** Whether something waits that is in no answer. */
    synchronized boolean isHiding() {
        return Math.max(hidden, records.hidden()) > forwarded;
    }

    synchronized void nextRound() {
        round++;
    }

    /**
     * The oldest spans of one series that are complete in InfluxDB and were left alone for a while.
     *
     * @param everything also those that were not left alone
     */
    synchronized List<Mark> due(boolean everything, int most) {
        for (NavigableMap<Long, Mark> marks : unsettled.values()) {
            List<Mark> due = marks.values().stream().filter(mark -> mark.batch() <= forwarded
                    && (everything || round - mark.round() >= QUIET_ROUNDS)).limit(most).toList();
            if (!due.isEmpty()) {
                return due;
            }
        }
        return List.of();
    }

    /** The roll-ups of these are in InfluxDB; a span that got new windows since stays. */
    synchronized void settled(List<Mark> done) {
        List<Series> empty = new ArrayList<>();
        for (Mark mark : done) {
            NavigableMap<Long, Mark> marks = unsettled.getOrDefault(mark.span().series(), new TreeMap<>());
            Mark now = marks.get(mark.span().number());
            if (now != null && now.batch() == mark.batch()) {
                marks.remove(mark.span().number());
            }
            if (marks.isEmpty()) {
                empty.add(mark.span().series());
            }
        }
        empty.forEach(unsettled::remove);
    }

    synchronized boolean isSettled() {
        return unsettled.isEmpty();
    }
}
