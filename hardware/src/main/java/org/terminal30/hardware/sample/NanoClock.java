package org.terminal30.hardware.sample;

import java.util.concurrent.locks.LockSupport;

/**
 * A monotonic clock: order and duration, never a date; and the way to let time pass on it. {@code System::nanoTime} in production,
 * where waiting takes as long as it says; a simulation has a clock that jumps.
 */
@FunctionalInterface
public interface NanoClock {
    /** Nanoseconds since an arbitrary origin, never decreasing. */
    long nanoTime();

    /**
     * Waits about so long, mostly some tens of microseconds longer, at times shorter; at once when the thread is interrupted. Does
     * not wait for 0 and less.
     */
    default void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    /** Waits for a moment, not longer than this, without leaving the core to others. */
    default void linger(long nanos) {
        Thread.onSpinWait();
    }
}
