package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.terminal30.hardware.sample.Channel;

/**
 * How a recording was read, for people.
 *
 * @param form how the file is written
 * @param time which column is the time, and how that is written
 * @param channels which column is which channel
 * @param remarks what was taken for granted, left out or changed; empty when nothing was
 */
public record TraceFacts(String form, String time, Map<Channel, String> channels, List<String> remarks) {
    public TraceFacts {
        channels = Map.copyOf(channels);
        remarks = List.copyOf(remarks);
    }

    /** Which column a channel of the recording was read from. */
    public String column(Channel channel) {
        return channels.getOrDefault(channel, "no column");
    }

    static TraceFacts of(TraceForm form, TraceNotes notes) {
        Map<Channel, String> channels = new EnumMap<>(Channel.class);
        form.channels().forEach(each -> channels.put(each.channel(), each.description()));
        List<String> remarks = new ArrayList<>();
        if (!form.table().hasHeader()) {
            remarks.add("The file has no header: its columns are known by number only.");
        }
        if (form.timeFormat() instanceof CountedTime counted && form.time().unit().isEmpty()) {
            remarks.add("The time has no unit; it was taken for %s.".formatted(counted.description()));
        }
        remarks.addAll(notes.sentences());
        return new TraceFacts(form.description(), form.timeDescription(), channels, remarks);
    }
}
