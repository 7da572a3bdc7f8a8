package org.terminal30.agent.bay;

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

    void count(int more) {
        samples += more;
    }

    /** Of the last full stretch; 0 before the first. Silence counts: a source that is gone comes down to 0. */
    double hertz(long nowNanos) {
        if (nowNanos - sinceNanos >= STRETCH_NANOS) {
            hertz = samples * 1e9 / (nowNanos - sinceNanos) / channels;
            samples = 0;
            sinceNanos = nowNanos;
        }
        return hertz;
    }
}
