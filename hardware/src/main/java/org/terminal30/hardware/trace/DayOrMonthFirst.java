package org.terminal30.hardware.trace;

import java.util.Optional;

/**
 * Finds out of its dates whether a recording writes the day or the month first. A day beyond 12 tells, and so does midnight:
 * only in the right order do two neighbours lie less than a day apart. Where the date never changes it does not matter.
 */
final class DayOrMonthFirst {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    private final CalendarTime dayFirst = new CalendarTime(DateOrder.DAY_MONTH_YEAR);
    private final CalendarTime monthFirst = new CalendarTime(DateOrder.MONTH_DAY_YEAR);
    private boolean begun;
    private boolean undecided;
    private long lastDayFirst;
    private long lastMonthFirst;

    /** The order, once a cell has told it. */
    Optional<DateOrder> see(char[] characters, int from, int to) {
        long asDayFirst = dayFirst.nanos(characters, from, to);
        long asMonthFirst = monthFirst.nanos(characters, from, to);
        if (asDayFirst == TimeFormat.NOT_A_TIME || asMonthFirst == TimeFormat.NOT_A_TIME) {
            return one(asDayFirst != TimeFormat.NOT_A_TIME, asMonthFirst != TimeFormat.NOT_A_TIME);
        }
        boolean changed = begun && asDayFirst - lastDayFirst != asMonthFirst - lastMonthFirst;
        boolean near = Math.abs(asDayFirst - lastDayFirst) < DAY_NANOS;
        boolean nearOtherwise = Math.abs(asMonthFirst - lastMonthFirst) < DAY_NANOS;
        begun = true;
        lastDayFirst = asDayFirst;
        lastMonthFirst = asMonthFirst;
        undecided |= changed && near == nearOtherwise;
        return changed ? one(near, nearOtherwise) : Optional.empty();
    }

    /** Whether it matters and no cell has told it. */
    boolean isUndecided() {
        return undecided;
    }

    private static Optional<DateOrder> one(boolean dayFirst, boolean monthFirst) {
        if (dayFirst == monthFirst) {
            return Optional.empty();
        }
        return Optional.of(dayFirst ? DateOrder.DAY_MONTH_YEAR : DateOrder.MONTH_DAY_YEAR);
    }
}
