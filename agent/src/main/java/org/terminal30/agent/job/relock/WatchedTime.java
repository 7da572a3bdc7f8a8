package org.terminal30.agent.job.relock;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/** How long a channel was really watched: its samples came, and its lead was on the car. Used by one thread. */
final class WatchedTime {
    private static final long NONE = Long.MIN_VALUE;
    private static final long LEAST_HOLE_NANOS = 1_000_000_000L;
    private static final int HOLE_PERIODS = 3;

    private final Channel channel;
    private final long longestHoleNanos;
    private long watchedNanos;
    private int gaps;
    private long lastEndNanos = NONE;
    private boolean away;

    /**
     * Has watched nothing yet.
     *
     * @param rateHertz nominal rate of the channel
     */
    WatchedTime(Channel channel, double rateHertz) {
        this.channel = channel;
        this.longestHoleNanos = Math.max(LEAST_HOLE_NANOS, Math.round(HOLE_PERIODS * 1e9 / Math.max(rateHertz, 1e-3)));
    }

    /** Goes on with what an earlier boot watched; nobody watched in between. */
    void restored(double watchedHours, int earlierGaps) {
        watchedNanos = Math.round(watchedHours * Hours.NANOS);
        gaps = earlierGaps + 1;
    }

    /** The next window of the channel; whether it followed the one before without a hole. */
    boolean window(long endNanos) {
        boolean begins = lastEndNanos == NONE;
        long stepNanos = begins ? 0 : endNanos - lastEndNanos;
        boolean follows = stepNanos <= longestHoleNanos;
        lastEndNanos = endNanos;
        if (!follows) {
            gaps++;
        } else if (!away) {
            watchedNanos += stepNanos;
        }
        return follows && !begins;
    }

    /** A record, in any of its revisions: an interruption without an end is a lead that is off, or nothing that is left to watch. */
    void event(SupplyEvent event) {
        if (event.channel() != channel || event.kind() != EventKind.INTERRUPTION) {
            return;
        }
        boolean nowAway = event.open() && Incidents.isAway(event);
        if (nowAway && !away) {
            gaps++;
        }
        away = nowAway;
    }

    double hours() {
        return watchedNanos / (double) Hours.NANOS;
    }

    /** How often the watching was interrupted, a bay without power included. */
    int gaps() {
        return gaps;
    }
}
