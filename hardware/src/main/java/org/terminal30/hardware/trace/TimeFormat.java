package org.terminal30.hardware.trace;

/** How a recording writes time. */
sealed interface TimeFormat permits CountedTime, CalendarTime, PatternTime {
    /** What a cell has that is not such a time. */
    long NOT_A_TIME = Long.MIN_VALUE;

    /** Nanoseconds since the format's origin, or {@link #NOT_A_TIME}. */
    long nanos(char[] characters, int from, int to);

    /** What the last digit of a cell stands for, in nanoseconds; the cell is such a time. */
    long resolutionNanos(char[] characters, int from, int to);

    /** Whether it begins again at midnight. */
    boolean isOfDay();

    /** Whether the time that was read last is that of a clock on the wall, in a zone that nobody has written. */
    default boolean isLocal() {
        return false;
    }

    /** What a cell would have to be, for people. */
    String description();

    default long nanos(String cell) {
        return nanos(cell.toCharArray(), 0, cell.length());
    }
}
