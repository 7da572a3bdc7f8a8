package org.terminal30.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.sqlite.HistoryFile;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.dashboard.testing.EventStream;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.hardware.sample.Channel;

/**
 * The packaged dashboard under the load of bays and browsers: time to its first page, processor time, memory, time of an answer,
 * time from the end of a window to a browser's event; then the windows that are in its history are counted. The first browser is on the
 * wall, where it sees every bay; each other one is on the page of a bay.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.benchmark.DashboardLoad [BAYS [BROWSERS [SECONDS [WARM_UP_SECONDS [JVM_OPTION…]]]]]" verify</pre>
 */
public final class DashboardLoad {
    private static final int BAYS = 10;
    private static final int BROWSERS = 1;
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 60;
    private static final List<String> JVM_OPTIONS = List.of("-Xmx128m", "-XX:+UseSerialGC");
    private static final Pattern WINDOW = Pattern.compile("\"t\":(\\d+)");
    private static final long WINDOW_MILLIS = 100;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Percentiles answers = new Percentiles();
    private final Percentiles events = new Percentiles();
    private final List<EventStream> streams = new ArrayList<>();
    private final List<LoadingBay> bays = new ArrayList<>();
    private final List<Thread> sending = new ArrayList<>();
    private final PrintStream out;
    private final DashboardProcess dashboard;

    private DashboardLoad(PrintStream out, DashboardProcess dashboard) {
        this.out = out;
        this.dashboard = dashboard;
    }

    public static void main(String[] arguments) throws Exception {
        int bays = number(arguments, 0, BAYS);
        int browsers = number(arguments, 1, BROWSERS);
        int seconds = number(arguments, 2, SECONDS);
        int warmUpSeconds = number(arguments, 3, WARM_UP_SECONDS);
        List<String> options = arguments.length > 4 ? List.of(arguments).subList(4, arguments.length) : JVM_OPTIONS;
        Path data = Files.createTempDirectory("terminal30-load-");
        long begun = System.nanoTime();
        DashboardLoad load;
        try (DashboardProcess dashboard = DashboardProcess.start(data, options)) {
            System.out.printf("first page %d ms after the start%n", (System.nanoTime() - begun) / NANOS_PER_MILLI);
            load = new DashboardLoad(System.out, dashboard);
            load.begin(bays, browsers);
            Thread.sleep(warmUpSeconds * 1_000L);
            System.out.printf("after %d s of warming up:%n", warmUpSeconds);
            load.report(seconds);
            load.stop();
        }
        load.count(data);
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private void begin(int bayCount, int browsers) throws IOException, InterruptedException {
        TestClient manager = dashboard.manager();
        TestClient agents = new TestClient(dashboard.uri());
        for (int i = 1; i <= bayCount; i++) {
            String bay = Integer.toString(i);
            String token = dashboard.token(bay);
            streams.add(agents.stream(URI.create("/api/bays/" + bay + "/orders"), "Token " + token));
            bays.add(new LoadingBay(bay, token, dashboard.write(), answers));
        }
        for (LoadingBay bay : bays) {
            sending.add(Thread.ofVirtual().start(bay));
            Thread.sleep(1);
        }
        for (int browser = 0; browser < browsers; browser++) {
            String page = browser == 0 ? "/api/live" : "/api/bays/" + (1 + browser % bayCount) + "/live";
            EventStream stream = manager.stream(URI.create(page), "");
            streams.add(stream);
            Thread.ofVirtual().start(() -> watch(stream));
        }
    }

    private void watch(EventStream browser) {
        for (long last = 0; last < Long.MAX_VALUE;) {
            Matcher window = WINDOW.matcher(browser.next("window").data());
            if (window.find()) {
                last = Long.parseLong(window.group(1));
                events.add((System.currentTimeMillis() - last - WINDOW_MILLIS) * NANOS_PER_MILLI);
            }
        }
    }

    private void report(int seconds) throws IOException, InterruptedException {
        answers.clear();
        events.clear();
        ProcessFigures before = dashboard.figures();
        long sent = acknowledged();
        long begun = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        ProcessFigures after = dashboard.figures();
        double elapsedSeconds = (System.nanoTime() - begun) / 1e9;
        out.printf("%d bays, 2 channels, 10 windows/s for %.0f s: %.0f windows/s acknowledged%n", bays.size(),
                elapsedSeconds, 2 * (acknowledged() - sent) / elapsedSeconds);
        out.printf("processor %.1f %% of a core%n", 100 * (after.cpuSeconds() - before.cpuSeconds()) / elapsedSeconds);
        out.printf("resident %.0f MB, peak %.0f MB%n", after.residentMegabytes(), after.peakMegabytes());
        out.printf("answer to a write: %s%n", answers);
        out.printf("end of a window to a browser's event: %s%n", events);
    }

    private long acknowledged() {
        return bays.stream().mapToLong(LoadingBay::acknowledged).sum();
    }

    private void stop() throws InterruptedException {
        bays.forEach(LoadingBay::stop);
        for (Thread bay : sending) {
            bay.join();
        }
        streams.forEach(EventStream::close);
    }

    private void count(Path data) {
        long missing = 0;
        long stored = 0;
        try (SqliteHistory history = new SqliteHistory(HistoryFile.open(data))) {
            for (LoadingBay bay : bays) {
                long from = bay.firstMillis() * NANOS_PER_MILLI;
                long to = from + bay.acknowledged() * Grid.WINDOW_NANOS;
                for (Channel channel : List.of(Channel.ONBOARD, Channel.BACKUP)) {
                    int found = history.buckets(new Series(new BayId("main", bay.bay()), channel),
                            new TimeRange(from, to), new Grid(0, Grid.WINDOW_NANOS)).size();
                    stored += found;
                    missing += bay.acknowledged() - found;
                }
            }
        }
        out.printf("in the history: %d windows, of those acknowledged %d are missing%n", stored, missing);
    }
}
