package org.terminal30.dashboard.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.sqlite.HistoryFile;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class SiteSnapshotTest {
    private static final BayId RIGA = new BayId("riga", "1");
    private static final BayId JELGAVA = new BayId("jelgava", "1");
    /** More than are looked through at once. */
    private static final int MANY = 1_500;

    @SuppressWarnings("NullAway.Init")
    private SqliteHistory history;

    @BeforeEach
    void fill(@TempDir Path folder) {
        history = new SqliteHistory(HistoryFile.open(folder));
        history.store(List.of(), IntStream.range(0, MANY).mapToObj(i -> event(JELGAVA, "a%04d".formatted(i))).toList(),
                List.of());
        history.store(List.of(window(RIGA), window(JELGAVA)), List.of(event(RIGA, "b1"), event(JELGAVA, "b2"),
                event(RIGA, "b3"), event(JELGAVA, "b4")), List.of());
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static Window window(BayId bay) {
        return new Window(bay, Channel.ONBOARD, RandomWindows.START, 12.5, 12.5, 12.5, 1);
    }

    private static Event event(BayId bay, String id) {
        return new Event(bay, Channel.ONBOARD, EventKind.INTERRUPTION, id, RandomWindows.START, 1, false, 1, 0.021,
                null,
                false, "e0", "because", "j1", Clock.SYNCHRONISED);
    }

    private static List<String> events(HistorySnapshot snapshot, String after, int most) {
        return snapshot.events(after, most).stream().map(Event::id).toList();
    }

    @Test
    void site_hasItsOwnSeriesAndEventsOnly() {
        try (HistorySnapshot riga = SiteSnapshot.of(history.snapshot(), Optional.of("riga"))) {
            assertThat(riga.extents()).extracting(extent -> extent.series().bay()).containsExactly(RIGA);
            assertThat(events(riga, "", 1)).containsExactly("b1");
            assertThat(events(riga, "", 9)).containsExactly("b1", "b3");
            assertThat(events(riga, "b1", 9)).containsExactly("b3");
            assertThat(events(riga, "b3", 9)).isEmpty();
        }
    }

    @Test
    void whereNoSiteIsNamed_everythingIsThere() {
        try (HistorySnapshot all = SiteSnapshot.of(history.snapshot(), Optional.empty())) {
            assertThat(all.extents()).hasSize(2);
            assertThat(events(all, "a1499", 9)).containsExactly("b1", "b2", "b3", "b4");
        }
    }
}
