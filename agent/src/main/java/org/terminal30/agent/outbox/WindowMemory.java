package org.terminal30.agent.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.terminal30.agent.wire.Relabel;
import org.terminal30.agent.wire.WireRecord.Window;

/** Windows that have not been acknowledged and are not on disk yet, oldest first. Safe for use by several threads. */
final class WindowMemory {
    /** Two channels at 10 windows/s for ten minutes; reached only while the disk refuses them. */
    static final int MAX_WINDOWS = 12_000;

    private final ArrayDeque<Held> waiting = new ArrayDeque<>();
    private final Set<Held> underWay = new LinkedHashSet<>();
    private long evicted;

    /** A window and when it came. */
    static final class Held {
        private Window window;
        private final long arrivedNanos;
        /** Where it lies on disk; 0 while it does not. */
        private long row;

        private Held(Window window, long arrivedNanos) {
            this.window = window;
            this.arrivedNanos = arrivedNanos;
        }

        Window window() {
            return window;
        }
    }

    synchronized void add(Window window, long nowNanos) {
        waiting.addLast(new Held(window, nowNanos));
        if (waiting.size() > MAX_WINDOWS) {
            waiting.removeFirst();
            evicted++;
        }
    }

    /** Windows that went because there were more than {@link #MAX_WINDOWS}. */
    synchronized long evicted() {
        return evicted;
    }

    synchronized int size() {
        return waiting.size() + (int) underWay.stream().filter(held -> held.row == 0).count();
    }

    /** How long the oldest waiting window has been here; negative when none waits. */
    synchronized long waitedNanos(long nowNanos) {
        Held oldest = waiting.peekFirst();
        return oldest == null ? -1 : nowNanos - oldest.arrivedNanos;
    }

    synchronized List<Held> take(int most) {
        List<Held> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            taken.add(waiting.removeFirst());
        }
        underWay.addAll(taken);
        return taken;
    }

    /** Forgets a window that was acknowledged or refused; returns its row on disk, 0 when it never got there. */
    synchronized long done(Held held) {
        underWay.remove(held);
        return held.row;
    }

    /** Takes back windows that could not be sent, given oldest first. */
    synchronized void back(List<Held> notSent) {
        for (Held held : notSent.reversed()) {
            underWay.remove(held);
            if (held.row == 0) {
                waiting.addFirst(held);
            }
        }
    }

    /** The windows that came at or before {@code arrivedNanos}, under way or not, and are not on disk. */
    synchronized List<Held> overdue(long arrivedNanos) {
        return Stream.concat(underWay.stream(), waiting.stream())
                .filter(held -> held.row == 0 && held.arrivedNanos - arrivedNanos <= 0).toList();
    }

    /** The windows lie on disk in these rows now; those that wait have left the memory. */
    synchronized void spilled(List<Held> onDisk, List<Long> rows) {
        for (int i = 0; i < onDisk.size(); i++) {
            onDisk.get(i).row = rows.get(i);
        }
        waiting.removeIf(held -> held.row != 0);
    }

    synchronized void shift(long shiftNanos) {
        waiting.forEach(held -> held.window = Relabel.shifted(held.window, shiftNanos));
    }
}
