package org.terminal30.benchmark;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.sqlite.HistoryFile;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.hardware.sample.Channel;

/**
 * Charts of at most 1000 points over a day, a month and a year of 10 windows/s, anywhere in what there is: at the embedded store, over
 * HTTP from the packaged dashboard, from InfluxDB 1.6 with {@code GROUP BY time()} over the same windows, and from rrd4j. A folder that
 * an earlier run has filled is used again.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.benchmark.ChartLoad [DAYS [DAYS_OF_THE_OTHERS [FOLDER]]]" verify</pre>
 */
public final class ChartLoad {
    static final int POINTS = 1_000;
    static final long START_NANOS = 1_700_006_400_000_000_000L;
    private static final int MONTH_DAYS = 30;
    private static final int YEAR_DAYS = 365;
    private static final int DAYS = YEAR_DAYS;
    private static final int OTHERS_DAYS = 31;
    private static final int ROUNDS = 300;
    private static final int HOURS_A_DAY = 24;
    private static final int HOUR_WINDOWS = 36_000;
    private static final Series SERIES = new Series(SimulatedWindows.BAY, Channel.ONBOARD);
    private static final List<String> JVM_OPTIONS = List.of("-Xmx128m", "-XX:+UseSerialGC");

    private final int days;
    private final Random places = new Random(31);

    /** What is asked for a chart. */
    @FunctionalInterface
    interface Chart {
        /** The number of points. */
        int draw(TimeRange range, Grid grid) throws Exception;
    }

    private ChartLoad(int days) {
        this.days = days;
    }

    public static void main(String[] arguments) throws Exception {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DAYS;
        int othersDays = arguments.length > 1 ? Integer.parseInt(arguments[1]) : OTHERS_DAYS;
        Path folder = arguments.length > 2
                ? Files.createDirectories(Path.of(arguments[2]))
                : Files.createTempDirectory("terminal30-charts-");
        ChartLoad load = new ChartLoad(days);
        if (!Files.exists(folder.resolve("history.db"))) {
            load.fill(folder);
        }
        load.store(folder);
        load.overHttp(folder);
        try (RrdCharts rrd = new RrdCharts(folder.resolve("charts.rrd"), othersDays)) {
            new ChartLoad(othersDays).all("rrd4j", othersDays, ROUNDS, rrd);
        }
        try (InfluxCharts influx = new InfluxCharts(othersDays)) {
            new ChartLoad(othersDays).all("InfluxDB", othersDays, 5, influx);
        }
    }

    /** An hour of windows, the same whoever asks. */
    static List<Window> hour(int hour) {
        return SimulatedWindows.invented(Channel.ONBOARD, START_NANOS + hour * Level.HOUR.stepNanos(), HOUR_WINDOWS,
                new Random(hour));
    }

    private void fill(Path folder) throws Exception {
        try (HikariDataSource pool = HistoryFile.pool(folder);
                SqliteHistory history = new SqliteHistory(Jdbi.create(pool))) {
            long begun = System.nanoTime();
            for (int hour = 0; hour < days * HOURS_A_DAY; hour++) {
                history.store(hour(hour), List.of(), List.of());
            }
            HistoryFile.sealAll(history);
            System.out.printf("store: %d windows in %.0f s%n", windows(), (System.nanoTime() - begun) / 1e9);
        }
    }

    private long windows() {
        return (long) days * HOURS_A_DAY * HOUR_WINDOWS;
    }

    private void store(Path folder) throws Exception {
        try (HikariDataSource pool = HistoryFile.pool(folder);
                SqliteHistory history = new SqliteHistory(Jdbi.create(pool))) {
            System.out.printf("store: %.2f bytes a window%n",
                    Files.size(folder.resolve("history.db")) / (double) windows());
            all("store", days, ROUNDS, (range, grid) -> history.buckets(SERIES, range, grid).size());
        }
    }

    private void overHttp(Path folder) throws Exception {
        try (DashboardProcess dashboard = DashboardProcess.start(folder, JVM_OPTIONS)) {
            TestClient manager = dashboard.manager();
            dashboard.token(SERIES.bay().bay());
            all("HTTP", days, ROUNDS, (range, grid) -> overHttp(manager, range));
        }
    }

    private static int overHttp(TestClient browser, TimeRange range) {
        HttpResponse<String> answer = browser.get("/api/bays/%s/history?channel=onboard&from=%s&to=%s&points=%d"
                .formatted(SERIES.bay().bay(), moment(range.fromNanos()), moment(range.toNanos()), POINTS));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        String times = answer.body().replaceFirst(".*\"t\":\\[", "").replaceFirst("\\].*", "");
        return times.isEmpty() ? 0 : times.split(",", -1).length;
    }

    private static String moment(long nanos) {
        return URLEncoder.encode(EpochNanos.instant(nanos).toString(), StandardCharsets.UTF_8);
    }

    private void all(String name, int most, int rounds, Chart chart) throws Exception {
        report(name + ", a day", 1, rounds, chart);
        if (most >= MONTH_DAYS) {
            report(name + ", a month", MONTH_DAYS, rounds, chart);
        }
        if (most >= YEAR_DAYS) {
            report(name + ", a year", YEAR_DAYS, rounds, chart);
        }
    }

    private void report(String name, int spanDays, int rounds, Chart chart) throws Exception {
        long span = Duration.ofDays(spanDays).toNanos();
        long latest = START_NANOS + Duration.ofDays(days).toNanos() - span;
        Percentiles answers = new Percentiles();
        int points = 0;
        for (int round = 0; round < rounds + rounds / 5; round++) {
            long from = START_NANOS + places.nextLong(latest - START_NANOS + 1);
            TimeRange range = new TimeRange(from, from + span);
            long begun = System.nanoTime();
            points = Math.max(points, chart.draw(range, Grid.covering(range, POINTS)));
            // A fifth warms up.
            if (round >= rounds / 5) {
                answers.add(System.nanoTime() - begun);
            }
        }
        System.out.printf("%-20s up to %4d points: %s%n", name, points, answers);
    }
}
