package org.terminal30.agent.job.relock;

import org.terminal30.agent.battery.ParkedCourse;
import org.terminal30.agent.job.ProgressBook;

/** The figures of a watch in its progress, by name: written once an hour and with every verdict, and read after a restart. */
final class RelockFigures {
    private static final String WATCHED = "watchedHours";
    private static final String RADIO_WATCHED = "radioWatchedHours";
    private static final String ELAPSED = "elapsedHours";
    private static final String GAPS = "gaps";
    private static final String RADIO_GAPS = "radioGaps";
    private static final String RADIO_BREAKS = "radioBreaks";
    private static final String LONGEST_BREAK_MILLIS = "longestRadioBreakMillis";
    private static final String RADIO_AWAY = "radioAway";
    private static final String SUPPLY_FAULTS = "supplyFaults";
    private static final String SUPPLY_AWAY = "supplyAway";
    private static final String EMPTIES = "criticals";
    private static final String LOWEST_VOLTS = "lowestVolts";
    private static final String STARTS = "engineStarts";
    private static final String LOWEST_START_VOLTS = "lowestStartVolts";
    private static final String REST_VOLTS = "restVolts";
    private static final String FALL = "fallMillivoltsPerHour";
    private static final String STEEPEST = "steepestMillivoltsPerHour";
    private static final String STEEP = "steepCourses";
    private static final String FLAT = "flatCourses";
    private static final double MILLI = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final ProgressBook book;

    RelockFigures(ProgressBook book) {
        this.book = book;
    }

    void restore(WatchedTime car, WatchedTime radio, IncidentTally tally, StartsSeen starts, RestSeen rest) {
        car.restored(read(WATCHED), (int) read(GAPS));
        radio.restored(read(RADIO_WATCHED), (int) read(RADIO_GAPS));
        tally.restored((int) read(RADIO_BREAKS), Math.round(read(LONGEST_BREAK_MILLIS) * NANOS_PER_MILLI),
                (int) read(SUPPLY_FAULTS), (int) read(RADIO_AWAY), (int) read(SUPPLY_AWAY), (int) read(EMPTIES));
        starts.restored((int) read(STARTS), book.figure(LOWEST_START_VOLTS).orElse(Double.POSITIVE_INFINITY),
                book.figure(LOWEST_VOLTS).orElse(Double.POSITIVE_INFINITY));
        rest.restored((int) read(STEEP), (int) read(FLAT),
                book.figure(STEEPEST).orElse(Double.NEGATIVE_INFINITY) / MILLI);
    }

    private double read(String name) {
        return book.figure(name).orElse(0.0);
    }

    void time(double elapsedHours, WatchedTime car) {
        book.figure(ELAPSED, rounded(elapsedHours, 100));
        book.figure(WATCHED, rounded(car.hours(), 100));
        book.figure(GAPS, car.gaps());
    }

    void radio(WatchedTime radio, IncidentTally tally) {
        book.figure(RADIO_WATCHED, rounded(radio.hours(), 100));
        book.figure(RADIO_GAPS, radio.gaps());
        book.figure(RADIO_BREAKS, tally.radioBreaks());
        book.figure(RADIO_AWAY, tally.radioAway());
        if (tally.radioBreaks() > 0) {
            book.figure(LONGEST_BREAK_MILLIS, rounded(tally.longestRadioBreakNanos() / NANOS_PER_MILLI, 10));
        }
    }

    void supply(IncidentTally tally, StartsSeen starts) {
        book.figure(SUPPLY_FAULTS, tally.supplyFaults());
        book.figure(SUPPLY_AWAY, tally.supplyAway());
        book.figure(EMPTIES, tally.empties());
        book.figure(STARTS, starts.count());
        if (starts.lowestStartVolts() < Double.POSITIVE_INFINITY) {
            book.figure(LOWEST_START_VOLTS, rounded(starts.lowestStartVolts(), MILLI));
        }
        if (starts.lowestVolts() < Double.POSITIVE_INFINITY) {
            book.figure(LOWEST_VOLTS, rounded(starts.lowestVolts(), MILLI));
        }
    }

    void rest(RestSeen rest) {
        rest.restVolts().ifPresent(volts -> book.figure(REST_VOLTS, rounded(volts, MILLI)));
        rest.newest().map(ParkedCourse::fallVoltsPerHour)
                .ifPresent(fall -> book.figure(FALL, rounded(fall * MILLI, 100)));
        if (rest.steepestVoltsPerHour() > Double.NEGATIVE_INFINITY) {
            book.figure(STEEPEST, rounded(rest.steepestVoltsPerHour() * MILLI, 100));
        }
        book.figure(STEEP, rest.steep());
        book.figure(FLAT, rest.flat());
    }

    private static double rounded(double value, double steps) {
        return Math.rint(value * steps) / steps;
    }
}
