package org.terminal30.hardware.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The cells of one line, as stretches of its characters: without the blanks and quotes around them. A quoted cell may
 * contain the separator, and a doubled quote for a quote. Used by one thread.
 */
final class Cells {
    private static final char QUOTE = '"';
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final int LONGEST_WORD = 9;
    private static final Set<String> MISSING = Set.of("-", "--", "---", "nan", "n/a", "na", "null", "none", "no data");
    private static final Set<String> OVER_RANGE = Set.of("\u221E", "+\u221E", "-\u221E", "inf", "+inf", "-inf",
            "infinity",
            "-infinity", "ol", "-ol");

    private final char separator;
    private char[] text = {};
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;
    private boolean closed;

    Cells(char separator) {
        this.separator = separator;
    }

    /** Cuts the characters from {@code from} to {@code to}, exclusive; doubled quotes among them are made single. */
    void split(char[] characters, int from, int to) {
        text = characters;
        count = 0;
        closed = true;
        int at = from;
        do {
            at = cell(skipBlanks(at, to), to) + 1;
        } while (at <= to);
    }

    /** Takes the cell that begins there, and gives the place of the separator behind it, or of the end. */
    private int cell(int from, int to) {
        if (from < to && text[from] == QUOTE) {
            return quoted(from + 1, to);
        }
        int end = from;
        while (end < to && text[end] != separator) {
            end++;
        }
        add(from, end);
        return end;
    }

    private int quoted(int from, int to) {
        int write = from;
        for (int at = from; at < to; at++) {
            boolean quote = text[at] == QUOTE;
            if (quote && (at + 1 == to || text[at + 1] != QUOTE)) {
                add(from, write);
                int end = at + 1;
                while (end < to && text[end] != separator) {
                    end++;
                }
                return end;
            }
            at += quote ? 1 : 0;
            text[write++] = text[at];
        }
        closed = false;
        add(from, write);
        return to;
    }

    private void add(int from, int to) {
        int end = to;
        while (end > from && isBlank(text[end - 1])) {
            end--;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = from;
        ends[count] = end;
        count++;
    }

    private int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    private boolean isBlank(char character) {
        return character != separator && (character <= ' ' || character == NO_BREAK_SPACE);
    }

    /** False when the last cell opened a quote and the line ended before it was closed. */
    boolean isClosed() {
        return closed;
    }

    int count() {
        return count;
    }

    char[] characters() {
        return text;
    }

    int start(int cell) {
        return starts[cell];
    }

    /** Exclusive. */
    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    String text(int cell) {
        return new String(text, starts[cell], ends[cell] - starts[cell]);
    }

    /** Whether there was no sample: nothing, a dash, or one of the words that loggers write for it. */
    boolean isMissing(int cell) {
        return isEmpty(cell) || isOneOf(MISSING, cell);
    }

    /** Whether the value lay beyond the range of the instrument. */
    boolean isOverRange(int cell) {
        return !isEmpty(cell) && isOneOf(OVER_RANGE, cell);
    }

    private boolean isOneOf(Set<String> words, int cell) {
        // None of them begins like a number: this spares making strings of nearly all cells.
        return ends[cell] - starts[cell] <= LONGEST_WORD && !Character.isDigit(text[starts[cell]])
                && words.contains(text(cell).toLowerCase(Locale.ROOT));
    }
}
