package org.terminal30.hardware.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the head unit remembers, and the breaks of its feed. Told of every stretch in which it is fed or not. */
final class RadioMemory {
    static final int MAX_BREAKS = 10_000;

    private final Radio radio;
    private final List<Truth.Break> breaks = new ArrayList<>();
    private double store = 1;
    private long brokenSinceNanos = -1;
    private long leftOut;
    private double lostSeconds = Double.NaN;

    RadioMemory(Radio radio) {
        this.radio = radio;
    }

    /** A stretch in which the terminal was on one side of what the memory needs all the time. */
    void passed(boolean fed, long fromNanos, long untilNanos) {
        double seconds = (untilNanos - fromNanos) / 1e9;
        if (fed) {
            if (brokenSinceNanos >= 0) {
                ended(fromNanos);
            }
            store = Math.min(1, store + seconds / radio.refillSeconds());
            return;
        }
        if (brokenSinceNanos < 0) {
            brokenSinceNanos = fromNanos;
        }
        double left = store * radio.holdUpSeconds();
        if (seconds >= left && Double.isNaN(lostSeconds)) {
            lostSeconds = fromNanos / 1e9 + left;
        }
        store = seconds >= left ? 0 : (left - seconds) / radio.holdUpSeconds();
    }

    private void ended(long nanos) {
        if (breaks.size() < MAX_BREAKS) {
            breaks.add(stretch(nanos, false));
        } else {
            leftOut++;
        }
        brokenSinceNanos = -1;
    }

    private Truth.Break stretch(long untilNanos, boolean open) {
        return new Truth.Break(brokenSinceNanos / 1e9, (untilNanos - brokenSinceNanos) / 1e9, open);
    }

    List<Truth.Break> breaks(long nowNanos) {
        if (brokenSinceNanos < 0) {
            return breaks;
        }
        List<Truth.Break> all = new ArrayList<>(breaks);
        all.add(stretch(nowNanos, true));
        return all;
    }

    long leftOut() {
        return leftOut;
    }

    OptionalDouble lostSeconds() {
        return Double.isNaN(lostSeconds) ? OptionalDouble.empty() : OptionalDouble.of(lostSeconds);
    }
}
