package org.terminal30.dashboard.history;

import java.util.List;

import org.terminal30.agent.wire.WireRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** Copies one history into another, piece by piece, and compares all they have. */
public final class Copying {
    private static final long HOUR = Level.HOUR.stepNanos();
    private static final int FEW = 2;

    private Copying() {
    }

    public static void copy(History from, History to) {
        try (HistorySnapshot snapshot = from.snapshot()) {
            for (Extent extent : snapshot.extents()) {
                TimeRange all = extent.range();
                List<Cell> hours = snapshot.cells(extent.series(), Level.HOUR, all);
                hours.forEach(hour -> to.putBack(Kept.of(snapshot, extent.series(),
                        new TimeRange(hour.startNanos(), hour.startNanos() + HOUR), Level.WINDOW, Level.HOUR)));
                to.putBack(Kept.of(snapshot, extent.series(), all, Level.HOUR, Level.DAY));
                waveforms(snapshot, extent.series(), to);
            }
            List<WireRecord.Event> events = snapshot.events("", FEW);
            while (!events.isEmpty()) {
                to.store(List.of(), events, List.of());
                events = snapshot.events(events.getLast().id(), FEW);
            }
        }
    }

    private static void waveforms(HistorySnapshot snapshot, Series series, History to) {
        List<WireRecord.Waveform> waveforms = snapshot.waveforms(series, 0, FEW);
        while (!waveforms.isEmpty()) {
            to.store(List.of(), List.of(), waveforms);
            waveforms = snapshot.waveforms(series, waveforms.getLast().timeNanos() + 1, FEW);
        }
    }

    /** Every cell of every level. */
    public static void assertSame(History one, History other, String as) {
        try (HistorySnapshot expected = one.snapshot(); HistorySnapshot found = other.snapshot()) {
            assertThat(found.extents().stream().map(Extent::series)).as(as)
                    .containsExactlyElementsOf(expected.extents().stream().map(Extent::series).toList());
            for (Extent extent : expected.extents()) {
                for (Level level : Level.values()) {
                    assertThat(found.cells(extent.series(), level, extent.range()))
                            .as("%s: %s, %s", as, extent.series(), level)
                            .isEqualTo(expected.cells(extent.series(), level, extent.range()));
                }
                assertThat(found.waveforms(extent.series(), 0, Integer.MAX_VALUE)).as(as)
                        .isEqualTo(expected.waveforms(extent.series(), 0, Integer.MAX_VALUE));
            }
            assertThat(found.events("", Integer.MAX_VALUE)).as(as).isEqualTo(expected.events("", Integer.MAX_VALUE));
        }
    }
}
