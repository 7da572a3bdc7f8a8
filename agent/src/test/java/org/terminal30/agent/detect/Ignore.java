package org.terminal30.agent.detect;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** Takes what is found and keeps nothing. */
final class Ignore implements DetectionListener {
    @Override
    public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
        // Only the detection itself is measured.
    }

    @Override
    public void event(SupplyEvent event) {
        // Only the detection itself is measured.
    }

    @Override
    public void captured(SampleBlock samples) {
        // Only the detection itself is measured.
    }

    @Override
    public void vehicle(boolean connected, long atNanos) {
        // Only the detection itself is measured.
    }
}
