package org.terminal30.agent.job.swap;

import java.util.HashMap;
import java.util.Map;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/**
 * What happened to the radio's feed in the course of a swap, and so whether its memory was kept (rule B6). Judged at the radio
 * where that is measured, else on the network. Not safe for use by several threads.
 */
final class MemoryWatch {
    /** A radio holds its memory down to some 6 V; with room to spare. */
    static final double KEPT_VOLTS = 9;
    /** So low a starter may pull the network for a moment: every start of a healthy engine does, and radios live with it. */
    private static final double RUSH_VOLTS = 6;

    private static final long NONE = Long.MIN_VALUE;
    /** Without a sample for longer than this it was not watched; a radio holds out about as long. */
    private static final long LONGEST_HOLE_NANOS = 150_000_000;
    private static final int LONGEST_HOLE_PERIODS = 3;

    private final Channel judged;
    private final long periodNanos;
    private final Map<Long, SupplyEvent> breaks = new HashMap<>();
    private double lowestVolts = Double.POSITIVE_INFINITY;
    private long longestBefore;
    private boolean armed;
    private boolean disarmed;
    private boolean blind;
    private boolean wasArmed;
    private boolean watched = true;
    private long lastEndNanos = NONE;
    private long longestHoleNanos;

    /**
     * Has seen nothing yet.
     *
     * @param judged where it is judged
     * @param rateHertz nominal rate of that channel
     */
    MemoryWatch(Channel judged, double rateHertz) {
        this.judged = judged;
        this.periodNanos = Math.round(1e9 / rateHertz);
    }

    /** Where it is judged. */
    Channel judged() {
        return judged;
    }

    /** Goes on with what an earlier boot saw; nobody watched in between. */
    void restored(double lowest, long longestBreakNanos) {
        lowestVolts = Math.min(lowestVolts, lowest);
        longestBefore = longestBreakNanos;
    }

    /** From now on the backup may have to hold the memory alone. */
    void arm() {
        armed = true;
        disarmed = false;
        wasArmed = true;
        watched &= !blind;
    }

    /** The battery holds it again; the engine may be started, and its starter is not a break. */
    void disarm() {
        armed = false;
        disarmed = wasArmed;
    }

    /** The battery was out while nobody watched: before the verdict, or while the bay was off. */
    void unwatched() {
        watched = false;
    }

    void window(Channel channel, long endNanos, double minimum, double mean, long count) {
        if (channel != judged) {
            return;
        }
        if (disarmed && (mean < KEPT_VOLTS || minimum < RUSH_VOLTS)) {
            lowestVolts = Math.min(lowestVolts, minimum);
        }
        if (armed && lastEndNanos != NONE) {
            lowestVolts = Math.min(lowestVolts, minimum);
            long unseenNanos = endNanos - lastEndNanos - count * periodNanos;
            longestHoleNanos = Math.max(longestHoleNanos, unseenNanos);
            watched &= unseenNanos <= Math.max(LONGEST_HOLE_NANOS, LONGEST_HOLE_PERIODS * periodNanos);
        }
        lastEndNanos = endNanos;
    }

    /** The shortest break that would have been seen with certainty. */
    long shortestSeenNanos() {
        return 2 * periodNanos + Math.max(0, longestHoleNanos);
    }

    /** A record, in any of its revisions. */
    void event(SupplyEvent event) {
        if (event.channel() != judged) {
            return;
        }
        // A feed that is weaker than it was, and still enough, breaks nothing.
        if (event.kind().isBreak() && event.minimum() < KEPT_VOLTS) {
            breaks.put(event.sequence(), event);
        }
        if (event.kind().isBlind()) {
            blind = event.open();
            watched &= !armed;
        }
    }

    /** The lowest that was seen while armed, and after that of what was lower than a starter's rush; infinite before anything was. */
    double lowestVolts() {
        return lowestVolts;
    }

    /** The longest break of the whole swap, 0 for none. */
    long longestBreakNanos() {
        return Math.max(longestBefore, breaks.values().stream().mapToLong(SupplyEvent::durationNanos).max().orElse(0));
    }

    /** Whether it was watched from the verdict to the end, with nothing missing. */
    boolean isWatched() {
        return watched && wasArmed;
    }

    boolean hasBreak() {
        return longestBefore > 0 || !breaks.isEmpty();
    }

    /** Whether the memory was kept; false says only that a loss cannot be excluded. */
    boolean isKept() {
        return isWatched() && !hasBreak() && lowestVolts >= KEPT_VOLTS && lowestVolts < Double.POSITIVE_INFINITY;
    }
}
