package org.terminal30.agent.job.relock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.terminal30.agent.battery.ChargingLimits;
import org.terminal30.agent.battery.ParkedCourse;

/**
 * Follows the voltage of the car while it stands: a median an hour, of which the newest day is kept. A lamp for half an hour moves
 * no median; whatever charges or cranks begins the wait for rest anew. Used by one thread.
 */
final class RestingCourse {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;
    private static final int MINUTES = 60;
    /** Fewer are no hour. */
    private static final int LEAST_MINUTES = 30;
    private static final int READINGS = 24;
    /** Of the battery of a car that stands; what is lower is a lead that is off. */
    private static final double LEAST_VOLTS = 8;
    private static final double CHARGED_VOLTS = ChargingLimits.DEFAULT.minVolts();

    private record Reading(long nanos, double volts) {}

    private final Deque<Reading> readings = new ArrayDeque<>(READINGS);
    private final double[] minutes = new double[MINUTES];
    private int minuteCount;
    private long restSinceNanos = NEVER;
    private long hourNanos;
    private long minuteNanos;
    private double sum;
    private int count;

    /** The next window of the car's network. */
    void window(long endNanos, double mean) {
        if (restSinceNanos == NEVER) {
            begin(endNanos);
        }
        if (endNanos - minuteNanos >= MINUTE_NANOS) {
            minuteIsOver(endNanos);
        }
        if (mean >= LEAST_VOLTS) {
            sum += mean;
            count++;
        }
    }

    /** The engine was cranked, or nothing was measured for a while: what follows is another rest. */
    void disturbed() {
        restSinceNanos = NEVER;
    }

    private void begin(long nanos) {
        restSinceNanos = nanos;
        hourNanos = nanos;
        minuteNanos = nanos;
        minuteCount = 0;
        sum = 0;
        count = 0;
        readings.clear();
    }

    private void minuteIsOver(long nowNanos) {
        double volts = count == 0 ? Double.NaN : sum / count;
        sum = 0;
        count = 0;
        minuteNanos = nowNanos;
        if (volts >= CHARGED_VOLTS) {
            begin(nowNanos);
        } else if (!Double.isNaN(volts) && minuteCount < MINUTES) {
            minutes[minuteCount++] = volts;
        }
        if (nowNanos - hourNanos >= HOUR_NANOS) {
            hourIsOver(nowNanos);
        }
    }

    private void hourIsOver(long nowNanos) {
        boolean settled = hourNanos - restSinceNanos >= ParkedCourse.MIN_SETTLED_HOURS * HOUR_NANOS;
        if (settled && minuteCount >= LEAST_MINUTES) {
            if (readings.size() == READINGS) {
                readings.removeFirst();
            }
            readings.addLast(new Reading(hourNanos, median(Arrays.copyOf(minutes, minuteCount))));
        }
        minuteCount = 0;
        hourNanos = nowNanos;
    }

    /** The newest reading at rest; empty while there is none. */
    OptionalDouble restVolts() {
        return readings.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(readings.getLast().volts());
    }

    /** The newest day of rest, as far as it has come; empty while it is too short to tell anything. */
    Optional<ParkedCourse> course() {
        if (readings.size() <= ParkedCourse.MIN_HOURS) {
            return Optional.empty();
        }
        List<Reading> all = new ArrayList<>(readings);
        double hours = (all.getLast().nanos() - all.getFirst().nanos()) / (double) HOUR_NANOS;
        int later = (all.size() - ParkedCourse.MIN_HOURS) / 2;
        return Optional.of(new ParkedCourse(hours, level(all.subList(0, 3)),
                level(all.subList(all.size() - 3, all.size())), fallPerHour(all.subList(later, all.size()))));
    }

    private static double level(List<Reading> some) {
        return median(some.stream().mapToDouble(Reading::volts).toArray());
    }

    /** The median of the slopes between all pairs (Theil and Sen). */
    private static double fallPerHour(List<Reading> some) {
        double[] falls = new double[some.size() * (some.size() - 1) / 2];
        int next = 0;
        for (int i = 0; i < some.size(); i++) {
            for (int j = i + 1; j < some.size(); j++) {
                double hours = (some.get(j).nanos() - some.get(i).nanos()) / (double) HOUR_NANOS;
                falls[next++] = (some.get(i).volts() - some.get(j).volts()) / hours;
            }
        }
        return median(falls);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
