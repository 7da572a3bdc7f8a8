package org.terminal30.agent.bay;

import org.terminal30.hardware.sample.NanoClock;

/** Samples per second and channel, counted over whole stretches of some seconds. */
final class RateMeter {
    private static final long STRETCH_NANOS = 2_000_000_000L;

    private final int channels;
    private long sinceNanos;
    private long samples;
    private double hertz;

    RateMeter(int channels, long nowNanos) {
        this.channels = channels;
        this.sinceNanos = nowNanos;
    }

    void count(int more, NanoClock clock) {
        samples += more;
        long now = clock.nanoTime();
        if (now - sinceNanos >= STRETCH_NANOS) {
            hertz = samples * 1e9 / (now - sinceNanos) / channels;
            samples = 0;
            sinceNanos = now;
        }
    }

    /** Of the last full stretch; 0 before the first. */
    double hertz() {
        return hertz;
    }
}
