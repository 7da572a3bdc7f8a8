package org.terminal30.dashboard.history;

import java.util.List;
import java.util.Optional;

import org.terminal30.agent.wire.WireRecord;

/** What one site has in a history that it shares with others. */
public final class SiteSnapshot implements HistorySnapshot {
    /** Events are looked through so many at a time. */
    private static final int PAGE = 1_000;

    private final HistorySnapshot shared;
    private final String site;

    private SiteSnapshot(HistorySnapshot shared, String site) {
        this.shared = shared;
        this.site = site;
    }

    /** The part of a site, or all of it where no site is named. Closing it closes {@code shared}. */
    public static HistorySnapshot of(HistorySnapshot shared, Optional<String> site) {
        return site.<HistorySnapshot>map(one -> new SiteSnapshot(shared, one)).orElse(shared);
    }

    @Override
    public List<Extent> extents() {
        return shared.extents().stream().filter(extent -> extent.series().bay().site().equals(site)).toList();
    }

    @Override
    public List<Cell> cells(Series series, Level level, TimeRange range) {
        return shared.cells(series, level, range);
    }

    @Override
    public List<WireRecord.Event> events(String afterId, int most) {
        int page = Math.max(most, PAGE);
        List<WireRecord.Event> some = shared.events(afterId, page);
        while (!some.isEmpty()) {
            List<WireRecord.Event> ours = some.stream().filter(event -> event.bay().site().equals(site)).limit(most)
                    .toList();
            if (!ours.isEmpty()) {
                return ours;
            }
            some = shared.events(some.getLast().id(), page);
        }
        return List.of();
    }

    @Override
    public List<WireRecord.Waveform> waveforms(Series series, long fromNanos, int most) {
        return shared.waveforms(series, fromNanos, most);
    }

    @Override
    public void close() {
        shared.close();
    }
}
