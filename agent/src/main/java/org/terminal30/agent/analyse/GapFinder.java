package org.terminal30.agent.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the gaps of a recording: no sample of a channel for longer than the rule for {@code not-watching} allows (B3), which
 * is one second or three nominal intervals. Gaps of several channels that touch are one.
 */
final class GapFinder {
    private static final long SHORTEST_NANOS = 1_000_000_000;
    private static final int SHORTEST_INTERVALS = 3;

    private final List<Gap> gaps = new ArrayList<>();
    private final long[] lastNanos;
    private final long[] allowedNanos;

    /**
     * @param originNanos start of the recording
     * @param nominalIntervalNanos of each channel
     */
    GapFinder(long originNanos, long... nominalIntervalNanos) {
        lastNanos = new long[nominalIntervalNanos.length];
        allowedNanos = new long[nominalIntervalNanos.length];
        for (int channel = 0; channel < lastNanos.length; channel++) {
            lastNanos[channel] = originNanos;
            allowedNanos[channel] = Math.max(SHORTEST_NANOS, SHORTEST_INTERVALS * nominalIntervalNanos[channel]);
        }
    }

    void sampleAt(int channel, long nanos) {
        if (nanos - lastNanos[channel] > allowedNanos[channel]) {
            gaps.add(new Gap(lastNanos[channel], nanos));
        }
        lastNanos[channel] = nanos;
    }

    /** The gaps of a recording that ends there, in order. */
    List<Gap> finish(long endNanos) {
        for (int channel = 0; channel < lastNanos.length; channel++) {
            sampleAt(channel, endNanos);
        }
        gaps.sort(Comparator.comparingLong(Gap::startNanos).thenComparingLong(Gap::endNanos));
        List<Gap> joined = new ArrayList<>();
        for (Gap gap : gaps) {
            if (!joined.isEmpty() && gap.startNanos() <= joined.getLast().endNanos()) {
                Gap before = joined.removeLast();
                joined.add(new Gap(before.startNanos(), Math.max(before.endNanos(), gap.endNanos())));
            } else {
                joined.add(gap);
            }
        }
        return joined;
    }
}
