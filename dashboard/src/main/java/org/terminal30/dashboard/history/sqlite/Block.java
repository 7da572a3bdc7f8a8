package org.terminal30.dashboard.history.sqlite;

import org.terminal30.dashboard.history.Level;

/** A block ready to be written: what takes time, adding up and packing, is done before the writer's turn. */
final class Block {
    private final Span span;
    private final long journal;
    private final byte[] tens;
    private final byte[] seconds;
    private final byte[] windows;
    private final Cells minutes;

    /**
     * A block of windows.
     *
     * @param journal the newest row of the journal that is in it
     */
    Block(Span span, long journal, Cells windows) {
        this(span, journal, windows, windows.rolledUp(Level.SECOND));
    }

    private Block(Span span, long journal, Cells windows, Cells ofSeconds) {
        this(span, journal, windows, ofSeconds, ofSeconds.rolledUp(Level.TEN_SECONDS));
    }

    /** A block in which coarser columns may have more than finer ones make. */
    Block(Span span, long journal, Cells windows, Cells ofSeconds, Cells ofTens) {
        this.span = span;
        this.journal = journal;
        this.windows = Packing.packed(windows);
        this.seconds = Packing.packed(ofSeconds);
        this.tens = Packing.packed(ofTens);
        this.minutes = ofTens.rolledUp(Level.MINUTE);
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
