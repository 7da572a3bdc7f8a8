package org.terminal30.hardware.simulated;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.terminal30.hardware.sample.Channel;

/**
 * Which column of a recording is what. Channels that are not mapped are recognised by the name of their column: the wire
 * name, perhaps with {@code _volts} or {@code _amps}.
 *
 * @param channels columns of channels that have another name
 * @param time column of the time; empty for {@code time_s}, or else the first column whose first cell is an ISO-8601 time
 */
public record TraceColumns(Map<Channel, String> channels, Optional<String> time) {
    /** Everything is recognised by its name. */
    public static final TraceColumns BY_NAME = new TraceColumns(Map.of(), Optional.empty());

    public TraceColumns {
        Objects.requireNonNull(time);
        channels = Map.copyOf(channels);
    }

    /** This, with one more channel mapped. */
    public TraceColumns with(Channel channel, String column) {
        Map<Channel, String> more = new EnumMap<>(Channel.class);
        more.putAll(channels);
        more.put(channel, column);
        return new TraceColumns(more, time);
    }

    /** This, with the time in another column. */
    public TraceColumns withTime(String column) {
        return new TraceColumns(channels, Optional.of(column));
    }

    /** Whether a column of this name is that channel without being mapped. */
    static boolean isNameOf(Channel channel, String column) {
        String suffix = channel.unit() == Channel.Unit.VOLT ? "_volts" : "_amps";
        return column.equals(channel.wireName()) || column.equals(channel.wireName() + suffix);
    }
}
