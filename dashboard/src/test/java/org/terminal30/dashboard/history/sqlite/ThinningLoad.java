package org.terminal30.dashboard.history.sqlite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.benchmark.Percentiles;
import org.terminal30.benchmark.SimulatedWindows;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.KeepTimes;
import org.terminal30.dashboard.history.Keepsakes;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.hardware.sample.Channel;

/**
 * How long bays wait for their answers while windows that are too old are let go of, beside the same without. The argument is how
 * many days are let go of.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.dashboard.history.sqlite.ThinningLoad [DAYS]" verify</pre>
 */
public final class ThinningLoad {
    private static final int BAYS = 10;
    private static final int WINDOWS = 20;
    private static final int ALONE_BATCHES = 5_000;
    private static final long PAUSE_MILLIS = 10;
    private static final int HOUR_WINDOWS = 36_000;
    private static final KeepTimes A_MONTH = new KeepTimes(28, null, null);

    private ThinningLoad() {
    }

    public static void main(String[] arguments) throws Exception {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        Random random = new Random(30);
        try (HikariDataSource pool = HistoryIngest.pool();
                SqliteHistory history = new SqliteHistory(Jdbi.create(pool))) {
            for (int hour = 0; hour < days * 24; hour++) {
                history.store(SimulatedWindows.invented(Channel.ONBOARD,
                        RandomWindows.START + hour * Level.HOUR.stepNanos(), HOUR_WINDOWS, random), List.of(),
                        List.of());
            }
            history.sealAll();
            Instant now = Instant.ofEpochSecond(0, RandomWindows.START).plus(Duration.ofDays(days + 28L));
            try (SqliteUpkeep upkeep = new SqliteUpkeep(history, Keepsakes.NONE, A_MONTH,
                    Clock.fixed(now, ZoneOffset.UTC))) {
                load("warming up", history, batches -> batches < ALONE_BATCHES);
                load("without", history, batches -> batches < ALONE_BATCHES);
                long begun = System.nanoTime();
                CompletableFuture<Void> thinning = CompletableFuture.runAsync(upkeep::round);
                load("while windows are let go of", history, batches -> !thinning.isDone());
                System.out.printf("%d days of one channel took at most %d ms%n", days,
                        (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }

    /** Whether to go on after so many batches. */
    @FunctionalInterface
    private interface More {
        boolean after(int batches);
    }

    private static void load(String name, SqliteHistory history, More more) throws InterruptedException {
        Percentiles answers = new Percentiles();
        List<Thread> bays = new ArrayList<>();
        int[] batches = new int[BAYS];
        for (int bay = 0; bay < BAYS; bay++) {
            int number = bay;
            bays.add(Thread.ofVirtual().start(() -> send(history, number, batches, more, answers)));
        }
        for (Thread bay : bays) {
            bay.join();
        }
        System.out.printf("%-28s %s%n", name, answers);
    }

    private static void send(SqliteHistory history, int number, int[] batches, More more, Percentiles answers) {
        BayId id = new BayId("main", "b" + number);
        BooleanSupplier goOn = () -> more.after(batches[number] * BAYS);
        for (long at = RandomWindows.START + 100 * Level.DAY.stepNanos(); goOn.getAsBoolean(); batches[number]++) {
            List<Window> windows = new ArrayList<>();
            for (int i = 0; i < WINDOWS; i++, at += Grid.WINDOW_NANOS) {
                windows.add(new Window(id, Channel.ONBOARD, at, 12.6, 12.7, 1088, 86));
            }
            long sent = System.nanoTime();
            history.store(windows, List.of(), List.of());
            answers.add(System.nanoTime() - sent);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
