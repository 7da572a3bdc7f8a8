package org.terminal30.hardware.trace;

import java.time.LocalDate;
import java.util.Set;

/**
 * A date and a time of day in the order of {@link DateOrder}, or a time of day alone. Takes what loggers vary: dots, dashes
 * or slashes in the date, T, blanks or a comma before the time, seconds with decimals behind a dot or comma, a.m. and p.m.,
 * a zone. Without a zone it is taken for UTC. Used by one thread.
 */
final class CalendarTime implements TimeFormat {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;
    private static final long HOUR_NANOS = 60 * MINUTE_NANOS;
    private static final long DAY_NANOS = 24 * HOUR_NANOS;
    /** What fits into nanoseconds since 1970, and then some. */
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2261;
    private static final Set<String> ZONES = Set.of("Z", "UTC", "GMT");

    private final DateOrder order;
    private final CellScanner cell = new CellScanner();
    private int knownDate = -1;
    private long knownDayNanos;
    private boolean zoned;

    CalendarTime(DateOrder order) {
        this.order = order;
    }

    @Override
    public long nanos(char[] characters, int from, int to) {
        cell.over(characters, from, to);
        long day = order == DateOrder.NO_DATE ? 0 : date();
        long time = day == NOT_A_TIME ? NOT_A_TIME : clock();
        long offset = time == NOT_A_TIME ? NOT_A_TIME : zone();
        return offset == NOT_A_TIME || !cell.atEnd() ? NOT_A_TIME : day + time - offset;
    }

    private long date() {
        int[] fields = new int[3];
        for (int field = 0; field < fields.length; field++) {
            if (field > 0 && !cell.skipOneOf("-/. ")) {
                return NOT_A_TIME;
            }
            if (field > 0 && order.isName(field - 1)) {
                // Behind the dot of an abbreviation.
                cell.skipOneOf("-/ ");
            }
            fields[field] = order.isName(field) ? MonthNames.number(cell.word()) : cell.number(order.width(field));
        }
        boolean apart = cell.skipOneOf("T,_ ");
        cell.skipBlanks();
        return apart ? dayNanos(order.year(fields), order.month(fields), order.day(fields)) : NOT_A_TIME;
    }

    /** The same date stands in row after row. */
    private long dayNanos(int year, int month, int day) {
        int date = (year * 100 + month) * 100 + day;
        if (date != knownDate) {
            if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
                    || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
                return NOT_A_TIME;
            }
            knownDate = date;
            knownDayNanos = LocalDate.of(year, month, day).toEpochDay() * DAY_NANOS;
        }
        return knownDayNanos;
    }

    private long clock() {
        int hour = cell.number(2);
        int minute = cell.skipOneOf(":") ? cell.number(2) : -1;
        boolean seconds = cell.skipOneOf(":");
        int second = seconds ? cell.number(2) : 0;
        long fraction = seconds && cell.skipOneOf(".,:") ? cell.fraction() : 0;
        cell.skipBlanks();
        int shift = cell.halfOfDay(hour);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) {
            return NOT_A_TIME;
        }
        return (hour + shift) * HOUR_NANOS + minute * MINUTE_NANOS + second * SECOND_NANOS + fraction;
    }

    /** What the zone is ahead of UTC. */
    private long zone() {
        cell.skipBlanks();
        String name = cell.word();
        if (!name.isEmpty() && !ZONES.contains(name)) {
            return NOT_A_TIME;
        }
        boolean west = cell.isAt('-');
        boolean offset = cell.skipOneOf("+-");
        zoned = offset || !name.isEmpty();
        if (!offset) {
            return 0;
        }
        int hours = cell.number(2);
        boolean minutesFollow = cell.skipOneOf(":") || !cell.atEnd();
        int minutes = minutesFollow ? cell.number(2) : 0;
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return NOT_A_TIME;
        }
        long ahead = hours * HOUR_NANOS + minutes * MINUTE_NANOS;
        return west ? -ahead : ahead;
    }

    @Override
    public long resolutionNanos(char[] characters, int from, int to) {
        nanos(characters, from, to);
        return cell.resolutionNanos();
    }

    @Override
    public boolean isOfDay() {
        return order == DateOrder.NO_DATE;
    }

    @Override
    public boolean isLocal() {
        return !zoned;
    }

    @Override
    public String description() {
        return order.description();
    }
}
