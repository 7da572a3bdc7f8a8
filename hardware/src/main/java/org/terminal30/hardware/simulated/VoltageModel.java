package org.terminal30.hardware.simulated;

import org.terminal30.hardware.sample.Channel;

/** What there is to measure: the true value of every channel at any time. Asked by one thread, with times that hardly go back. */
@FunctionalInterface
public interface VoltageModel {
    /** Volts, or amperes for a current channel, at a time of the host's monotonic clock. */
    double voltsAt(Channel channel, long nanos);
}
