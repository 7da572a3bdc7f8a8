package org.terminal30.agent.uplink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A bare InfluxDB as the receiver, that goes away and comes back. */
@NeedsProgram({"influxd", "nginx"})
@Timeout(120)
class OutageTest {
    private static final int MINUTES = 10;
    private static final int WINDOWS_PER_MINUTE = 600;

    @TempDir
    private Path directory;

    @Test
    void tenMinutesWithoutTheReceiver_loseNothing() {
        try (var influx = new InfluxServer()) {
            influx.createDatabase("terminal30");
            try (var bench = new UplinkBench(directory, URI.create(influx.url())).released().started()) {
                bench.jobs(0, 1);
                bench.outbox.window(UplinkBench.window(0));
                awaitNothingPending(bench);

                influx.stop();
                int windows = 1;
                for (int minute = 0; minute < MINUTES; minute++) {
                    for (int i = 0; i < WINDOWS_PER_MINUTE; i++) {
                        bench.outbox.window(UplinkBench.window(windows++));
                    }
                    bench.jobs(1 + minute, 1);
                    bench.outbox.capture(UplinkBench.capture(minute));
                    bench.pass(Duration.ofMinutes(1));
                }
                await().atMost(Duration.ofSeconds(10)).until(() -> bench.uplink.status().trouble() != null);
                assertThat(bench.outbox.counters().records()).isEqualTo(MINUTES);
                assertThat(bench.outbox.counters().captures()).isEqualTo(MINUTES);

                influx.start();
                awaitNothingPending(bench);
                assertThat(bench.outbox.counters().quarantined()).isZero();
                assertThat(count(influx, "SELECT count(n) FROM voltage")).isEqualTo(windows);
                assertThat(count(influx, "SELECT count(rev) FROM job")).isEqualTo(1 + MINUTES);
                assertThat(count(influx, "SELECT count(\"data\") FROM waveform")).isEqualTo(MINUTES);
            }
        }
    }

    private static void awaitNothingPending(UplinkBench bench) {
        await().atMost(Duration.ofSeconds(60)).until(() -> bench.outbox.counters().pending() == 0);
    }

    private static int count(InfluxServer influx, String query) {
        String row = influx.queryCsv("terminal30", query).lines().toList().getLast();
        return Integer.parseInt(row.substring(row.lastIndexOf(',') + 1));
    }
}
