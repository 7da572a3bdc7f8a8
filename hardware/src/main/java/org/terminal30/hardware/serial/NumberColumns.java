package org.terminal30.hardware.serial;

/**
 * The columns of one line, read from its bytes: plain decimal numbers such as {@code -0.512} between commas, blanks round them
 * allowed. No exponents, no hexadecimal, no NaN or infinity: a number that a front-end has no reason to print is taken for a
 * damaged one. Allocates nothing after its construction.
 */
final class NumberColumns {
    /** Microseconds, and every channel there is with room to spare. */
    static final int MAX_COLUMNS = 16;
    /** Up to here a decimal number is an exact long and its power of ten an exact double. */
    private static final int MAX_DIGITS = 15;
    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
            1e13,
            1e14, 1e15};

    private final double[] values = new double[MAX_COLUMNS];
    private final boolean[] whole = new boolean[MAX_COLUMNS];
    private int count;

    /** Reads a line; false when any of it is not a number, there are none, or more than {@value #MAX_COLUMNS}. */
    boolean read(byte[] line, int length) {
        count = 0;
        int at = 0;
        while (count < MAX_COLUMNS) {
            at = column(line, at, length);
            if (at < 0) {
                return false;
            }
            if (at == length) {
                return true;
            }
            at++;
        }
        return false;
    }

    int count() {
        return count;
    }

    double value(int column) {
        return values[column];
    }

    /** Whether the column is written as a non-negative number without a decimal point. */
    boolean isWhole(int column) {
        return whole[column];
    }

    /** Reads one column; the index of the comma after it or the length, -1 when it is not a number. */
    private int column(byte[] line, int from, int length) {
        int at = skipBlanks(line, from, length);
        boolean negative = at < length && line[at] == '-';
        if (negative || (at < length && line[at] == '+')) {
            at++;
        }
        long digits = 0;
        int digitCount = 0;
        int point = -1;
        for (; at < length; at++) {
            byte b = line[at];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                if (++digitCount > MAX_DIGITS) {
                    return -1;
                }
            } else if (b == '.' && point < 0) {
                point = digitCount;
            } else {
                break;
            }
        }
        at = skipBlanks(line, at, length);
        if (digitCount == 0 || (at < length && line[at] != ',')) {
            return -1;
        }
        double size = digits / POWERS_OF_TEN[point < 0 ? 0 : digitCount - point];
        whole[count] = point < 0 && !negative;
        values[count++] = negative ? -size : size;
        return at;
    }

    private static int skipBlanks(byte[] line, int from, int length) {
        int at = from;
        while (at < length && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
        return at;
    }
}
