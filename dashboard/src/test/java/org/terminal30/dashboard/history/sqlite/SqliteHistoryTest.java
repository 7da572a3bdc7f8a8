package org.terminal30.dashboard.history.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Agreement;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistoryContract;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.PlainHistory;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.commit.GroupCommit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqliteHistoryTest extends HistoryContract {
    private static final Series ONBOARD = RandomWindows.SERIES.getFirst();
    private static final long START = RandomWindows.START;
    /** So few that blocks are written again and again. */
    private static final int FEW_WAITING = 500;

    @TempDir
    private Path other = Path.of(".");

    @Override
    protected History open(Path where) {
        return new SqliteHistory(HistoryFile.open(where), FEW_WAITING);
    }

    @Override
    protected void settle(History opened) {
        ((SqliteHistory) opened).sealAll();
    }

    @Override
    protected void close(History opened) {
        ((SqliteHistory) opened).close();
    }

    /** The file as the power failure leaves it: what another process finds in it while the first still has it open. */
    @ParameterizedTest
    @ValueSource(longs = {40, 41})
    void cutOffBetweenAnyTwoTransactions_goesOnWhereItStood(long seed) throws IOException {
        RandomWindows random = new RandomWindows(seed);
        PlainHistory plain = new PlainHistory();
        Path file = Files.createDirectory(other.resolve("0"));
        for (int round = 1; round <= 12; round++) {
            Path left = Files.createDirectory(other.resolve(Integer.toString(round)));
            Jdbi jdbi = HistoryFile.open(file);
            // As long as somebody has the file open, what was written last is in its log only.
            try (Handle open = jdbi.open(); SqliteHistory history = new SqliteHistory(jdbi)) {
                open.execute("select count(*) from journal");
                Agreement.atEveryLevel(history, plain, "seed %d, round %d".formatted(seed, round));
                for (int i = random.upTo(8); i >= 0; i--) {
                    List<Window> batch = random.next();
                    history.store(batch, List.of(), List.of());
                    plain.store(batch);
                }
                for (int i = random.upTo(6); i > 0; i--) {
                    history.sealNext();
                }
                for (String part : List.of("history.db", "history.db-wal")) {
                    Files.copy(file.resolve(part), left.resolve(part));
                }
            }
            file = left;
        }
        try (SqliteHistory history = new SqliteHistory(HistoryFile.open(file))) {
            history.sealAll();
            Agreement.atEveryLevel(history, plain, "seed %d, sealed".formatted(seed));
        }
    }

    @Test
    void whatIsInBlocks_doesNotWaitAgainAfterTheNextStart() {
        Jdbi jdbi = HistoryFile.open(other);
        try (SqliteHistory history = new SqliteHistory(jdbi)) {
            history.store(List.of(window(0, 12), window(6_000, 12)), List.of(), List.of());
            assertThat(history.sealNext()).isTrue();
        }
        try (SqliteHistory history = new SqliteHistory(jdbi)) {
            assertThat(history.sealNext()).as("the other span").isTrue();
            assertThat(history.sealNext()).isFalse();
        }
    }

    @Test
    void rowsOfAnEarlierVersion_moveIntoBlocks_alsoFromHalfWay() {
        HistoryFile.migrate(other, "3");
        Jdbi old = HistoryFile.unmigrated(other);
        PlainHistory plain = new PlainHistory();
        List<Window> windows = new ArrayList<>();
        RandomWindows random = new RandomWindows(50);
        for (int i = 0; i < 20; i++) {
            windows.addAll(random.next());
        }
        plain.store(windows);
        rows(old, windows);
        Jdbi jdbi = HistoryFile.open(other);
        VoltageRows stopped = new VoltageRows(jdbi);
        stopped.moveNext();
        stopped.moveNext();

        try (SqliteHistory history = new SqliteHistory(jdbi)) {
            Agreement.atEveryLevel(history, plain, "moved");
        }
        assertThat(jdbi.<List<String>, RuntimeException>withHandle(handle -> handle
                .createQuery("select name from sqlite_master where name = 'voltage'").mapTo(String.class).list()))
                .isEmpty();
    }

    private static void rows(Jdbi old, List<Window> windows) {
        List<String> channels = RandomWindows.SERIES.stream().map(Series::toString).toList();
        old.useTransaction(handle -> {
            for (Series series : RandomWindows.SERIES) {
                handle.execute("insert into series (id, site, bay, channel) values (?, ?, ?, ?)",
                        channels.indexOf(series.toString()) + 1, series.bay().site(), series.bay().bay(),
                        series.channel().wireName());
            }
            for (Window window : windows) {
                handle.execute("insert or replace into voltage values (?, ?, ?, ?, ?, ?)",
                        channels.indexOf(new Series(window.bay(), window.channel()).toString()) + 1,
                        window.timeNanos(), window.minimum(), window.maximum(), window.sum(), window.count());
            }
        });
    }

    @Test
    void damagedBlock_isNamed_andMakesRoomForANewOne() {
        Jdbi jdbi = HistoryFile.open(other);
        try (SqliteHistory history = new SqliteHistory(jdbi)) {
            history.store(List.of(window(0, 12)), List.of(), List.of());
            history.sealAll();
            jdbi.useHandle(handle -> handle.execute("update block set windows = zeroblob(20)"));
            TimeRange range = new TimeRange(START, START + Grid.WINDOW_NANOS);

            assertThatThrownBy(() -> history.lowest(ONBOARD, range)).hasMessageContaining("main/1 onboard")
                    .hasMessageContaining("2025-11-21T00:00:00Z").hasMessageContaining("windows");

            assertThat(history.store(List.of(window(0, 11)), List.of(), List.of()).overwritten()).isZero();
            history.sealAll();
            assertThat(history.lowest(ONBOARD, range)).hasValue(11);
        }
    }

    @Test
    void batchThatCannotBeStored_takesNoneOfItsNeighboursWithIt() throws Exception {
        Jdbi jdbi = HistoryFile.open(other);
        try (GroupCommit writer = new GroupCommit(jdbi);
                ExecutorService bays = Executors.newCachedThreadPool()) {
            List<Callable<Boolean>> changes = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int id = i;
                changes.add(() -> stored(writer, id));
            }
            var outcomes = changes.stream().map(bays::submit).toList();
            writer.start();
            for (int i = 0; i < outcomes.size(); i++) {
                assertThat(outcomes.get(i).get()).as("change %d", i).isEqualTo(i % 3 != 0);
            }
        }
        assertThat(jdbi.<List<Integer>, RuntimeException>withHandle(handle -> handle
                .createQuery("select id from journal").mapTo(Integer.class).list())).hasSize(26)
                .noneMatch(id -> id % 3 == 0);
    }

    @Test
    void journal_isShortenedWhileThereAreMoreBlocksToWrite() {
        Jdbi jdbi = HistoryFile.open(other);
        try (SqliteHistory history = new SqliteHistory(jdbi)) {
            for (int span = 0; span < 200; span++) {
                history.store(List.of(window(span * 6_000, 12)), List.of(), List.of());
            }
            jdbi.useHandle(handle -> handle.execute("""
                    create trigger disk_full before insert on block when (select count(*) from block) >= 100
                    begin select raise(abort, 'no room'); end"""));
            history.sealAll();
            assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle
                    .createQuery("select count(*) from journal").mapTo(Integer.class).one())).isBetween(100, 140);
        }
    }

    @Test
    void snapshot_showsNothingThatIsStoredLater_andHoldsUpNobody() {
        try (SqliteHistory history = new SqliteHistory(HistoryFile.open(other))) {
            history.store(List.of(window(0, 12)), List.of(), List.of());
            try (HistorySnapshot snapshot = history.snapshot()) {
                history.store(List.of(window(1, 13), window(0, 11)), List.of(), List.of());
                history.sealAll();
                TimeRange all = new TimeRange(START, START + Grid.WINDOW_NANOS * 2);
                for (Level level : Level.values()) {
                    assertThat(snapshot.cells(ONBOARD, level, all)).as("%s", level)
                            .containsExactly(new Cell(START, 12_000_000, 12_000_000, 12_000_000, 1));
                }
            }
            try (HistorySnapshot snapshot = history.snapshot()) {
                assertThat(snapshot.cells(ONBOARD, Level.DAY, new TimeRange(START, START + 1)))
                        .containsExactly(new Cell(START, 11_000_000, 13_000_000, 24_000_000, 2));
            }
        }
    }

    private static boolean stored(GroupCommit writer, int id) {
        try {
            return writer.submit(handle -> {
                handle.execute("insert into journal (id, windows) values (?, x'00')", id);
                if (id % 3 == 0) {
                    throw new IllegalStateException("cannot be stored");
                }
                return true;
            });
        } catch (RuntimeException refused) {
            assertThat(refused).hasRootCauseMessage("cannot be stored");
            return false;
        }
    }

    private static Window window(int index, double volts) {
        return new Window(ONBOARD.bay(), ONBOARD.channel(), START + index * Grid.WINDOW_NANOS, volts, volts, volts, 1);
    }
}
