package org.terminal30.hardware.trace;

/** Takes a cell apart from left to right. Used by one thread. */
final class CellScanner {
    private static final int NONE = -1;
    private static final int NANO_DIGITS = 9;
    private static final long SECOND_NANOS = 1_000_000_000;

    private char[] text = {};
    private int at;
    private int to;
    private long resolutionNanos;

    /** Begins with the characters from {@code from} to {@code to}, exclusive. */
    void over(char[] characters, int from, int to) {
        this.text = characters;
        this.at = from;
        this.to = to;
        resolutionNanos = SECOND_NANOS;
    }

    boolean atEnd() {
        return at == to;
    }

    boolean isAt(char character) {
        return at < to && text[at] == character;
    }

    void skipBlanks() {
        while (isAt(' ')) {
            at++;
        }
    }

    boolean skipOneOf(String characters) {
        if (at < to && characters.indexOf(text[at]) >= 0) {
            at++;
            return true;
        }
        return false;
    }

    /** A number of at most so many digits, or -1. */
    int number(int maxDigits) {
        int first = at;
        int number = 0;
        while (at < to && at - first < maxDigits && isDigit(text[at])) {
            number = number * 10 + text[at++] - '0';
        }
        return at == first ? NONE : number;
    }

    /** The decimals of a second as nanoseconds, those beyond the ninth cut off; or -1. */
    long fraction() {
        int first = at;
        long nanos = 0;
        for (; at < to && isDigit(text[at]); at++) {
            if (at - first < NANO_DIGITS) {
                resolutionNanos /= 10;
                nanos += (text[at] - '0') * resolutionNanos;
            }
        }
        return at == first ? NONE : nanos;
    }

    /** What the last digit of the last fraction stands for; a second when there was none. */
    long resolutionNanos() {
        return resolutionNanos;
    }

    /** The letters that follow. */
    String word() {
        int first = at;
        while (at < to && Character.isLetter(text[at])) {
            at++;
        }
        return new String(text, first, at - first);
    }

    /** Hours to add to those of a clock with a.m. or p.m. behind it, whose twelve comes before its one. */
    int halfOfDay(int hour) {
        if (at + 2 > to || (text[at + 1] != 'M' && text[at + 1] != 'm')) {
            return 0;
        }
        boolean morning = text[at] == 'A' || text[at] == 'a';
        boolean afternoon = text[at] == 'P' || text[at] == 'p';
        at += morning || afternoon ? 2 : 0;
        if (hour == 12) {
            return morning ? -12 : 0;
        }
        return afternoon ? 12 : 0;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
