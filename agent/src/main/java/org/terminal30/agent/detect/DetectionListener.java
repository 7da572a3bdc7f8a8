package org.terminal30.agent.detect;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** Takes what the detection finds, on the thread that feeds the detection and in the order in which it becomes known. */
public interface DetectionListener {
    /**
     * A window of {@link Detector#WINDOW_NANOS} is complete. Windows lie on a grid of their length counted from the first
     * sample; windows without a sample are not reported.
     *
     * @param startNanos monotonic start, inclusive; its end is exclusive
     * @param sum sum of the values: the mean is {@code sum / count}
     * @param count samples in the window, at least 1
     */
    void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count);

    /** A record began, changed (at most once a second while open) or ended. */
    void event(SupplyEvent event);

    /**
     * Full-rate samples around a record, from a second before it. Each sample is handed on once and in order, also where
     * records follow each other closely; a jump in time begins another stretch.
     *
     * @param samples used again after this call: copy what is kept
     */
    void captured(SampleBlock samples);

    /** A vehicle was connected or taken away (rule B2). */
    void vehicle(boolean connected, long atNanos);
}
