package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

import org.terminal30.hardware.sample.Channel;

/**
 * Which column of a line is which channel. A header {@code # t30 us onboard backup} says so; until one comes the channels are
 * those of the configuration in their order, and lines tell by their number of columns whether microseconds lead them.
 */
final class ColumnLayout {
    /** Mark of a column that nobody asked for. */
    static final int UNUSED = -1;
    /** Without a header, as many lines in a row must have the same columns before they are believed. */
    static final int AGREEING_LINES = 3;

    private final List<Channel> channels;
    private boolean named;
    private boolean hasMicros;
    /** Index of the channel of each value column. */
    private int[] channelOfColumn;
    /** Columns that a line must have, microseconds included; 0 while unknown. */
    private int columns;
    private int candidateColumns;
    private int agreeing;

    /** @param channels the channels asked for; rows are given in this order */
    ColumnLayout(List<Channel> channels) {
        this.channels = List.copyOf(channels);
        this.channelOfColumn = inConfiguredOrder();
    }

    /** Whether a comment is a header: it begins with {@code # t30}. */
    static boolean isHeader(byte[] line, int length) {
        return new String(line, 0, length, StandardCharsets.US_ASCII).strip().matches("#\\s*t30(\\s.*)?");
    }

    /** Takes a header; false, and nothing changed, when it names no column or one of them twice. */
    boolean header(byte[] line, int length) {
        String text = new String(line, 0, length, StandardCharsets.US_ASCII).strip();
        List<String> names = Arrays.asList(text.replaceFirst("#\\s*t30\\s*", "").split("\\s+"));
        boolean micros = names.getFirst().equals("us");
        List<String> values = micros ? names.subList(1, names.size()) : names;
        if (values.isEmpty() || values.contains("") || new HashSet<>(names).size() < names.size()
                || names.size() > NumberColumns.MAX_COLUMNS) {
            return false;
        }
        named = true;
        hasMicros = micros;
        columns = names.size();
        channelOfColumn = values.stream().mapToInt(this::indexOf).toArray();
        return true;
    }

    private int indexOf(String name) {
        return Channel.ofWireName(name).map(channels::indexOf).orElse(UNUSED);
    }

    /** Whether a line of numbers fits. Lines without a header are believed when {@value #AGREEING_LINES} agree. */
    boolean fits(NumberColumns line) {
        boolean fits = line.count() == columns;
        if (!named && !fits && believed(line.count())) {
            columns = line.count();
            hasMicros = columns == channels.size() + 1;
            fits = true;
        } else if (fits) {
            agreeing = 0;
        }
        return fits && (!hasMicros || line.isWhole(0));
    }

    private boolean believed(int count) {
        if (!isPossible(count)) {
            agreeing = 0;
            return false;
        }
        agreeing = count == candidateColumns ? agreeing + 1 : 1;
        candidateColumns = count;
        return agreeing >= AGREEING_LINES;
    }

    /** True while a line of so many columns fits nothing, but may turn out to have been a good one. */
    boolean isUndecidedAbout(int count) {
        return columns == 0 && isPossible(count);
    }

    private boolean isPossible(int count) {
        return count == channels.size() || count == channels.size() + 1;
    }

    boolean hasMicros() {
        return hasMicros;
    }

    /** The index of the channel in value column {@code column}, counted from 0 after the microseconds; or {@link #UNUSED}. */
    int channelAt(int column) {
        return channelOfColumn[column];
    }

    /** Channels that the columns leave out. */
    List<Channel> missing() {
        return channels.stream()
                .filter(channel -> Arrays.stream(channelOfColumn).noneMatch(i -> i == channels.indexOf(channel)))
                .toList();
    }

    /** Back to the order of the configuration: another device may be at the other end now. */
    void reset() {
        named = false;
        hasMicros = false;
        columns = 0;
        agreeing = 0;
        candidateColumns = 0;
        channelOfColumn = inConfiguredOrder();
    }

    private int[] inConfiguredOrder() {
        int[] order = new int[channels.size()];
        Arrays.setAll(order, i -> i);
        return order;
    }
}
