package org.terminal30.dashboard.history.sqlite;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.cells.Cells;

/**
 * The windows of the journal that are in no block yet, in memory. What was committed is added at once, in the order of the journal,
 * and leaves when its block is committed. Safe for any thread.
 */
final class Waiting {
    /** A span is put into its block when it was left alone for so many rounds. */
    private static final int QUIET_ROUNDS = 2;
    /** Or when its oldest windows have waited for so many, which keeps the journal short. */
    private static final int MAX_ROUNDS = 90;
    private static final long PATIENCE_MILLIS = 30_000;

    private final int maxWindows;
    private final Map<Long, NavigableMap<Long, Pending>> series = new HashMap<>();
    private int windows;
    private long round;

    /** {@code maxWindows}: above this, the fullest spans are due at once; at twice as much, whoever brings more has to wait. */
    Waiting(int maxWindows) {
        this.maxWindows = maxWindows;
    }

    /** What waits of one span. */
    private static final class Pending {
        /** On its way into the block. */
        private @Nullable Due sealing;
        private Cells active = new Cells();
        private long firstJournal;
        private long lastJournal;
        private long firstRound;
        private long lastRound;

        Cells all() {
            return sealing == null ? active.with(new Cells()) : sealing.windows().with(active);
        }

        long oldestJournal() {
            return sealing != null ? sealing.firstJournal() : firstJournal;
        }
    }

    /**
     * Windows to be put into their block.
     *
     * @param lastJournal the newest row of the journal that has some of them
     */
    record Due(Span span, Cells windows, long firstJournal, long lastJournal) {}

    synchronized void add(long journal, List<Part> parts) {
        for (Part part : parts) {
            Pending pending = series.computeIfAbsent(part.span().series(), id -> new TreeMap<>())
                    .computeIfAbsent(part.span().number(), number -> new Pending());
            if (pending.active.isEmpty()) {
                pending.firstJournal = journal;
                pending.firstRound = round;
            }
            pending.lastJournal = journal;
            pending.lastRound = round;
            windows -= pending.active.size();
            pending.active = added(pending.active, part.windows());
            windows += pending.active.size();
        }
    }

    private static Cells added(Cells active, Cells more) {
        if (!active.isEmpty() && more.start(0) < active.lastStart()) {
            return active.with(more);
        }
        for (int i = 0; i < more.size(); i++) {
            active.append(more, i);
        }
        return active;
    }

    /** Copies of what waits of a series, by the numbers of the spans. */
    synchronized NavigableMap<Long, Cells> of(long id) {
        NavigableMap<Long, Cells> all = new TreeMap<>();
        series.getOrDefault(id, new TreeMap<>()).forEach((number, pending) -> all.put(number, pending.all()));
        return all;
    }

    synchronized Optional<Cells> of(Span span) {
        Pending pending = series.getOrDefault(span.series(), new TreeMap<>()).get(span.number());
        return pending == null ? Optional.empty() : Optional.of(pending.all());
    }

    synchronized void nextRound() {
        round++;
    }

    synchronized int windows() {
        return windows;
    }

    synchronized boolean isTooMuch() {
        return windows > maxWindows;
    }

    /** The next span to be put into its block: the fullest one when there is too much, otherwise one that is quiet or old. */
    synchronized Optional<Due> nextDue(boolean everything) {
        boolean tooMuch = windows > maxWindows;
        return all().filter(pending -> everything || tooMuch || isDue(pending.getValue()))
                .max(Comparator.comparingInt(pending -> pending.getValue().active.size()))
                .map(pending -> begin(pending.getKey(), pending.getValue()));
    }

    /** The span that keeps the journal long. */
    synchronized Optional<Due> nextOldest() {
        return all().min(Comparator.comparingLong(pending -> pending.getValue().oldestJournal()))
                .map(pending -> begin(pending.getKey(), pending.getValue()));
    }

    private Stream<Map.Entry<Span, Pending>> all() {
        return series.entrySet().stream().flatMap(of -> of.getValue().entrySet().stream()
                .map(pending -> Map.entry(new Span(of.getKey(), pending.getKey()), pending.getValue())));
    }

    private boolean isDue(Pending pending) {
        return round - pending.lastRound >= QUIET_ROUNDS || round - pending.firstRound >= MAX_ROUNDS;
    }

    private static Due begin(Span span, Pending pending) {
        if (pending.sealing != null) {
            throw new IllegalStateException("%s is being sealed already".formatted(span));
        }
        Due due = new Due(span, pending.active, pending.firstJournal, pending.lastJournal);
        pending.sealing = due;
        pending.active = new Cells();
        return due;
    }

    /** The block is on disk. */
    synchronized void sealed(Due due) {
        NavigableMap<Long, Pending> spans = series.getOrDefault(due.span().series(), new TreeMap<>());
        Pending pending = spans.get(due.span().number());
        if (pending != null) {
            pending.sealing = null;
            windows -= due.windows().size();
            if (pending.active.isEmpty()) {
                spans.remove(due.span().number());
            }
        }
        notifyAll();
    }

    /** The block could not be written: its windows wait again. */
    synchronized void failed(Due due) {
        Pending pending = series.getOrDefault(due.span().series(), new TreeMap<>()).get(due.span().number());
        if (pending != null) {
            windows -= due.windows().size() + pending.active.size();
            pending.active = due.windows().with(pending.active);
            windows += pending.active.size();
            pending.firstJournal = due.firstJournal();
            pending.lastJournal = Math.max(pending.lastJournal, due.lastJournal());
            pending.lastRound = round;
            pending.sealing = null;
        }
    }

    /**
     * Waits while there is twice as much as there may be.
     *
     * @return whether there is room now; false when nothing got into a block for {@value #PATIENCE_MILLIS} ms
     */
    synchronized boolean awaitRoom() throws InterruptedException {
        int before = -1;
        while (windows > 2L * maxWindows && windows != before) {
            before = windows;
            wait(PATIENCE_MILLIS);
        }
        return windows <= 2L * maxWindows;
    }

    /** The oldest row of the journal that has windows in no block; beyond all when there is none. */
    synchronized long oldestJournal() {
        return series.values().stream().flatMap(spans -> spans.values().stream()).mapToLong(Pending::oldestJournal)
                .min().orElse(Long.MAX_VALUE);
    }
}
