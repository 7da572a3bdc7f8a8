package org.terminal30.dashboard.history.influx;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Agreement;
import org.terminal30.dashboard.history.PlainHistory;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that writes and sends on is killed (SIGKILL) at random moments, and its spool opened by the next one, again and again. */
@NeedsProgram({"influxd", "nginx"})
class KilledProcessTest {
    private static final long SEED = 80;
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void nothingAcknowledgedIsMissing_andEveryLevelAgrees() throws Exception {
        Random moments = new Random(SEED);
        RandomWindows random = new RandomWindows(SEED);
        PlainHistory plain = new PlainHistory();
        int known = 0;
        try (InfluxServer influx = new InfluxServer()) {
            Layout layout = Workshop.makeDatabases(influx, "killed");
            for (int round = 1; round <= ROUNDS; round++) {
                int acknowledged = untilKilled(influx, known, moments);
                assertThat(acknowledged).isGreaterThanOrEqualTo(known);
                for (; known <= acknowledged; known++) {
                    plain.store(random.next());
                }
                List<Window> perhaps = random.next();
                known++;
                try (InfluxHistory history = Workshop.open(influx, layout, folder)) {
                    // The batch on its way may be there or not: once more makes no difference, as when a bay repeats it.
                    history.store(perhaps, List.of(), List.of());
                    plain.store(perhaps);
                    Agreement.atEveryLevel(history, plain, "seed %d, round %d".formatted(SEED, round));
                    if (round % 2 == 0) {
                        history.settleAll();
                        Agreement.atEveryLevel(history, plain, "seed %d, round %d, settled".formatted(SEED, round));
                    }
                }
            }
        }
    }

    /** The number of the last batch that was acknowledged. */
    private int untilKilled(InfluxServer influx, int first, Random moments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ServerProcess.java(WritingProcess.class.getName(), folder.toString(),
                influx.url(), "killed", Long.toString(SEED), Integer.toString(first)))
                .redirectError(folder.resolve("log").toFile()).start();
        int last = first - 1;
        try (BufferedReader said = process.inputReader()) {
            int batches = 5 + moments.nextInt(20);
            for (int i = 0; i < batches; i++) {
                last = Integer.parseInt(said.readLine().strip());
            }
            TimeUnit.MICROSECONDS.sleep(moments.nextInt(50_000));
            // The process's own method would close the stream, in which the last acknowledgements are.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line.isEmpty() ? last : Integer.parseInt(line);
            }
        } finally {
            process.destroyForcibly();
        }
        return last;
    }
}
