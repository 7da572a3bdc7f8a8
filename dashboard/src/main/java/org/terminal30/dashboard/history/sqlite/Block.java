package org.terminal30.dashboard.history.sqlite;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.cells.Cells;

/** A block ready to be written: what takes time, adding up and packing, is done before the writer's turn. */
final class Block {
    /** What a column holds of a level that is not kept any longer: nothing that is packed is as short. */
    private static final byte[] NOT_KEPT = {};

    private final Span span;
    private final long journal;
    private final byte[] tens;
    private final byte[] seconds;
    private final byte[] windows;
    private final Cells minutes;

    /**
     * A block of what is kept of its span; the columns of finer levels are empty.
     *
     * @param journal the newest row of the journal that is in it
     */
    Block(Span span, long journal, Remains remains) {
        this.span = span;
        this.journal = journal;
        this.windows = packed(remains, Level.WINDOW);
        this.seconds = packed(remains, Level.SECOND);
        this.tens = packed(remains, Level.TEN_SECONDS);
        this.minutes = remains.at(Level.MINUTE);
    }

    private static byte[] packed(Remains remains, Level level) {
        return remains.level().compareTo(level) > 0 ? NOT_KEPT : Packing.packed(remains.at(level));
    }

    Span span() {
        return span;
    }

    long journal() {
        return journal;
    }

    byte[] tens() {
        return tens;
    }

    byte[] seconds() {
        return seconds;
    }

    byte[] windows() {
        return windows;
    }

    Cells minutes() {
        return minutes;
    }
}
