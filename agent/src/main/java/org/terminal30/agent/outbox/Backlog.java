package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.outbox.Batch.StoredWindow;
import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Window;

/** The windows on disk, oldest first, bounded by number and age. Every call belongs into a transaction of the file. */
final class Backlog {
    /** Room is made for a hundredth of the bound at a time, so that a full outbox does not trim every second. */
    private static final int TRIMMED_PART = 100;
    /** Aged windows go this many at a time. */
    private static final int AGED_AT_ONCE = 1_000;

    private final OutboxFile file;
    private final OutboxLimits limits;
    private final AtomicLong pending = new AtomicLong();

    Backlog(OutboxFile file, OutboxLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    void count() throws SQLException {
        pending.set(file.number("SELECT COUNT(*) FROM window"));
    }

    long pending() {
        return pending.get();
    }

    /** Appends windows and returns their rows; {@code heldBoot} is the boot whose clock they wait for. */
    List<Long> append(List<Window> windows, @Nullable Long heldBoot) throws SQLException {
        List<Long> rows = new ArrayList<>(windows.size());
        for (Window window : windows) {
            rows.add(file.insert("INSERT INTO window (boot, line) VALUES (?, ?)", heldBoot, RecordCodec.line(window)));
        }
        pending.addAndGet(rows.size());
        return rows;
    }

    List<StoredWindow> oldest(int most) throws SQLException {
        return file.rows("SELECT seq, line FROM window ORDER BY seq LIMIT ?",
                row -> new StoredWindow(row.getLong(1), row.getString(2)), most);
    }

    void delete(long row) throws SQLException {
        pending.addAndGet(-file.update("DELETE FROM window WHERE seq = ?", row));
    }

    /**
     * Makes room: removes the oldest windows when there are too many, or those too old by the newest label.
     *
     * @return what was removed, oldest first
     */
    List<Window> trim(long newestLabelNanos) throws SQLException {
        List<Window> removed = new ArrayList<>();
        if (pending() > limits.maxWindows()) {
            int excess = (int) (pending() - limits.maxWindows()) + limits.maxWindows() / TRIMMED_PART;
            remove(oldest(excess), Long.MAX_VALUE, removed);
        }
        long oldestAllowed = newestLabelNanos - limits.maxWindowAge().toNanos();
        if (!oldest(1).isEmpty() && window(oldest(1).getFirst().line()).timeNanos() < oldestAllowed) {
            remove(oldest(AGED_AT_ONCE), oldestAllowed, removed);
        }
        return removed;
    }

    private void remove(List<StoredWindow> candidates, long labelBelow, List<Window> removed) throws SQLException {
        for (StoredWindow candidate : candidates) {
            Window window = window(candidate.line());
            if (window.timeNanos() < labelBelow) {
                delete(candidate.row());
                removed.add(window);
            }
        }
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
