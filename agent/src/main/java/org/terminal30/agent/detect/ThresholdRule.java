package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

/**
 * A level with delay and hysteresis: starts below one level, ends at or above another. With sign −1 above and below change
 * places. Judged on samples or on means, stamped at the crossings of samples.
 */
final class ThresholdRule {
    private static final long NONE = Long.MIN_VALUE;

    private final EventKind kind;
    private final RecordLog log;
    private final double sign;
    private final long delayNanos;
    private final long endDelayNanos;
    private final boolean onSamples;
    private double start;
    private double end;
    private boolean beyond;
    private boolean inEnd = true;
    private long beyondSince;
    private long leftNanos;
    private long stamp = NONE;
    private long endStamp = NONE;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private double beyondMinimum;
    private double beyondMaximum;
    private RecordLog.@Nullable Entry entry;

    ThresholdRule(EventKind kind, RecordLog log, double sign, double start, double end, long delayMillis,
            boolean onSamples) {
        this(kind, log, sign, start, end, delayMillis, 0, onSamples);
    }

    /** @param endDelayMillis how long the end has to last; it too decides whether, not when */
    ThresholdRule(EventKind kind, RecordLog log, double sign, double start, double end, long delayMillis,
            long endDelayMillis, boolean onSamples) {
        this.kind = kind;
        this.log = log;
        this.sign = sign;
        this.start = sign * start;
        this.end = sign * end;
        this.delayNanos = delayMillis * 1_000_000;
        this.endDelayNanos = endDelayMillis * 1_000_000;
        this.onSamples = onSamples;
    }

    /** Other levels, for a rule that follows a reference. Changes nothing about an open record. */
    void levels(double newStart, double newEnd) {
        start = sign * newStart;
        end = sign * newEnd;
    }

    boolean isOpen() {
        return entry != null;
    }

    RecordLog.@Nullable Entry entry() {
        return entry;
    }

    /** Whether nothing is pending: samples from {@link #steadyFrom} to {@link #steadyTo} then change only extremes. */
    boolean isSteady() {
        return endStamp == NONE && (entry == null ? stamp == NONE && !beyond : beyond || !inEnd);
    }

    double steadyFrom() {
        return sign > 0 ? steadyLow() : -steadyHigh();
    }

    double steadyTo() {
        return sign > 0 ? steadyHigh() : -steadyLow();
    }

    private double steadyLow() {
        return entry != null && beyond ? Double.NEGATIVE_INFINITY : start;
    }

    private double steadyHigh() {
        return entry == null ? Double.POSITIVE_INFINITY : Math.nextDown(beyond ? start : end);
    }

    /** Takes samples that are steady, by their extremes. */
    void ran(double low, double high) {
        if (entry != null) {
            see(low);
            see(high);
        }
    }

    /** Takes a sample; the previous one is at the same time when there is no neighbour. */
    void sample(long beforeNanos, double before, long nanos, double value) {
        double from = sign * before;
        double to = sign * value;
        boolean nowBeyond = to < start;
        if (nowBeyond != beyond) {
            long crossed = Crossing.nanos(beforeNanos, from, nanos, to, start);
            if (nowBeyond) {
                enter(crossed);
            } else {
                leave(crossed);
            }
            beyond = nowBeyond;
        }
        boolean nowInEnd = to >= end;
        if (nowInEnd && !inEnd && endStamp == NONE) {
            endStamp = Crossing.nanos(beforeNanos, from, nanos, to, end);
        }
        inEnd = nowInEnd;
        if (stamp != NONE && !(nowInEnd && endStamp != NONE)) {
            see(value);
        }
        if (onSamples) {
            judge(to, nanos);
        }
    }

    private void enter(long crossed) {
        beyondSince = crossed;
        beyondMinimum = Double.POSITIVE_INFINITY;
        beyondMaximum = Double.NEGATIVE_INFINITY;
        if (stamp == NONE) {
            stamp = crossed;
            minimum = Double.POSITIVE_INFINITY;
            maximum = Double.NEGATIVE_INFINITY;
        }
    }

    private void leave(long crossed) {
        leftNanos = crossed;
        if (onSamples && entry == null && stamp != NONE && crossed - stamp >= delayNanos) {
            begin(crossed);
        }
    }

    private void see(double value) {
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        beyondMinimum = Math.min(beyondMinimum, value);
        beyondMaximum = Math.max(beyondMaximum, value);
        if (entry != null) {
            entry.minimum = minimum;
            entry.maximum = maximum;
        }
    }

    /** Takes a mean, at the time of its last sample. */
    void mean(double mean, long nanos) {
        if (!onSamples) {
            judge(sign * mean, nanos);
        }
    }

    private void judge(double judged, long nanos) {
        if (entry == null) {
            long until = beyond ? nanos : leftNanos;
            if (judged < start && stamp != NONE) {
                if (until - stamp >= delayNanos) {
                    begin(nanos);
                }
            } else {
                restart();
            }
            endStamp = entry == null ? NONE : endStamp;
        }
        if (entry != null) {
            judgeEnd(entry, judged, nanos);
        }
    }

    private void judgeEnd(RecordLog.Entry current, double judged, long nanos) {
        if (judged >= end && (inEnd || endStamp != NONE)) {
            endStamp = endStamp == NONE ? nanos : endStamp;
            if (nanos - endStamp >= endDelayNanos) {
                end(current, endStamp);
            }
        } else if (!inEnd) {
            endStamp = NONE;
        }
    }

    /** The delay begins anew: with the present stay beyond the level, if there is one. */
    private void restart() {
        stamp = beyond ? beyondSince : NONE;
        minimum = beyondMinimum;
        maximum = beyondMaximum;
    }

    /** The next sample has no neighbour: what was not seen counts towards no delay. */
    void gap() {
        if (entry == null) {
            forget();
        }
    }

    /** Records what is pending, whatever its delay; not what lies before a return to the end. */
    void beginAtOnce(long nanos) {
        if (entry == null && endStamp != NONE) {
            endStamp = NONE;
            restart();
        }
        begin(nanos);
    }

    private void begin(long nanos) {
        if (entry == null && stamp != NONE) {
            entry = log.begin(kind, stamp, nanos, minimum, maximum, null);
        }
    }

    /** Ends the record at its crossing. Whoever is beyond the level again by then has begun the next one. */
    private void end(RecordLog.Entry ending, long nanos) {
        log.end(ending, nanos);
        entry = null;
        endStamp = NONE;
        restart();
    }

    /** Ends the record for another reason than its level, and begins as if nothing had been seen. */
    void close(long nanos, String reason) {
        RecordLog.Entry ending = entry;
        if (ending != null) {
            ending.reason = reason;
            log.end(ending, nanos);
        }
        entry = null;
        forget();
    }

    /** A start explains what was held back or pending: it never happened. What was open before it stays. */
    void excuse() {
        RecordLog.Entry current = entry;
        if (current == null || current.isHeld()) {
            entry = null;
            forget();
        }
    }

    private void forget() {
        stamp = NONE;
        endStamp = NONE;
        beyond = false;
        inEnd = true;
    }
}
