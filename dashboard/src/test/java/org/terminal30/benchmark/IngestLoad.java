package org.terminal30.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.testing.InfluxServer;

/**
 * Lines a second through the write endpoint, acknowledged when they are on disk: the packaged dashboard and InfluxDB 1.6 in turn, with
 * the same bytes, uncompressed, a connection for each bay. InfluxDB syncs its log before it answers, as the dashboard does.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.benchmark.IngestLoad [ROUNDS [JVM_OPTION…]]" verify</pre>
 */
public final class IngestLoad {
    private static final long START_NANOS = 1_763_683_200_000_000_000L;
    private static final int ROUNDS = 3;
    private static final List<String> JVM_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
    private static final String DATABASE = "terminal30";

    /** How lines come: few bays that catch up, or many that send what is new. */
    private enum Pattern {
        LARGE(4, 5_000, 100),
        SMALL(50, 20, 200);

        private final int bays;
        private final int lines;
        private final int batches;

        Pattern(int bays, int lines, int batches) {
            this.bays = bays;
            this.lines = lines;
            this.batches = batches;
        }

        @Override
        public String toString() {
            return "%d bays, batches of %d".formatted(bays, lines);
        }
    }

    private final DashboardProcess dashboard;
    private final InfluxServer influx;
    private final Random random = new Random(30);
    private long nextNanos = START_NANOS;

    private IngestLoad(DashboardProcess dashboard, InfluxServer influx) {
        this.dashboard = dashboard;
        this.influx = influx;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        List<String> options = arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : JVM_OPTIONS;
        Path data = Files.createTempDirectory("terminal30-ingest-");
        try (DashboardProcess dashboard = DashboardProcess.start(data, options);
                InfluxServer influx = new InfluxServer()) {
            influx.createDatabase(DATABASE);
            IngestLoad load = new IngestLoad(dashboard, influx);
            for (int round = 1; round <= rounds; round++) {
                System.out.printf("round %d%n", round);
                load.measure(Pattern.LARGE);
                load.measure(Pattern.SMALL);
            }
        }
    }

    private void measure(Pattern pattern) throws Exception {
        List<List<byte[]>> bodies = new ArrayList<>();
        for (int bay = 1; bay <= pattern.bays; bay++) {
            bodies.add(bodies(pattern, Integer.toString(bay)));
        }
        nextNanos += (long) pattern.lines * pattern.batches * 100_000_000L;
        List<String> headers = new ArrayList<>();
        for (int bay = 1; bay <= pattern.bays; bay++) {
            headers.add(WriteConnection.token(dashboard.token(Integer.toString(bay))));
        }
        report("dashboard", pattern, bodies, dashboard.write(), headers);
        // Past the proxy, which only translates the paths.
        report("InfluxDB", pattern, bodies, influx.direct().resolve("/write?db=" + DATABASE + "&precision=ns"),
                headers.stream().map(header -> "").toList());
    }

    /** What one bay sends: windows of two channels, a later stretch in every round. */
    private List<byte[]> bodies(Pattern pattern, String bay) {
        BayId id = new BayId("main", bay);
        int each = pattern.lines * pattern.batches / 2;
        List<Window> onboard = SimulatedWindows.invented(Channel.ONBOARD, nextNanos, each, random);
        List<Window> backup = SimulatedWindows.invented(Channel.BACKUP, nextNanos, each, random);
        List<byte[]> bodies = new ArrayList<>();
        for (int batch = 0; batch < pattern.batches; batch++) {
            StringBuilder lines = new StringBuilder();
            for (int i = batch * pattern.lines / 2; i < (batch + 1) * pattern.lines / 2; i++) {
                lines.append(line(id, onboard.get(i))).append('\n').append(line(id, backup.get(i))).append('\n');
            }
            bodies.add(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private static String line(BayId bay, Window window) {
        return RecordCodec.line(new Window(bay, window.channel(), window.timeNanos(), window.minimum(),
                window.maximum(), window.sum(), window.count()));
    }

    private static void report(String name, Pattern pattern, List<List<byte[]>> bodies, URI write,
            List<String> headers) throws Exception {
        Percentiles answers = new Percentiles();
        long begun = System.nanoTime();
        try (ExecutorService bays = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int bay = 0; bay < pattern.bays; bay++) {
                List<byte[]> own = bodies.get(bay);
                String header = headers.get(bay);
                work.add(() -> post(write, header, own, answers));
            }
            for (Future<Boolean> done : bays.invokeAll(work)) {
                done.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%-10s %-24s %9.0f lines/s; answers %s%n", name, pattern,
                pattern.bays * (double) pattern.lines * pattern.batches / seconds, answers);
    }

    private static boolean post(URI write, String header, List<byte[]> bodies, Percentiles answers)
            throws IOException {
        try (WriteConnection connection = new WriteConnection(write, header)) {
            for (byte[] body : bodies) {
                long sent = System.nanoTime();
                connection.post(body);
                answers.add(System.nanoTime() - sent);
            }
        }
        return true;
    }
}
