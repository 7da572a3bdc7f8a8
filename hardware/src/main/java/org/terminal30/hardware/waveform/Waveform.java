package org.terminal30.hardware.waveform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.terminal30.hardware.calibration.Calibration;

/**
 * A voltage over time, made of segments that follow each other. Where two meet, the later one holds; before its beginning the
 * voltage stands as it begins, after its end as it ends.
 */
public final class Waveform {
    private final List<Segment> segments;
    /** The end of each segment, in nanoseconds since the beginning. */
    private final long[] endNanos;
    /** The integral of everything up to the end of each segment. */
    private final double[] endVoltSeconds;

    private Waveform(List<Segment> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a waveform needs at least one segment");
        }
        this.segments = List.copyOf(segments);
        this.endNanos = new long[segments.size()];
        this.endVoltSeconds = new double[segments.size()];
        long nanos = 0;
        double voltSeconds = 0;
        for (int i = 0; i < endNanos.length; i++) {
            Segment segment = segments.get(i);
            nanos += segment.lengthNanos();
            voltSeconds += segment.voltSecondsUntil(segment.lengthNanos() / 1e9);
            endNanos[i] = nanos;
            endVoltSeconds[i] = voltSeconds;
        }
    }

    public static Waveform of(Segment... segments) {
        return new Waveform(List.of(segments));
    }

    public static Waveform of(List<Segment> segments) {
        return new Waveform(segments);
    }

    public List<Segment> segments() {
        return segments;
    }

    public long durationNanos() {
        return endNanos[endNanos.length - 1];
    }

    public Duration duration() {
        return Duration.ofNanos(durationNanos());
    }

    public double firstVolts() {
        return segments.getFirst().voltsAt(0);
    }

    public double lastVolts() {
        Segment last = segments.getLast();
        return last.voltsAt(last.lengthNanos() / 1e9);
    }

    /** The exact voltage at a time since the beginning. */
    public double voltsAt(long nanos) {
        if (nanos >= durationNanos()) {
            return lastVolts();
        }
        int index = indexAt(Math.max(0, nanos));
        return segments.get(index).voltsAt(Math.max(0, nanos - startNanos(index)) / 1e9);
    }

    /** The exact mean voltage between two times since the beginning, the first before the second. */
    public double meanVolts(long fromNanos, long toNanos) {
        if (fromNanos >= toNanos) {
            throw new IllegalArgumentException(
                    "mean from %d to %d ns, the first must be before the second".formatted(fromNanos, toNanos));
        }
        return (voltSecondsUntil(toNanos) - voltSecondsUntil(fromNanos)) / ((toNanos - fromNanos) / 1e9);
    }

    double voltSecondsUntil(long nanos) {
        if (nanos < 0) {
            return firstVolts() * nanos / 1e9;
        }
        long beyondNanos = nanos - durationNanos();
        if (beyondNanos >= 0) {
            return endVoltSeconds[endVoltSeconds.length - 1] + lastVolts() * beyondNanos / 1e9;
        }
        int index = indexAt(nanos);
        double before = index == 0 ? 0 : endVoltSeconds[index - 1];
        return before + segments.get(index).voltSecondsUntil((nanos - startNanos(index)) / 1e9);
    }

    /** The segment that holds at a time from 0 on and before the end. */
    int indexAt(long nanos) {
        int found = Arrays.binarySearch(endNanos, nanos);
        return found < 0 ? -found - 1 : found + 1;
    }

    long startNanos(int index) {
        return index == 0 ? 0 : endNanos[index - 1];
    }

    long endNanos(int index) {
        return endNanos[index];
    }

    /** This one, then the other. */
    public Waveform then(Waveform next) {
        List<Segment> both = new ArrayList<>(segments);
        both.addAll(next.segments);
        return new Waveform(both);
    }

    /** This one, then more segments. */
    public Waveform then(Segment... next) {
        return then(of(next));
    }

    /** This one so many times; between them the voltage stands as it ended, for a while that may be 0. */
    public Waveform repeated(int times, Duration recovery) {
        if (times < 1) {
            throw new IllegalArgumentException("waveform is repeated %d times, must be at least 1".formatted(times));
        }
        List<Segment> all = new ArrayList<>(segments);
        for (int i = 1; i < times; i++) {
            if (recovery.isPositive()) {
                all.add(new Segment.Hold(lastVolts(), recovery.toNanos()));
            }
            all.addAll(segments);
        }
        return new Waveform(all);
    }

    /**
     * The same as a car would show it whose battery rests at another voltage than the standard has it: every hold at the level
     * that the waveform begins with moves, and with it what falls from there and comes back there. What lies between, such as the
     * plateau of a cranking, stays.
     */
    public Waveform lifted(double restVolts) {
        double level = firstVolts();
        return new Waveform(segments.stream().map(segment -> segment.moving(level, restVolts)).toList());
    }

    /** Every voltage times a factor above 0. */
    public Waveform scaled(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("factor is %s, must be above 0".formatted(factor));
        }
        return on(new Calibration(factor, 0));
    }

    /** Every voltage so much higher. */
    public Waveform offset(double volts) {
        return on(new Calibration(1, volts));
    }

    private Waveform on(Calibration line) {
        return new Waveform(segments.stream().map(segment -> segment.on(line)).toList());
    }
}
