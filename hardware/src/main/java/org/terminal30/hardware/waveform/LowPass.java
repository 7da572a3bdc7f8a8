package org.terminal30.hardware.waveform;

/** What a low-pass of first order shows of a waveform, exactly, followed through time. It begins settled. */
final class LowPass {
    private final Waveform waveform;
    private final double timeConstantSeconds;
    private long nanos;
    private double volts;

    LowPass(Waveform waveform, double timeConstantSeconds) {
        this.waveform = waveform;
        this.timeConstantSeconds = timeConstantSeconds;
        this.volts = waveform.firstVolts();
    }

    /** Goes on to a time, not before the last one, and tells what it shows then. */
    double advanceTo(long untilNanos) {
        while (nanos < untilNanos && nanos < waveform.durationNanos()) {
            int index = waveform.indexAt(nanos);
            long end = Math.min(untilNanos, waveform.endNanos(index));
            double from = (nanos - waveform.startNanos(index)) / 1e9;
            double to = (end - waveform.startNanos(index)) / 1e9;
            Segment segment = waveform.segments().get(index);
            volts = segment.behindLowPass(to, timeConstantSeconds)
                    + (volts - segment.behindLowPass(from, timeConstantSeconds)) * forgotten(to - from);
            nanos = end;
        }
        if (nanos < untilNanos) {
            double last = waveform.lastVolts();
            volts = last + (volts - last) * forgotten((untilNanos - nanos) / 1e9);
            nanos = untilNanos;
        }
        return volts;
    }

    private double forgotten(double seconds) {
        return Math.exp(-seconds / timeConstantSeconds);
    }
}
