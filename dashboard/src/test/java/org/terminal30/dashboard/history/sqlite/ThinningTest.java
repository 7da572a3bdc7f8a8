package org.terminal30.dashboard.history.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.KeepTimes;
import org.terminal30.dashboard.history.Keepsakes;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.PlainHistory;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.StoreSize;
import org.terminal30.dashboard.history.TimeRange;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left when windows, seconds or everything of a time is older than it is kept. */
class ThinningTest {
    private static final Series ONBOARD = RandomWindows.SERIES.getFirst();
    private static final long START = RandomWindows.START;
    private static final long DAY = Level.DAY.stepNanos();
    private static final long MINUTE = Level.MINUTE.stepNanos();
    private static final TimeRange EVERYTHING = new TimeRange(START - 30 * DAY, START + 60 * DAY);
    private static final int WINDOW_DAYS = 28;
    /** Days later what is let go of, so that one round leaves blocks of all kinds. */
    private static final KeepTimes SECONDS_A_DAY_LONGER = new KeepTimes(WINDOW_DAYS, WINDOW_DAYS + 1, null);
    private static final KeepTimes NOTHING_STAYS = new KeepTimes(WINDOW_DAYS, WINDOW_DAYS, WINDOW_DAYS);
    private static final int BATCHES = 40;

    @TempDir
    private Path folder = Path.of(".");

    private record Label(Series series, long nanos) {}

    /** A history and what was stored in it. */
    private final class Stored implements AutoCloseable {
        private final Jdbi jdbi = HistoryFile.open(folder);
        private final SqliteHistory history = new SqliteHistory(jdbi);
        private final PlainHistory plain = new PlainHistory();
        private final Map<Label, Window> windows = new HashMap<>();

        void store(List<Window> batch) {
            history.store(batch, List.of(), List.of());
            plain.store(batch);
            batch.forEach(window -> windows.put(
                    new Label(new Series(window.bay(), window.channel()), window.timeNanos()), window));
        }

        void store(RandomWindows random, int batches) {
            for (int i = 0; i < batches; i++) {
                store(random.next());
            }
        }

        /** Lets go of windows older than a moment, and of what else the keep times say. */
        void thin(KeepTimes keep, long nanos) {
            thin(keep, nanos, Keepsakes.NONE);
        }

        void thin(KeepTimes keep, long nanos, Keepsakes keepsakes) {
            history.sealAll();
            try (SqliteUpkeep upkeep = upkeep(keep, nanos, keepsakes)) {
                upkeep.round();
            }
        }

        private SqliteUpkeep upkeep(KeepTimes keep, long nanos, Keepsakes keepsakes) {
            Instant now = Instant.ofEpochSecond(0, nanos).plus(Duration.ofDays(WINDOW_DAYS));
            return new SqliteUpkeep(history, keepsakes, keep, Clock.fixed(now, ZoneOffset.UTC));
        }

        List<Bucket> buckets(Series series, Level level) {
            return history.buckets(series, EVERYTHING, new Grid(0, level.stepNanos()));
        }

        long count(String sql) {
            return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
        }

        @Override
        public void close() {
            history.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {70, 71, 72})
    void coarserLevels_answerAsBefore_andNoMinimumIsMissedAnywhere(long seed) {
        RandomWindows random = new RandomWindows(seed);
        try (Stored stored = new Stored()) {
            stored.store(random, BATCHES);
            stored.thin(SECONDS_A_DAY_LONGER, START + DAY);

            assertThat(stored.count("select count(*) from block where length(windows) = 0 and length(seconds) > 0"))
                    .isPositive();
            assertThat(stored.count("select count(*) from block where length(tens) = 0")).isPositive();
            for (Series series : RandomWindows.SERIES) {
                for (Level level : Level.values()) {
                    if (level.compareTo(Level.MINUTE) >= 0) {
                        assertThat(stored.buckets(series, level)).as("seed %d: %s, %s", seed, series, level)
                                .usingRecursiveFieldByFieldElementComparator(closely())
                                .isEqualTo(stored.plain.buckets(series, EVERYTHING, new Grid(0, level.stepNanos())));
                    }
                }
                for (int i = 0; i < 200; i++) {
                    assertNoMinimumIsMissed(stored, series, random, "seed %d, range %d".formatted(seed, i));
                }
            }
        }
    }

    private static RecursiveComparisonConfiguration closely() {
        return RecursiveComparisonConfiguration.builder()
                .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other),
                        Double.class)
                .build();
    }

    /** Lower than the windows of the range only by what shares a minute with its ends; on any grid, never more points than asked. */
    private static void assertNoMinimumIsMissed(Stored stored, Series series, RandomWindows random, String as) {
        long from = random.moment();
        TimeRange range = new TimeRange(from, from + 1 + random.upTo(1_000_000_000) * (long) (1 + random.upTo(1_000)));
        TimeRange around = new TimeRange(range.fromNanos() - MINUTE, range.toNanos() + MINUTE);
        double found = stored.history.lowest(series, range).orElse(Double.MAX_VALUE);
        assertThat(found).as(as).isLessThanOrEqualTo(stored.plain.lowest(series, range).orElse(Double.MAX_VALUE))
                .isGreaterThanOrEqualTo(stored.plain.lowest(series, around).orElse(-Double.MAX_VALUE));
        int points = 1 + random.upTo(300);
        Grid grid = stored.history.grid(series, range, points);
        List<Bucket> buckets = stored.history.buckets(series, range, grid);
        assertThat(buckets).as("%s, %d points", as, points).hasSizeLessThanOrEqualTo(points);
        assertThat(buckets.stream().mapToDouble(Bucket::minimum).min().orElse(Double.MAX_VALUE)).as(as)
                .isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(longs = {73, 74})
    void whatIsSentOnceMore_changesNothing(long seed) {
        RandomWindows random = new RandomWindows(seed);
        try (Stored stored = new Stored()) {
            stored.store(random, BATCHES);
            stored.thin(SECONDS_A_DAY_LONGER, START);
            Map<Level, List<Bucket>> before = new HashMap<>();
            List.of(Level.values()).forEach(level -> before.put(level, stored.buckets(ONBOARD, level)));
            long journal = stored.count("select coalesce(max(id), 0) from journal");

            assertThat(stored.history.store(List.copyOf(stored.windows.values()), List.of(), List.of()).overwritten())
                    .isZero();

            assertThat(stored.count("select coalesce(max(id), 0) from journal")).isEqualTo(journal);
            stored.history.sealAll();
            for (Level level : Level.values()) {
                assertThat(stored.buckets(ONBOARD, level)).as("seed %d, %s", seed, level)
                        .isEqualTo(before.get(level));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {75, 76, 77})
    void whateverComesLate_isInItsExtremes_whetherItWaitsOrIsInABlock(long seed) {
        RandomWindows random = new RandomWindows(seed);
        try (Stored stored = new Stored()) {
            for (int round = 0; round < 6; round++) {
                stored.store(random, BATCHES / 4);
                assertExtremesAreThere(stored, "seed %d, round %d, waiting".formatted(seed, round));
                stored.thin(SECONDS_A_DAY_LONGER, START + (round - 4) * DAY);
                assertExtremesAreThere(stored, "seed %d, round %d".formatted(seed, round));
            }
        }
    }

    /** Corrections of what was let go of can leave more than there is, never less. */
    private static void assertExtremesAreThere(Stored stored, String as) {
        for (Series series : RandomWindows.SERIES) {
            for (Level level : List.of(Level.MINUTE, Level.TEN_MINUTES, Level.HOUR, Level.DAY)) {
                List<Bucket> expected = stored.plain.buckets(series, EVERYTHING, new Grid(0, level.stepNanos()));
                List<Bucket> found = stored.buckets(series, level);
                assertThat(found).as("%s: %s, %s", as, series, level).extracting(Bucket::startNanos)
                        .isEqualTo(expected.stream().map(Bucket::startNanos).toList());
                for (int i = 0; i < found.size(); i++) {
                    assertThat(found.get(i).minimum()).as(as).isLessThanOrEqualTo(expected.get(i).minimum());
                    assertThat(found.get(i).maximum()).as(as).isGreaterThanOrEqualTo(expected.get(i).maximum());
                    assertThat(found.get(i).mean()).as(as).isBetween(found.get(i).minimum() - 1e-6,
                            found.get(i).maximum() + 1e-6);
                }
            }
        }
    }

    @Test
    void lateWindow_countsWhereItsSecondIsEmpty_andOnlyWidensOneThatIsThere() {
        try (Stored stored = new Stored()) {
            stored.store(List.of(window(START, 12), window(START + Grid.WINDOW_NANOS, 12)));
            stored.thin(SECONDS_A_DAY_LONGER, START + DAY);

            stored.store(List.of(window(START + 2 * Grid.WINDOW_NANOS, 3),
                    window(START + Level.SECOND.stepNanos(), 6)));

            for (int pass = 0; pass < 2; pass++) {
                assertThat(stored.buckets(ONBOARD, Level.SECOND)).as("pass %d", pass).containsExactly(
                        new Bucket(START, 3, 12, 12), new Bucket(START + Level.SECOND.stepNanos(), 6, 6, 6));
                stored.history.sealAll();
            }
        }
    }

    @Test
    void rangeWithinASecondThatIsLeft_showsIt_onAGridThatIsNoFiner() {
        try (Stored stored = new Stored()) {
            stored.store(List.of(window(START + Grid.WINDOW_NANOS, 2)));
            stored.thin(SECONDS_A_DAY_LONGER, START + DAY);
            TimeRange range = new TimeRange(START + 5 * Grid.WINDOW_NANOS, START + 25 * Grid.WINDOW_NANOS);

            assertThat(stored.history.lowest(ONBOARD, range)).hasValue(2);
            assertThat(stored.history.grid(ONBOARD, range, 1_000).stepNanos()).isEqualTo(Level.SECOND.stepNanos());
            assertThat(stored.history.finest(ONBOARD, new TimeRange(START + DAY, START + 2 * DAY)))
                    .isEqualTo(Level.WINDOW);
        }
    }

    @Test
    void blocksAroundWhatWentWrong_keepTheirWindowsForEver() {
        try (Stored stored = new Stored()) {
            for (int hour = 0; hour < 20; hour++) {
                stored.store(List.of(window(START + hour * Level.HOUR.stepNanos(), 12)));
            }
            stored.history.store(List.of(), List.of(event(EventKind.INTERRUPTION, "e1", 3, Duration.ofSeconds(1)),
                    event(EventKind.LOW, "e2", 6, Duration.ofHours(6)),
                    event(EventKind.CRANKING, "e3", 15, Duration.ofSeconds(1))), List.of());
            TimeRange lock = new TimeRange(START + 17 * Level.HOUR.stepNanos(), START + 17 * Level.HOUR.stepNanos()
                    + 1);

            stored.thin(new KeepTimes(WINDOW_DAYS, WINDOW_DAYS, null), START + DAY,
                    (bay, range) -> List.of(lock.within(range)));

            List<Long> whole = stored.jdbi.withHandle(handle -> handle.createQuery(
                    "select (span * 600 - :start) / 3600 from block where length(windows) > 0 order by 1")
                    .bind("start", START / 1_000_000_000).mapTo(Long.class).list());
            assertThat(whole).as("the break, a long low's first hour and its end, the lock").containsExactly(3L, 6L, 7L,
                    12L, 17L);
        }
    }

    @Test
    void daysOlderThanEverything_areGone_andTheRestIsAsBefore() {
        try (Stored stored = new Stored()) {
            stored.store(List.of(window(START - DAY, 12), window(START - 1, 11), window(START, 10)));

            stored.thin(NOTHING_STAYS, START + DAY / 2);

            assertThat(stored.buckets(ONBOARD, Level.DAY)).extracting(Bucket::startNanos).containsExactly(START);
            assertThat(stored.history.lowest(ONBOARD, EVERYTHING)).hasValue(10);
            assertThat(stored.count("select count(*) from block")).isEqualTo(1);
        }
    }

    @Test
    void blockWhoseSecondsAreDamaged_keepsItsWindows() {
        try (Stored stored = new Stored()) {
            stored.store(List.of(window(START, 12)));
            stored.history.sealAll();
            stored.jdbi.useHandle(handle -> handle.execute("update block set seconds = zeroblob(20)"));

            stored.thin(SECONDS_A_DAY_LONGER, START + DAY);

            assertThat(stored.count("select count(*) from block where length(windows) > 0")).isEqualTo(1);
        }
    }

    @Test
    void roomThatWindowsLeave_isGivenBackUpToAShareThatStays() throws Exception {
        Path file = folder.resolve("history.db");
        Jdbi.create("jdbc:sqlite:" + file).useHandle(handle -> {
            handle.execute("pragma auto_vacuum = incremental");
            handle.execute("vacuum");
        });
        try (Stored stored = new Stored()) {
            Random random = new Random(30);
            for (int hour = 0; hour < 6; hour++) {
                List<Window> batch = new ArrayList<>();
                for (int i = 0; i < 36_000; i++) {
                    batch.add(window(START + hour * Level.HOUR.stepNanos() + i * Grid.WINDOW_NANOS,
                            12 + Math.round(random.nextDouble() * 1e6) / 1e6));
                }
                stored.history.store(batch, List.of(), List.of());
            }
            stored.history.sealAll();
            long before = stored.count("pragma page_count");

            stored.thin(SECONDS_A_DAY_LONGER, START + DAY);

            long pages = stored.count("pragma page_count");
            assertThat(pages).isLessThan(before / 2);
            assertThat(stored.count("pragma freelist_count")).isBetween(pages / 16, pages / 7);
            stored.jdbi.useHandle(handle -> handle.execute("pragma wal_checkpoint(truncate)"));
            assertThat(Files.size(file)).isEqualTo(pages * stored.count("pragma page_size"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {78, 79})
    void tally_isWhatCountingWouldSay(long seed) {
        RandomWindows random = new RandomWindows(seed);
        try (Stored stored = new Stored()) {
            for (int round = 0; round < 3; round++) {
                stored.store(random, BATCHES / 3);
                stored.thin(round < 2 ? SECONDS_A_DAY_LONGER : NOTHING_STAYS, START + (round - 3) * DAY);
                assertThat(stored.jdbi.<List<String>, RuntimeException>withHandle(ThinningTest::counted))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(stored.jdbi.<List<String>, RuntimeException>withHandle(ThinningTest::tallied));
            }
        }
    }

    private static List<String> counted(Handle handle) {
        return handle.createQuery("""
                select series || ' ' || count(*) || ' ' || sum(length(windows)) || ' '
                    || sum(length(seconds) + length(tens)) from block group by series order by series""")
                .mapTo(String.class).list();
    }

    private static List<String> tallied(Handle handle) {
        return handle.createQuery("""
                select series || ' ' || blocks || ' ' || windows || ' ' || seconds from tally where blocks > 0
                order by series""").mapTo(String.class).list();
    }

    @Test
    void size_tellsLevelsAndBaysApart_andWhatADayAdds() {
        try (Stored stored = new Stored()) {
            List<Window> day = new ArrayList<>();
            for (int i = 0; i < 86_400; i++) {
                day.add(window(START + i * Level.SECOND.stepNanos(), 12 + i % 7));
            }
            stored.store(day);
            stored.history.sealAll();
            Instant now = Instant.ofEpochSecond(0, START + DAY);
            try (SqliteUpkeep upkeep = new SqliteUpkeep(stored.history, Keepsakes.NONE, KeepTimes.DEFAULT,
                    Clock.fixed(now, ZoneOffset.UTC))) {
                upkeep.round();
                StoreSize size = upkeep.size().orElseThrow();
                assertThat(size.measuredAt()).isEqualTo(now);
                assertThat(size.levels()).extracting(StoreSize.Part::name).containsExactly("windows", "seconds",
                        "minutes", "waveforms");
                StoreSize.Part windows = size.levels().getFirst();
                assertThat(windows.bytes()).isEqualTo(stored.count("select sum(length(windows)) from block"));
                assertThat(windows.bytesADay()).isEqualTo((double) windows.bytes());
                assertThat(windows.days()).isEqualTo(1);
                assertThat(size.bays()).extracting(StoreSize.Part::name).containsExactly("main/1");
                assertThat(size.bays().getFirst().bytes()).isEqualTo(
                        size.levels().stream().mapToLong(StoreSize.Part::bytes).sum());
            }
        }
    }

    private static WireRecord.Event event(EventKind kind, String id, int hour, Duration length) {
        return new WireRecord.Event(ONBOARD.bay(), ONBOARD.channel(), kind, id, START + hour * Level.HOUR.stepNanos(),
                1, false, length.toNanos(), 9.8, 12.1, false, null, null, null, WireRecord.Clock.SYNCHRONISED,
                kind == EventKind.CRANKING
                        ? new RecordDetail.Cranking(12.6, 0.5, null)
                        : null);
    }

    private static Window window(long nanos, double volts) {
        return new Window(ONBOARD.bay(), ONBOARD.channel(), nanos, volts, volts, volts, 1);
    }
}
