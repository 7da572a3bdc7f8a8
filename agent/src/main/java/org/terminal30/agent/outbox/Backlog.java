package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.outbox.Batch.Stored;
import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Window;

/**
 * The windows and captures on disk. They share one bound of size; where it is reached the oldest windows go, and captures only
 * when no window is left: a window of a minute ago can be missed more easily than the waveform of the event that everybody asks
 * about. Windows are bounded by age too. Every call belongs into a transaction of the file.
 */
final class Backlog {
    /** About what a window takes: a capture takes the room of as many windows as its line is longer. */
    static final int WINDOW_CHARACTERS = 110;
    /** Room is made for a hundredth of the bound at a time, so that a full outbox does not trim every second. */
    private static final int TRIMMED_PART = 100;
    /** Aged windows go this many at a time, and captures that are too many. */
    private static final int AT_ONCE = 1_000;

    private final OutboxLimits limits;
    private final BacklogTable windows;
    private final BacklogTable captures;

    Backlog(OutboxFile file, OutboxLimits limits) {
        this.limits = limits;
        this.windows = new BacklogTable(file, BacklogTable.WINDOWS);
        this.captures = new BacklogTable(file, BacklogTable.CAPTURES);
    }

    BacklogTable windows() {
        return windows;
    }

    BacklogTable captures() {
        return captures;
    }

    void count() throws SQLException {
        windows.count();
        captures.count();
    }

    long pending() {
        return windows.pending() + captures.pending();
    }

    /**
     * What leaves next, captures first: there are few, and somebody may be waiting for them.
     *
     * @param mostCaptures when there are captures, else {@code mostWindows}
     */
    List<Stored> oldest(int mostWindows, int mostCaptures) throws SQLException {
        return captures.pending() > 0 ? captures.oldest(mostCaptures) : windows.oldest(mostWindows);
    }

    /** In how many windows' place the lines are. */
    static long windowsOf(List<Stored> lines) {
        return lines.stream().mapToLong(line -> 1 + line.line().length() / WINDOW_CHARACTERS).sum();
    }

    /** What had to go, oldest first. */
    record Trimmed(List<Window> windows, int captures) {}

    /** Makes room: removes what is too much, and windows that are too old by the newest label. */
    Trimmed trim(long newestLabelNanos) throws SQLException {
        List<Window> removed = new ArrayList<>();
        int removedCaptures = 0;
        long excess = windows.pending() + captures.characters() / WINDOW_CHARACTERS - limits.maxWindows();
        if (excess > 0) {
            int wanted = (int) Math.min(excess, limits.maxWindows()) + limits.maxWindows() / TRIMMED_PART;
            remove(windows.oldest(wanted), Long.MAX_VALUE, removed);
            removedCaptures = removed.size() < excess ? removeCaptures(wanted - removed.size()) : 0;
        }
        long oldestAllowed = newestLabelNanos - limits.maxWindowAge().toNanos();
        List<Stored> oldest = windows.oldest(1);
        if (!oldest.isEmpty() && window(oldest.getFirst().line()).timeNanos() < oldestAllowed) {
            remove(windows.oldest(AT_ONCE), oldestAllowed, removed);
        }
        return new Trimmed(removed, removedCaptures);
    }

    private void remove(List<Stored> candidates, long labelBelow, List<Window> removed) throws SQLException {
        for (Stored candidate : candidates) {
            Window window = window(candidate.line());
            if (window.timeNanos() < labelBelow) {
                windows.delete(candidate);
                removed.add(window);
            }
        }
    }

    private int removeCaptures(long windowsWorth) throws SQLException {
        int removed = 0;
        long left = windowsWorth;
        for (Stored capture : captures.oldest(AT_ONCE)) {
            if (left <= 0) {
                break;
            }
            captures.delete(capture);
            left -= windowsOf(List.of(capture));
            removed++;
        }
        return removed;
    }

    private static Window window(String line) {
        try {
            WireRecord record = RecordCodec.record(LineProtocol.parse(line, 1, 0));
            if (record instanceof Window window) {
                return window;
            }
        } catch (MalformedLineException cause) {
            throw new IllegalStateException("not written by this outbox: " + line, cause);
        }
        throw new IllegalStateException("not a window: " + line);
    }
}
