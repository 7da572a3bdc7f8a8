package org.terminal30.agent.analyse;

/**
 * A stretch of a recording in which a channel has no samples.
 *
 * @param startNanos time of the last sample before it
 * @param endNanos time of the first sample after it
 */
record Gap(long startNanos, long endNanos) {
    Gap {
        if (endNanos <= startNanos) {
            throw new IllegalArgumentException(
                    "gap ends at %d ns, must end after its start at %d ns".formatted(endNanos, startNanos));
        }
    }

    long durationNanos() {
        return endNanos - startNanos;
    }
}
