package org.terminal30.hardware.trace;

/** In which order a date is written. */
enum DateOrder {
    YEAR_MONTH_DAY("a time such as 2026-11-21T10:00:00.123Z", "yyyy-MM-dd HH:mm:ss"),
    DAY_NAMED_MONTH_YEAR("a time such as 21-Nov-2026 10:00:00.123", "dd-MMM-yyyy HH:mm:ss"),
    DAY_MONTH_YEAR("a time such as 21.11.2026 10:00:00, the day first", "dd/MM/yyyy HH:mm:ss"),
    MONTH_DAY_YEAR("a time such as 11/21/2026 10:00:00 AM, the month first", "MM/dd/yyyy HH:mm:ss"),
    NO_DATE("a time of day such as 10:00:00.123", "HH:mm:ss");

    private static final int FIRST_FOUR_DIGIT_YEAR = 1000;
    private static final int CENTURY = 2000;

    private final String description;
    private final String pattern;

    DateOrder(String description, String pattern) {
        this.description = description;
        this.pattern = pattern;
    }

    String description() {
        return description;
    }

    /** How the order is named on the command line. */
    String pattern() {
        return pattern;
    }

    /** Whether a field of the date, from 0, is the name of a month. */
    boolean isName(int field) {
        return this == DAY_NAMED_MONTH_YEAR && field == 1;
    }

    /** Most digits of a field of the date, from 0. */
    int width(int field) {
        return field == (this == YEAR_MONTH_DAY ? 0 : 2) ? 4 : 2;
    }

    /** The year, 0 for none; two digits are of this century, but not where the year comes first. */
    int year(int[] fields) {
        if (this == YEAR_MONTH_DAY) {
            return fields[0] >= FIRST_FOUR_DIGIT_YEAR ? fields[0] : 0;
        }
        return fields[2] >= 0 && fields[2] < 100 ? fields[2] + CENTURY : fields[2];
    }

    int month(int[] fields) {
        return this == MONTH_DAY_YEAR ? fields[0] : fields[1];
    }

    int day(int[] fields) {
        return switch (this) {
            case YEAR_MONTH_DAY -> fields[2];
            case MONTH_DAY_YEAR -> fields[1];
            default -> fields[0];
        };
    }
}
