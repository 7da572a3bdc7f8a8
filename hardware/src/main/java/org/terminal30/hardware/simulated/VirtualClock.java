package org.terminal30.hardware.simulated;

import org.terminal30.hardware.sample.NanoClock;

/** Time that passes as fast as the computer can: whoever waits finds it later at once. Used by one thread. */
public final class VirtualClock implements NanoClock {
    private long nanos;

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void pause(long forNanos) {
        nanos += Math.max(0, forNanos);
    }

    @Override
    public void linger(long forNanos) {
        pause(forNanos);
    }
}
