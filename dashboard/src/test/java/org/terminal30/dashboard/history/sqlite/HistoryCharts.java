package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.Random;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.benchmark.Percentiles;
import org.terminal30.benchmark.SimulatedWindows;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/**
 * Charts of 1000 points over stretches of a history of 10 windows/s, at moments at random, while the last ten minutes wait for their
 * block. The argument is how many days there are.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.dashboard.history.sqlite.HistoryCharts [DAYS]" verify</pre>
 */
public final class HistoryCharts {
    private static final Series ONBOARD = new Series(SimulatedWindows.BAY, Channel.ONBOARD);
    private static final int POINTS = 1_000;
    private static final int ROUNDS = 200;
    private static final int HOUR_WINDOWS = 36_000;
    private static final int LIVE_WINDOWS = 5_000;
    private static final long DAY = Level.DAY.stepNanos();

    private HistoryCharts() {
    }

    public static void main(String[] arguments) throws Exception {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 31;
        Random random = new Random(30);
        try (HikariDataSource pool = HistoryIngest.pool();
                SqliteHistory history = new SqliteHistory(Jdbi.create(pool))) {
            long begun = System.nanoTime();
            long at = RandomWindows.START;
            for (int hour = 0; hour < days * 24; hour++, at += Level.HOUR.stepNanos()) {
                store(history, at, HOUR_WINDOWS, random);
            }
            history.sealAll();
            long end = at + LIVE_WINDOWS * Grid.WINDOW_NANOS;
            store(history, at, LIVE_WINDOWS, random);
            System.out.printf("%d windows in %d s%n", days * 24 * HOUR_WINDOWS,
                    (System.nanoTime() - begun) / 1_000_000_000);
            System.out.printf("%.2f bytes a window, with every level%n",
                    bytes(Jdbi.create(pool)) / (days * 24.0 * HOUR_WINDOWS));
            for (int warm = 0; warm < 2; warm++) {
                charts("ten minutes", history, 600_000_000_000L, end, random);
                charts("an hour", history, Level.HOUR.stepNanos(), end, random);
                charts("a day", history, DAY, end, random);
                charts("a week", history, Math.min(days, 7) * DAY, end, random);
                charts("a month", history, Math.min(days, 30) * DAY, end, random);
                charts("everything", history, end - RandomWindows.START, end, random);
            }
        }
    }

    private static void store(SqliteHistory history, long at, int count, Random random) {
        List<Window> windows = SimulatedWindows.invented(Channel.ONBOARD, at, count, random);
        history.store(windows, List.of(), List.of());
    }

    private static void charts(String name, SqliteHistory history, long nanos, long end, Random random) {
        Percentiles answers = new Percentiles();
        int points = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long from = end - nanos - random.nextLong(Math.max(1, end - RandomWindows.START - nanos));
            TimeRange range = new TimeRange(round % 2 == 0 ? from : end - nanos, round % 2 == 0 ? from + nanos : end);
            long begun = System.nanoTime();
            List<Bucket> buckets = history.buckets(ONBOARD, range, Grid.covering(range, POINTS));
            answers.add(System.nanoTime() - begun);
            points = Math.max(points, buckets.size());
        }
        System.out.printf("%-12s up to %4d points: %s%n", name, points, answers);
    }

    private static long bytes(Jdbi jdbi) {
        return jdbi.withHandle(handle -> 4096
                * (handle.createQuery("pragma page_count").mapTo(Long.class).one()
                        - handle.createQuery("pragma freelist_count").mapTo(Long.class).one()));
    }
}
