package org.terminal30.agent.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.terminal30.agent.wire.WireRecord;

/**
 * Records of one kind that have not been acknowledged and are not on disk yet, oldest first. Safe for use by several threads.
 */
final class LiveMemory<R extends WireRecord> {
    private final int most;
    private final ArrayDeque<Held<R>> waiting = new ArrayDeque<>();
    private final Set<Held<R>> underWay = new LinkedHashSet<>();
    private long evicted;

    /** @param most how many wait; reached only while the disk refuses them */
    LiveMemory(int most) {
        this.most = most;
    }

    /** A record and when it came. */
    static final class Held<R extends WireRecord> {
        private R record;
        private final long arrivedNanos;
        /** Where it lies on disk; 0 while it does not. */
        private long row;

        private Held(R record, long arrivedNanos) {
            this.record = record;
            this.arrivedNanos = arrivedNanos;
        }

        R record() {
            return record;
        }
    }

    synchronized void add(R record, long nowNanos) {
        waiting.addLast(new Held<>(record, nowNanos));
        if (waiting.size() > most) {
            waiting.removeFirst();
            evicted++;
        }
    }

    /** Records that went because there were too many. */
    synchronized long evicted() {
        return evicted;
    }

    synchronized int size() {
        return waiting.size() + (int) underWay.stream().filter(held -> held.row == 0).count();
    }

    /** How long the oldest waiting record has been here; negative when none waits. */
    synchronized long waitedNanos(long nowNanos) {
        Held<R> oldest = waiting.peekFirst();
        return oldest == null ? -1 : nowNanos - oldest.arrivedNanos;
    }

    synchronized List<Held<R>> take(int mostTaken) {
        List<Held<R>> taken = new ArrayList<>();
        while (taken.size() < mostTaken && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        underWay.addAll(taken);
        return taken;
    }

    /** Forgets a record that was acknowledged or refused; returns its row on disk, 0 when it never got there. */
    synchronized long done(Held<?> held) {
        underWay.remove(held);
        return held.row;
    }

    /** Takes back those of its records that could not be sent, given oldest first. */
    synchronized void back(List<? extends Held<?>> notSent) {
        List<Held<R>> mine = underWay.stream().filter(notSent::contains).toList();
        for (Held<R> held : mine.reversed()) {
            underWay.remove(held);
            if (held.row == 0) {
                waiting.addFirst(held);
            }
        }
    }

    /** The records that came at or before {@code arrivedNanos}, under way or not, and are not on disk. */
    synchronized List<Held<R>> overdue(long arrivedNanos) {
        return Stream.concat(underWay.stream(), waiting.stream())
                .filter(held -> held.row == 0 && held.arrivedNanos - arrivedNanos <= 0).toList();
    }

    /** The records lie on disk in these rows now; those that wait have left the memory. */
    synchronized void spilled(List<Held<R>> onDisk, List<Long> rows) {
        for (int i = 0; i < onDisk.size(); i++) {
            onDisk.get(i).row = rows.get(i);
        }
        waiting.removeIf(held -> held.row != 0);
    }

    /** Puts another record in the place of each that waits. */
    synchronized void replaceAll(UnaryOperator<R> with) {
        waiting.forEach(held -> held.record = with.apply(held.record));
    }
}
