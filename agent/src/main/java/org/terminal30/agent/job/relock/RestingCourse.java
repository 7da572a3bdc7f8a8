package org.terminal30.agent.job.relock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.terminal30.agent.battery.ChargingLimits;
import org.terminal30.agent.battery.Medians;
import org.terminal30.agent.battery.ParkedCourse;

/**
 * Follows the voltage of the car while it stands: a median an hour, of which the newest day is kept. A lamp for half an hour moves
 * no median; whatever charges or cranks begins the wait for rest anew. Used by one thread.
 */
final class RestingCourse {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MINUTE_NANOS = 60_000_000_000L;
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
        if (nowNanos - hourNanos >= Hours.NANOS) {
            hourIsOver(nowNanos);
        }
    }

    private void hourIsOver(long nowNanos) {
        boolean settled = hourNanos - restSinceNanos >= ParkedCourse.MIN_SETTLED_HOURS * Hours.NANOS;
        if (settled && minuteCount >= LEAST_MINUTES) {
            if (readings.size() == READINGS) {
                readings.removeFirst();
            }
            readings.addLast(new Reading(hourNanos, Medians.of(Arrays.copyOf(minutes, minuteCount))));
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
        double hours = (all.getLast().nanos() - all.getFirst().nanos()) / (double) Hours.NANOS;
        int later = (all.size() - ParkedCourse.MIN_HOURS) / 2;
        return Optional.of(new ParkedCourse(hours, level(all.subList(0, 3)),
                level(all.subList(all.size() - 3, all.size())), fallPerHour(all.subList(later, all.size()))));
    }

    private static double level(List<Reading> some) {
        return Medians.of(volts(some));
    }

    private static double fallPerHour(List<Reading> some) {
        double[] hours = some.stream().mapToDouble(reading -> reading.nanos() / (double) Hours.NANOS).toArray();
        return -Medians.slope(hours, volts(some));
    }

    private static double[] volts(List<Reading> some) {
        return some.stream().mapToDouble(Reading::volts).toArray();
    }
}
