package org.terminal30.hardware.signal;

/**
 * Makes presses out of the samples of a button: a contact has settled when it was read the same for {@link #SETTLED_NANOS}, and
 * going down is one press, however long it lasts. A button that is down when it is first seen is no press but a fault, and one
 * that is held for {@link #HELD_NANOS} is a fault too, until it is let go. Pure; times never decrease.
 */
final class ButtonRule {
    /** Contacts bounce for less than 10 ms; a spark on the lead is shorter still. */
    static final long SETTLED_NANOS = 30_000_000L;
    /** Longer than anybody presses. */
    static final long HELD_NANOS = 10_000_000_000L;

    private enum Position {
        UNKNOWN,
        UP,
        DOWN,
        /** Down since before anybody looked. */
        STUCK
    }

    private Position position = Position.UNKNOWN;
    private long downNanos;
    private boolean seen;
    private boolean lastDown;
    private long sinceNanos;

    /** Takes a sample; true when the button has been pressed. */
    boolean sampled(boolean down, long nowNanos) {
        if (!seen || down != lastDown) {
            seen = true;
            lastDown = down;
            sinceNanos = nowNanos;
        }
        return nowNanos - sinceNanos >= SETTLED_NANOS && settled(down, nowNanos);
    }

    private boolean settled(boolean down, long nowNanos) {
        Position before = position;
        if (!down) {
            position = Position.UP;
        } else if (before == Position.UNKNOWN) {
            position = Position.STUCK;
        } else if (before == Position.UP) {
            position = Position.DOWN;
            downNanos = nowNanos;
        } else if (before == Position.DOWN && nowNanos - downNanos >= HELD_NANOS) {
            position = Position.STUCK;
        }
        return before == Position.UP && position == Position.DOWN;
    }

    /** The button was not read for a while: if it is down next, nobody knows since when. */
    void interrupted() {
        position = Position.UNKNOWN;
        seen = false;
    }

    /** Whether the button is held longer than a press, or since before it was first read. */
    boolean isStuck() {
        return position == Position.STUCK;
    }
}
