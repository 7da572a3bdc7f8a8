package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.dashboard.history.Series;

/** Events and waveforms that wait in the spool, the newest of them, in memory. Safe for any thread. */
final class WaitingRecords {
    /** Each: a waveform takes up to 12 KiB. */
    private static final int MAX_EVENTS = 10_000;
    private static final int MAX_WAVEFORMS = 500;

    private final Map<String, Waiting<Event>> events = new LinkedHashMap<>();
    private final Map<WaveformKey, Waiting<Waveform>> waveforms = new LinkedHashMap<>();
    private long hidden;

    private record Waiting<T>(long batch, T record) {}

    private record WaveformKey(Series series, long timeNanos) {}

    synchronized void add(long batch, Collection<? extends WireRecord> records) {
        for (WireRecord record : records) {
            switch (record) {
                case Event event -> put(events, event.id(), new Waiting<>(batch, event));
                case Waveform waveform -> put(waveforms, new WaveformKey(series(waveform), waveform.timeNanos()),
                        new Waiting<>(batch, waveform));
                default -> throw new IllegalArgumentException("not a record of the history: " + record);
            }
        }
        hideOldest(events, MAX_EVENTS);
        hideOldest(waveforms, MAX_WAVEFORMS);
    }

    private static <K, T> void put(Map<K, Waiting<T>> map, K key, Waiting<T> waiting) {
        map.remove(key);
        map.put(key, waiting);
    }

    private <K, T> void hideOldest(Map<K, Waiting<T>> map, int most) {
        var oldest = map.values().iterator();
        while (map.size() > most) {
            hidden = Math.max(hidden, oldest.next().batch());
            oldest.remove();
        }
    }

    /** Everything up to this batch is in InfluxDB. */
    synchronized void forwarded(long batch) {
        events.values().removeIf(waiting -> waiting.batch() <= batch);
        waveforms.values().removeIf(waiting -> waiting.batch() <= batch);
    }

    synchronized Optional<Event> event(String id) {
        return Optional.ofNullable(events.get(id)).map(Waiting::record);
    }

    synchronized List<Event> events(BayId bay) {
        return events().stream().filter(event -> event.bay().equals(bay)).toList();
    }

    synchronized List<Event> events() {
        return new ArrayList<>(events.values()).stream().map(Waiting::record).toList();
    }

    synchronized Set<Series> seriesOfWaveforms() {
        return new HashSet<>(waveforms.keySet().stream().map(WaveformKey::series).toList());
    }

    synchronized List<Waveform> waveforms(Series series) {
        return new ArrayList<>(waveforms.values()).stream().map(Waiting::record)
                .filter(waveform -> series(waveform).equals(series)).toList();
    }

    /** The newest batch of which a record is not in memory. */
    synchronized long hidden() {
        return hidden;
    }

    private static Series series(Waveform waveform) {
        return new Series(waveform.bay(), waveform.channel());
    }
}
