package org.terminal30.dashboard.history.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.benchmark.Percentiles;
import org.terminal30.benchmark.SimulatedWindows;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.hardware.sample.Channel;

/**
 * Windows a second into the store, durable: large batches from one writer and small ones from many, beside one row for each window
 * as earlier versions had it. Blocks are written while it goes on.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.dashboard.history.sqlite.HistoryIngest" verify</pre>
 */
public final class HistoryIngest {
    private static final int WINDOWS = 600_000;
    private static final int LARGE = 5_000;
    private static final int BAYS = 50;
    private static final int SMALL = 20;
    private static final int SMALL_BATCHES = 100;

    private HistoryIngest() {
    }

    public static void main(String[] arguments) throws Exception {
        List<Window> windows = SimulatedWindows.invented(Channel.ONBOARD, RandomWindows.START, WINDOWS,
                new Random(30));
        for (int run = 0; run < 3; run++) {
            try (HikariDataSource pool = pool()) {
                Jdbi jdbi = Jdbi.create(pool);
                rows(jdbi);
                large("rows", windows, batch -> insert(jdbi, batch));
                small("rows", batch -> insert(jdbi, batch));
            }
            try (HikariDataSource pool = pool(); SqliteHistory history = new SqliteHistory(Jdbi.create(pool))) {
                large("blocks", windows, batch -> history.store(batch, List.of(), List.of()));
                small("blocks", batch -> history.store(batch, List.of(), List.of()));
                long begun = System.nanoTime();
                history.sealAll();
                System.out.printf("blocks: what was left to seal took %d ms%n",
                        (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }

    static HikariDataSource pool() throws IOException {
        return HistoryFile.pool(Files.createTempDirectory("terminal30-history-"));
    }

    private static void large(String name, List<Window> windows, Consumer<List<Window>> store) {
        long begun = System.nanoTime();
        for (int from = 0; from < windows.size(); from += LARGE) {
            store.accept(windows.subList(from, from + LARGE));
        }
        report(name + ", one writer, batches of " + LARGE, windows.size(), begun, "");
    }

    private static void small(String name, Consumer<List<Window>> store) throws Exception {
        Percentiles answers = new Percentiles();
        long begun = System.nanoTime();
        try (ExecutorService bays = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int bay = 1; bay <= BAYS; bay++) {
                BayId id = new BayId("main", "b" + bay);
                work.add(() -> {
                    for (int batch = 0; batch < SMALL_BATCHES; batch++) {
                        List<Window> windows = new ArrayList<>();
                        for (int i = 0; i < SMALL; i++) {
                            windows.add(new Window(id, Channel.ONBOARD,
                                    RandomWindows.START + (batch * SMALL + i) * Grid.WINDOW_NANOS, 12.6, 12.7, 1088,
                                    86));
                        }
                        long sent = System.nanoTime();
                        store.accept(windows);
                        answers.add(System.nanoTime() - sent);
                    }
                    return true;
                });
            }
            for (var done : bays.invokeAll(work)) {
                done.get();
            }
        }
        report("%s, %d writers, batches of %d".formatted(name, BAYS, SMALL), BAYS * SMALL_BATCHES * SMALL, begun,
                "; answers " + answers);
    }

    private static void report(String name, int windows, long begun, String more) {
        System.out.printf("%-40s %9.0f windows/s%s%n", name, windows / ((System.nanoTime() - begun) / 1e9), more);
    }

    private static void rows(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute("create table if not exists voltage (series integer not null,"
                + " start integer not null, minimum real not null, maximum real not null, total real not null,"
                + " samples integer not null, primary key (series, start)) strict, without rowid"));
    }

    /** As earlier versions did it. */
    private static synchronized void insert(Jdbi jdbi, List<Window> batch) {
        try (Handle handle = jdbi.open()) {
            handle.begin();
            try (var insert = handle.getConnection().prepareStatement("""
                    insert into voltage (minimum, maximum, total, samples, series, start) values (?, ?, ?, ?, ?, ?)
                    on conflict do nothing""")) {
                for (Window window : batch) {
                    insert.setDouble(1, window.minimum());
                    insert.setDouble(2, window.maximum());
                    insert.setDouble(3, window.sum());
                    insert.setLong(4, window.count());
                    insert.setLong(5, window.bay().bay().hashCode());
                    insert.setLong(6, window.timeNanos());
                    insert.executeUpdate();
                }
            }
            handle.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
