package org.terminal30.hardware.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Reads a plain decimal number exactly: a sign, digits, a decimal mark, digits, an exponent. Anything else that Java would
 * read, such as {@code 1f} or hexadecimal, is not a number here. Used by one thread.
 */
final class Decimal {
    /** As many digits fit into a long whatever they are. */
    private static final int MAX_DIGITS = 18;
    private static final int MAX_EXPONENT = 9_999;
    private static final long EXACT_DOUBLE = 1L << 53;
    private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
            1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    private final char mark;
    private char[] text = {};
    private int from;
    private int to;
    private boolean negative;
    private long digits;
    private int digitCount;
    private int exponent;

    /** @param mark between the units and the tenths */
    Decimal(char mark) {
        this.mark = mark;
    }

    char mark() {
        return mark;
    }

    /** Reads the characters from {@code from} to {@code to}, exclusive; false when they are not a number. */
    boolean read(char[] characters, int from, int to) {
        this.text = characters;
        this.from = from;
        this.to = to;
        digits = 0;
        digitCount = 0;
        exponent = 0;
        negative = from < to && characters[from] == '-';
        int at = negative || (from < to && characters[from] == '+') ? from + 1 : from;
        int seen = 0;
        boolean afterMark = false;
        for (; at < to; at++) {
            char character = characters[at];
            if (character >= '0' && character <= '9') {
                seen++;
                take(character - '0', afterMark);
            } else if (character == mark && !afterMark) {
                afterMark = true;
            } else {
                break;
            }
        }
        return seen > 0 && (at == to || readExponent(at));
    }

    private void take(int digit, boolean afterMark) {
        if (digitCount < MAX_DIGITS) {
            digits = digits * 10 + digit;
            exponent -= afterMark ? 1 : 0;
        }
        // Leading zeros take no room.
        digitCount += digits == 0 ? 0 : 1;
    }

    private boolean readExponent(int at) {
        if (text[at] != 'e' && text[at] != 'E') {
            return false;
        }
        int digit = at + 1;
        boolean minus = digit < to && text[digit] == '-';
        digit += minus || (digit < to && text[digit] == '+') ? 1 : 0;
        if (digit == to) {
            return false;
        }
        int read = 0;
        for (; digit < to; digit++) {
            if (text[digit] < '0' || text[digit] > '9' || read > MAX_EXPONENT) {
                return false;
            }
            read = read * 10 + text[digit] - '0';
        }
        exponent += minus ? -read : read;
        return true;
    }

    /** The number that was read, correctly rounded; infinite when it is too large. */
    double value() {
        if (digitCount <= MAX_DIGITS && digits <= EXACT_DOUBLE && Math.abs(exponent) < POWERS.length) {
            double unscaled = negative ? -(double) digits : digits;
            // Both factors are exact, so that the one operation rounds correctly.
            return exponent < 0 ? unscaled / POWERS[-exponent] : unscaled * POWERS[exponent];
        }
        return Double.parseDouble(plain());
    }

    /**
     * The number that was read times ten to a power, rounded to a whole number.
     *
     * @throws ArithmeticException when it does not fit
     */
    long scaled(int power) {
        int shift = exponent + power;
        if (digitCount <= MAX_DIGITS && shift <= 0 && shift > -MAX_DIGITS) {
            long divisor = (long) POWERS[-shift];
            long rounded = (digits + divisor / 2) / divisor;
            return negative ? -rounded : rounded;
        }
        if (digitCount <= MAX_DIGITS && shift > 0 && shift <= MAX_DIGITS) {
            long product = Math.multiplyExact(digits, (long) POWERS[shift]);
            return negative ? -product : product;
        }
        if (digits != 0 && shift > MAX_DIGITS) {
            throw new ArithmeticException("too large");
        }
        return new BigDecimal(plain()).scaleByPowerOfTen(power).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    /** Power of ten of the last digit that was written: -3 for {@code 12.345} and for {@code 12345e-3}. */
    int lastDigitPower() {
        return exponent;
    }

    private String plain() {
        return new String(text, from, to - from).replace(mark, '.');
    }
}
