package org.terminal30.dashboard.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every store that a history is kept in. */
public abstract class HistoryContract {
    private static final BayId BAY = new BayId("main", "1");
    private static final Series ONBOARD = new Series(BAY, Channel.ONBOARD);
    private static final long START = RandomWindows.START;
    private static final long WINDOW = Grid.WINDOW_NANOS;
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder = Path.of(".");
    @SuppressWarnings("NullAway.Init")
    private History history;

    /** Opens the history that is kept in a folder; a new one in an empty folder. */
    protected abstract History open(Path where) throws IOException;

    /** Lets the history do now what it would do when left alone. */
    protected abstract void settle(History opened);

    protected abstract void close(History opened);

    @BeforeEach
    void openIt() throws IOException {
        history = open(folder);
    }

    @AfterEach
    void closeIt() {
        close(history);
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 31})
    void whateverArrivesInWhateverOrder_isAnsweredAsByThePlainOne(long seed) throws IOException {
        RandomWindows random = new RandomWindows(seed);
        PlainHistory plain = new PlainHistory();
        for (int round = 0; round < ROUNDS; round++) {
            String as = "seed %d, round %d".formatted(seed, round);
            List<WireRecord.Window> batch = random.next();
            history.store(batch, List.of(), List.of());
            plain.store(batch);
            if (random.upTo(8) == 0) {
                settle(history);
            }
            if (random.upTo(12) == 0) {
                close(history);
                history = open(folder);
            }
            Agreement.somewhere(history, plain, random, as);
        }
        Agreement.atEveryLevel(history, plain, "seed %d, not settled".formatted(seed));
        settle(history);
        Agreement.atEveryLevel(history, plain, "seed %d, settled".formatted(seed));
    }

    @Test
    void detailOfAKind_isKeptWithItsRecord() {
        WireRecord.Event cranking = event(EventKind.CRANKING, "e1",
                new RecordDetail.Cranking(12.62, 0.9, 310_000_000L));
        WireRecord.Event unsure = event(EventKind.CRANKING, "e2", new RecordDetail.Cranking(12.4, null, null));
        WireRecord.Event chattering = event(EventKind.CHATTERING, "e3",
                new RecordDetail.Chattering(EventKind.CRITICAL, 5));
        history.store(List.of(), List.of(cranking, unsure, chattering), List.of());

        assertThat(history.event("e1")).contains(cranking);
        assertThat(history.event("e2")).contains(unsure);
        assertThat(history.event("e3")).contains(chattering);
    }

    @Test
    void waveforms_areFoundWhereTheyReachIntoTheRange_andTheLastWrittenStays() {
        WireRecord.Waveform before = waveform(0, 12.6);
        WireRecord.Waveform reaching = waveform(2, 12.5);
        WireRecord.Waveform inside = waveform(10, 0.3);
        WireRecord.Waveform after = waveform(20, 12.6);
        history.store(List.of(), List.of(), List.of(inside, after, before, waveform(2, 1)));
        history.store(List.of(), List.of(), List.of(reaching, inside));

        assertThat(history.waveforms(ONBOARD, new TimeRange(START + 3 * WINDOW, START + 20 * WINDOW)))
                .containsExactly(reaching, inside);
        assertThat(history.waveforms(ONBOARD, new TimeRange(START + 4 * WINDOW, START + 9 * WINDOW))).isEmpty();
        assertThat(history.waveforms(new Series(BAY, Channel.BACKUP), new TimeRange(START, START + WINDOW))).isEmpty();
    }

    /** A window's length of three samples. */
    private static WireRecord.Waveform waveform(int window, double volts) {
        var block = new SampleBlock(Channel.ONBOARD, 3);
        for (int i = 0; i < 3; i++) {
            block.add(i * WINDOW / 2, volts + i);
        }
        return new WireRecord.Waveform(BAY, Channel.ONBOARD, START + window * WINDOW, Samples.of(block),
                WireRecord.Clock.SYNCHRONISED);
    }

    private static WireRecord.Event event(EventKind kind, String id, RecordDetail detail) {
        return new WireRecord.Event(BAY, Channel.ONBOARD, kind, id, START, 1, false, 800_000_000, 9.8, 12.1, false,
                null, null, null, WireRecord.Clock.SYNCHRONISED, detail);
    }

    @Test
    void oneLowWindowAmongTenThousand_isTheMinimumOfItsBucket() {
        List<WireRecord.Window> windows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            windows.add(window(i, i == 7_777 ? 0.021 : 12.6, 12.7, 86 * 12.65, 86));
        }
        history.store(windows, List.of(), List.of());
        TimeRange range = new TimeRange(START, START + 10_000 * WINDOW);

        List<Bucket> buckets = history.buckets(ONBOARD, range, Grid.covering(range, 100));

        assertThat(buckets).hasSize(100).extracting(Bucket::maximum).containsOnly(12.7);
        assertThat(buckets.get(77).minimum()).isEqualTo(0.021);
        assertThat(buckets.get(77).startNanos()).isEqualTo(START + 7_700 * WINDOW);
        assertThat(buckets).filteredOn(bucket -> bucket.minimum() < 12).hasSize(1);
        assertThat(history.lowest(ONBOARD, range)).hasValue(0.021);
    }

    @Test
    void windowsOfUnequalCount_areWeightedInTheMean() {
        history.store(List.of(window(0, 10, 10, 10, 1), window(1, 20, 20, 60, 3)), List.of(), List.of());
        TimeRange range = new TimeRange(START, START + 2 * WINDOW);

        assertThat(history.buckets(ONBOARD, range, Grid.covering(range, 1))).extracting(Bucket::mean)
                .containsExactly(17.5);
    }

    @Test
    void timeWithoutWindows_hasNoBuckets() {
        history.store(List.of(window(0, 12, 12, 12, 1), window(50, 12, 12, 12, 1)), List.of(), List.of());
        TimeRange range = new TimeRange(START, START + 60 * WINDOW);

        assertThat(history.buckets(ONBOARD, range, Grid.covering(range, 6))).extracting(Bucket::startNanos)
                .containsExactly(START, START + 50 * WINDOW);
    }

    @Test
    void anyNumberOfPoints_isNeverExceeded() {
        long seed = 30;
        Random random = new Random(seed);
        List<WireRecord.Window> windows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            windows.add(window(i, 12, 12, 12, 1));
        }
        history.store(windows, List.of(), List.of());
        for (int round = 0; round < 50; round++) {
            int points = 1 + random.nextInt(700);
            long from = START + random.nextLong(100 * WINDOW);
            TimeRange range = new TimeRange(from, from + 1 + random.nextLong(1_900 * WINDOW));

            assertThat(history.buckets(ONBOARD, range, Grid.covering(range, points)))
                    .as("seed %d, %d points of %s", seed, points, range).hasSizeLessThanOrEqualTo(points);
        }
    }

    @Test
    void sameWindowsInAnyOrderAndTwice_areStoredOnce() {
        List<WireRecord.Window> windows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            windows.add(window(i, i, i, i, 1));
        }
        Collections.shuffle(windows, new Random(30));
        assertThat(history.store(windows, List.of(), List.of()).overwritten()).isZero();
        assertThat(history.store(windows, List.of(), List.of()).overwritten()).isZero();
        TimeRange range = new TimeRange(START, START + 100 * WINDOW);

        assertThat(history.buckets(ONBOARD, range, Grid.covering(range, 100))).hasSize(100)
                .extracting(Bucket::minimum).isSorted();
    }

    @Test
    void sameWindowWithOtherValues_replacesAndIsCounted() {
        history.store(List.of(window(0, 12, 12, 12, 1)), List.of(), List.of());

        assertThat(history.store(List.of(window(0, 11, 12, 12, 1)), List.of(), List.of()).overwritten()).isEqualTo(1);
        assertThat(history.lowest(ONBOARD, new TimeRange(START, START + 1))).hasValue(11);
    }

    @Test
    void eventOfALowerRevisionThatComesLate_changesNothing() {
        WireRecord.Event last = event("e1", 3, 1_200_400_000L, false);

        assertThat(history.store(List.of(), List.of(last), List.of()).events()).containsExactly(last);
        assertThat(history.store(List.of(), List.of(event("e1", 1, 1_000_000, true)), List.of()).events()).isEmpty();
        assertThat(history.event("e1")).hasValue(last);
    }

    @Test
    void eventsBeforeAndAfterTheRange_areLeftOut() {
        history.store(List.of(), List.of(event("e1", 1, WINDOW, false)), List.of());

        assertThat(history.events(BAY, new TimeRange(START + 2 * WINDOW, START + 3 * WINDOW))).isEmpty();
        assertThat(history.events(BAY, new TimeRange(START - WINDOW, START))).isEmpty();
        assertThat(history.events(BAY, new TimeRange(START + WINDOW / 2, START + WINDOW))).hasSize(1);
        assertThat(history.events(new BayId("main", "2"), new TimeRange(START, START + WINDOW))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {33, 34})
    void copy_hasEveryCellOfEveryLevel(long seed) throws IOException {
        RandomWindows random = new RandomWindows(seed);
        PlainHistory plain = new PlainHistory();
        for (int round = 0; round < ROUNDS; round++) {
            List<WireRecord.Window> batch = random.next();
            history.store(batch, List.of(), List.of());
            plain.store(batch);
            if (random.upTo(20) == 0) {
                settle(history);
            }
        }
        history.store(List.of(), List.of(event("e1", 3, WINDOW, false), event("e2", 1, WINDOW, true),
                event("e0", 1, WINDOW, false)), List.of(waveform(0, 12), waveform(9, 11), waveform(4, 10)));
        History copy = open(Files.createDirectory(folder.resolve("copy")));
        Copying.copy(history, copy);
        Copying.assertSame(history, copy, "seed %d".formatted(seed));
        Agreement.atEveryLevel(copy, plain, "seed %d, the copy".formatted(seed));

        settle(history);
        Copying.assertSame(history, copy, "seed %d, settled".formatted(seed));
        Copying.copy(history, copy);
        Copying.assertSame(history, copy, "seed %d, copied twice".formatted(seed));
        close(copy);
    }

    @Test
    void cellsWithoutFinerOnes_arePutBackAsTheyWere() {
        Cell second = new Cell(START + 3 * Level.SECOND.stepNanos(), 11_900_000, 12_100_000, 120_000_000, 10);
        Cell minute = new Cell(START + 10 * Level.HOUR.stepNanos(), 9_000_000, 12_500_000, 7_200_000_000L, 600);
        Cell hour = new Cell(START - 5 * Level.HOUR.stepNanos(), 8_000_000, 14_000_000, 432_000_000_000L, 36_000);
        Cell day = new Cell(START - 40 * Level.DAY.stepNanos(), 1_000_000, 15_000_000, 12_000_000_000_000L, 1_000_000);
        List.of(Map.of(Level.HOUR, List.of(hour)), Map.of(Level.SECOND, List.of(second)),
                Map.of(Level.MINUTE, List.of(minute)), Map.of(Level.DAY, List.of(day)))
                .forEach(cells -> history.putBack(new Kept(ONBOARD, cells)));
        settle(history);

        try (HistorySnapshot snapshot = history.snapshot()) {
            TimeRange all = new TimeRange(day.startNanos(), START + 2 * Level.DAY.stepNanos());
            assertThat(snapshot.extents()).extracting(Extent::series).containsExactly(ONBOARD);
            assertThat(snapshot.cells(ONBOARD, Level.WINDOW, all)).isEmpty();
            assertThat(snapshot.cells(ONBOARD, Level.SECOND, all)).containsExactly(second);
            assertThat(snapshot.cells(ONBOARD, Level.MINUTE, all)).hasSize(2).contains(minute);
            assertThat(snapshot.cells(ONBOARD, Level.HOUR, all)).hasSize(3).contains(hour);
            assertThat(snapshot.cells(ONBOARD, Level.DAY, all)).extracting(Cell::count)
                    .containsExactly(1_000_000L, 36_000L, 610L);
            assertThat(Kept.of(snapshot, ONBOARD, all, Level.WINDOW, Level.DAY).cells()).isEqualTo(Map.of(
                    Level.SECOND, List.of(second), Level.MINUTE, List.of(minute), Level.HOUR, List.of(hour),
                    Level.DAY, List.of(day)));
        }
        assertThat(history.lowest(ONBOARD, new TimeRange(START, START + Level.DAY.stepNanos()))).hasValue(9);
    }

    @Test
    void snapshotOfEmptiness_isEmpty() {
        try (HistorySnapshot snapshot = history.snapshot()) {
            assertThat(snapshot.extents()).isEmpty();
            assertThat(snapshot.events("", 1)).isEmpty();
            assertThat(snapshot.cells(ONBOARD, Level.SECOND, new TimeRange(START, START + WINDOW))).isEmpty();
        }
    }

    private static WireRecord.Window window(int index, double minimum, double maximum, double sum, long count) {
        return new WireRecord.Window(BAY, Channel.ONBOARD, START + index * WINDOW, minimum, maximum, sum, count);
    }

    private static WireRecord.Event event(String id, int revision, long durationNanos, boolean open) {
        return new WireRecord.Event(BAY, Channel.ONBOARD, EventKind.INTERRUPTION, id, START, revision, open,
                durationNanos, 0.021, null, false, null, null, "j1", WireRecord.Clock.SYNCHRONISED);
    }
}
