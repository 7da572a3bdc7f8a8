package org.terminal30.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Agreement;
import org.terminal30.dashboard.history.PlainHistory;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.sqlite.HistoryFile;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.hardware.sample.Channel;

/**
 * The packaged dashboard, killed (SIGKILL) at random moments while bays write to it over HTTP: what is live, late, repeated and
 * corrected. After each time a copy of its folder is opened as the next start would, and compared with what was acknowledged, window
 * by window and at every level. The batch on its way may be there or not; the bay sends it again to the next process, as the agent does.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.benchmark.KilledDashboard [TIMES [SEED]]" verify</pre>
 */
public final class KilledDashboard {
    private static final int TIMES = 200;
    private static final long SEED = 200;
    private static final int BAYS = 4;
    /** Then another one, because comparing takes as long as there are windows. */
    private static final int TIMES_IN_A_FOLDER = 15;
    private static final int LONGEST_MILLIS = 3_000;
    private static final List<String> JVM_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private final Path data;
    private final Random moments;
    private final List<Bay> bays = new ArrayList<>();
    private long acknowledged;

    /** What one bay sends, and what it knows to be stored. */
    private static final class Bay {
        private final BayId id;
        private final List<Series> series;
        private final RandomWindows random;
        private final PlainHistory stored = new PlainHistory();
        private List<Window> underWay = List.of();
        private @Nullable String token;
        private long acknowledged;

        Bay(String name, long seed) {
            this.id = new BayId("main", name);
            this.series = List.of(new Series(id, Channel.ONBOARD), new Series(id, Channel.BACKUP));
            this.random = new RandomWindows(seed, series);
        }

        /** Until the connection breaks, or somebody asks to stop. */
        void send(URI write) {
            try (WriteConnection connection = new WriteConnection(write,
                    WriteConnection.token(String.valueOf(token)))) {
                while (true) {
                    if (underWay.isEmpty()) {
                        underWay = random.next();
                    }
                    connection.post(underWay.stream().map(RecordCodec::line).collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8));
                    stored.store(underWay);
                    acknowledged += underWay.size();
                    underWay = List.of();
                }
            } catch (IOException killed) {
                // Nothing is acknowledged any more; what was under way is sent to the next process.
            }
        }
    }

    private KilledDashboard(Path data, long seed) {
        this.data = data;
        this.moments = new Random(seed);
        for (int bay = 1; bay <= BAYS; bay++) {
            bays.add(new Bay(Integer.toString(bay), seed + bay));
        }
    }

    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        KilledDashboard killed = inANewFolder(seed);
        for (int time = 1; time <= times; time++) {
            if (time % TIMES_IN_A_FOLDER == 0) {
                killed = inANewFolder(seed + time);
            }
            killed.untilKilled();
            killed.check("seed %d, time %d".formatted(seed, time));
            System.out.printf("%d killed, %d windows of this folder acknowledged, all there%n", time,
                    killed.acknowledged);
        }
    }

    private static KilledDashboard inANewFolder(long seed) throws IOException {
        return new KilledDashboard(Files.createTempDirectory("terminal30-killed-"), seed);
    }

    private void untilKilled() throws IOException, InterruptedException {
        DashboardProcess dashboard = DashboardProcess.start(data, JVM_OPTIONS);
        try {
            for (Bay bay : bays) {
                bay.token = bay.token == null ? dashboard.token(bay.id.bay()) : bay.token;
            }
            List<Thread> sending = bays.stream()
                    .map(bay -> Thread.ofPlatform().start(() -> bay.send(dashboard.write()))).toList();
            Thread.sleep(moments.nextInt(LONGEST_MILLIS));
            dashboard.kill();
            for (Thread bay : sending) {
                bay.join();
            }
        } finally {
            dashboard.kill();
        }
        acknowledged = bays.stream().mapToLong(bay -> bay.acknowledged).sum();
    }

    private void check(String as) throws IOException {
        Path copy = Files.createTempDirectory("terminal30-killed-copy-");
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("history")).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        try (SqliteHistory history = new SqliteHistory(HistoryFile.open(copy))) {
            for (Bay bay : bays) {
                // Whether it is there or not: written once more, the same is to be there.
                history.store(bay.underWay, List.of(), List.of());
                PlainHistory expected = new PlainHistory();
                expected.storeAll(bay.stored);
                expected.store(bay.underWay);
                Agreement.atEveryLevel(history, expected, bay.series, as);
            }
        }
        try (Stream<Path> files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(copy);
    }
}
