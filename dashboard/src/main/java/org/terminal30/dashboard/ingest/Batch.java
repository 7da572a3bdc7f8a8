package org.terminal30.dashboard.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.TimeRange;

/** The good lines of one write, by what they are, and the first bad one. Filled by one thread. */
final class Batch {
    private final List<WireRecord.Window> windows = new ArrayList<>();
    private final List<WireRecord.Event> events = new ArrayList<>();
    private final List<WireRecord.Waveform> waveforms = new ArrayList<>();
    private final List<WireRecord.Alarm> alarms = new ArrayList<>();
    private final List<WireRecord.Job> jobs = new ArrayList<>();
    private final List<WireRecord.Agent> agents = new ArrayList<>();
    private final List<WireRecord.ChannelStatus> channels = new ArrayList<>();
    private @Nullable Fault fault;
    private int malformed;

    /**
     * A line that is not a record.
     *
     * @param line counted from 1, empty lines and comments included
     */
    record Fault(int line, String reason) {}

    void add(WireRecord record) {
        switch (record) {
            case WireRecord.Window window -> windows.add(window);
            case WireRecord.Event event -> events.add(event);
            case WireRecord.Waveform waveform -> waveforms.add(waveform);
            case WireRecord.Alarm alarm -> alarms.add(alarm);
            case WireRecord.Job job -> jobs.add(job);
            case WireRecord.Agent agent -> agents.add(agent);
            case WireRecord.ChannelStatus channel -> channels.add(channel);
        }
    }

    void addMalformed(int line, String reason) {
        malformed++;
        if (fault == null) {
            fault = new Fault(line, reason);
        }
    }

    List<WireRecord.Window> windows() {
        return windows;
    }

    List<WireRecord.Event> events() {
        return events;
    }

    List<WireRecord.Waveform> waveforms() {
        return waveforms;
    }

    List<WireRecord.Alarm> alarms() {
        return alarms;
    }

    List<WireRecord.Job> jobs() {
        return jobs;
    }

    List<WireRecord.Agent> agents() {
        return agents;
    }

    List<WireRecord.ChannelStatus> channels() {
        return channels;
    }

    /** Good lines. */
    int size() {
        return windows.size() + events.size() + waveforms.size() + alarms.size() + jobs.size() + agents.size()
                + channels.size();
    }

    /** From the first label of what was measured, found or decided to the last; empty when there is nothing of the kind. */
    Optional<TimeRange> labels() {
        LongSummaryStatistics labels = Stream.<List<? extends WireRecord>>of(windows, events, alarms, jobs)
                .flatMap(List::stream).mapToLong(WireRecord::timeNanos).summaryStatistics();
        return labels.getCount() == 0 ? Optional.empty() : Optional.of(new TimeRange(labels.getMin(), labels.getMax()));
    }

    int malformed() {
        return malformed;
    }

    /** The first bad line; null when all are good. */
    @Nullable
    Fault fault() {
        return fault;
    }
}
