package org.terminal30.hardware.trace;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.terminal30.hardware.sample.Channel;

/**
 * Which column of a recording is what. Columns are named as in the header, in any case of letters where that is unique, or by
 * their number from 1. Channels that are not mapped are recognised by the name of their column: the wire name, perhaps with
 * {@code _volts} or {@code _amps}; without any such name, by being the only voltage.
 *
 * @param channels columns of channels that have another name
 * @param time column of the time; empty for the one that looks like it
 * @param timeFormat {@code s}, {@code ms}, {@code us}, {@code ns} or a pattern of {@link DateTimeFormatter}; empty for what
 *     the cells look like
 */
public record TraceColumns(Map<Channel, String> channels, Optional<String> time, Optional<String> timeFormat) {
    /** Everything is recognised by its looks. */
    public static final TraceColumns BY_NAME = new TraceColumns(Map.of(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException when the time format is none */
    public TraceColumns {
        Objects.requireNonNull(time);
        channels = Map.copyOf(channels);
        timeFormat.ifPresent(TraceColumns::checkTimeFormat);
    }

    private static void checkTimeFormat(String format) {
        try {
            TimeChoice.named(format, new Decimal('.'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "time format is '%s', should be s, ms, us, ns or a pattern such as dd/MM/yyyy HH:mm:ss (%s)"
                            .formatted(format, e.getMessage()),
                    e);
        }
    }

    /** This, with one more channel mapped. */
    public TraceColumns with(Channel channel, String column) {
        Map<Channel, String> more = new EnumMap<>(Channel.class);
        more.putAll(channels);
        more.put(channel, column);
        return new TraceColumns(more, time, timeFormat);
    }

    /** This, with the time in another column. */
    public TraceColumns withTime(String column) {
        return new TraceColumns(channels, Optional.of(column), timeFormat);
    }

    /** This, with the time written like that. */
    public TraceColumns withTimeFormat(String format) {
        return new TraceColumns(channels, time, Optional.of(format));
    }

    /** Whether a column of this name is that channel without being mapped. */
    static boolean isNameOf(Channel channel, String column) {
        String suffix = channel.unit() == Channel.Unit.VOLT ? "_volts" : "_amps";
        return column.equals(channel.wireName()) || column.equals(channel.wireName() + suffix);
    }
}
