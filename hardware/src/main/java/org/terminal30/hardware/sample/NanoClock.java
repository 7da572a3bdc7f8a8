package org.terminal30.hardware.sample;

/** A monotonic clock: order and duration, never a date. {@code System::nanoTime} in production. */
@FunctionalInterface
public interface NanoClock {
    /** Nanoseconds since an arbitrary origin, never decreasing. */
    long nanoTime();
}
