package org.terminal30.agent.bay;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;

/** Keeps what a bay hands out. */
final class RecordedOutput implements Bay.BayOutput {
    final List<WireRecord.Event> earlier = new ArrayList<>();
    final List<WireRecord> records = new ArrayList<>();
    final List<WireRecord.Window> windows = new ArrayList<>();
    final List<WireRecord.Waveform> captures = new ArrayList<>();
    final List<Duty> duties = new ArrayList<>();
    final List<@Nullable SaverProfile> savers = new ArrayList<>();
    final List<Long> lifts = new ArrayList<>();
    String snapshot = "";
    BaySignals.@Nullable BayState state;

    @Override
    public void records(List<WireRecord.Event> before, List<WireRecord> made, String snapshotText) {
        earlier.addAll(before);
        records.addAll(made);
        snapshot = snapshotText;
    }

    @Override
    public void window(WireRecord.Window window) {
        windows.add(window);
    }

    @Override
    public void captured(WireRecord.Waveform capture) {
        captures.add(capture);
    }

    @Override
    public void saver(@Nullable SaverProfile saver) {
        savers.add(saver);
    }

    @Override
    public void duty(Duty duty) {
        duties.add(duty);
    }

    @Override
    public void lifted(long sinceNanos) {
        lifts.add(sinceNanos);
    }

    @Override
    public void state(BaySignals.BayState now, long nowNanos) {
        state = now;
    }

    <T extends WireRecord> T last(Class<T> kind) {
        return all(kind).getLast();
    }

    <T extends WireRecord> List<T> all(Class<T> kind) {
        return records.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> lines() {
        return records.stream().map(RecordCodec::line).toList();
    }
}
