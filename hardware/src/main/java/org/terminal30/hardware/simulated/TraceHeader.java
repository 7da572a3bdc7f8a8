package org.terminal30.hardware.simulated;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.terminal30.hardware.sample.Channel;

/** The first line of a recording: what separates cells, and where each channel stands. */
final class TraceHeader {
    /** The column that holds seconds when nothing else is said. */
    static final String SECONDS_COLUMN = "time_s";

    /** In this order when two occur equally often. */
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int NO_COLUMN = -1;

    private final Path file;
    private final Pattern separator;
    private final List<String> names;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final Optional<String> timeName;

    TraceHeader(Path file, String line, TraceColumns mapping) throws TraceException {
        this.file = file;
        this.separator = Pattern.compile(Pattern.quote(Character.toString(separatorOf(line))));
        this.names = split(line);
        for (Channel channel : Channel.values()) {
            int column = columnOf(channel, mapping);
            if (column != NO_COLUMN) {
                channels.add(channel);
                columns.add(column);
            }
        }
        if (channels.isEmpty()) {
            throw wrong("no column is a channel; map one of %s with CHANNEL=COLUMN, the channels are %s"
                    .formatted(quotedNames(), Channel.wireNames()));
        }
        timeName = mapping.time().or(() -> Optional.of(SECONDS_COLUMN).filter(names::contains));
    }

    /** The channels of the recording, in the order of their declaration. */
    List<Channel> channels() {
        return List.copyOf(channels);
    }

    /** Column of the channel with this index. */
    int columnOf(int channelIndex) {
        return columns.get(channelIndex);
    }

    /** The name of a column, counted from 0. */
    String nameOf(int column) {
        return names.get(column);
    }

    int columnCount() {
        return names.size();
    }

    List<String> split(String line) {
        return Arrays.stream(separator.split(line, -1)).map(String::strip).toList();
    }

    /** Where the time stands, which without a name only the first row can tell. */
    int timeColumn(List<String> firstRow) throws TraceException {
        if (timeName.isPresent()) {
            return unique(timeName.get());
        }
        for (int column = 0; column < firstRow.size(); column++) {
            if (TimeFormat.ISO_8601.nanos(firstRow.get(column)).isPresent()) {
                return column;
            }
        }
        throw wrong("no column is the time: there is neither %s nor a column of ISO-8601 times among %s"
                .formatted(SECONDS_COLUMN, quotedNames()));
    }

    private int columnOf(Channel channel, TraceColumns mapping) throws TraceException {
        String mapped = mapping.channels().get(channel);
        if (mapped != null) {
            return unique(mapped);
        }
        List<String> found = names.stream().filter(name -> TraceColumns.isNameOf(channel, name)).toList();
        if (found.size() > 1) {
            throw wrong("%s could be any of the columns %s".formatted(channel.wireName(), quoted(found)));
        }
        return found.isEmpty() ? NO_COLUMN : names.indexOf(found.getFirst());
    }

    private int unique(String name) throws TraceException {
        int column = names.indexOf(name);
        if (column < 0) {
            throw wrong("no column '%s', there are %s".formatted(name, quotedNames()));
        }
        if (column != names.lastIndexOf(name)) {
            throw wrong("two columns are named '%s'".formatted(name));
        }
        return column;
    }

    private TraceException wrong(String what) {
        return new TraceException(file, 1, what);
    }

    private String quotedNames() {
        return quoted(names);
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("' '", names) + "'";
    }

    private static char separatorOf(String line) {
        char best = SEPARATORS.getFirst();
        for (char candidate : SEPARATORS) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char character) {
        return line.chars().filter(each -> each == character).count();
    }
}
