package org.terminal30.agent.bay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;
import org.terminal30.hardware.simulated.SimulatedGpio;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A whole bay with its threads, its light on simulated lines, against a bare InfluxDB. */
@NeedsProgram({"influxd", "nginx"})
@Timeout(120)
class SignalledBayRunTest {
    private static final String DATABASE = "terminal30";
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int GREEN = 5;
    private static final int BUZZER = 19;

    @TempDir
    private Path directory;
    private final SimulatedGpio gpio = new SimulatedGpio();

    private RunningBay bay(InfluxServer influx) throws Exception {
        BayConfig config = BayConfig.read(Files.writeString(directory.resolve("bay.toml"), """
                site = "main"
                bay = "1"
                state = "state"
                [dashboard]
                url = "%s"
                token = "any"
                orders = false
                [source]
                type = "simulated"
                [signals]
                green = { gpio = 5 }
                buzzer = { gpio = 19 }
                """.formatted(influx.url())));
        VoltageSource source = SimulatedFrontEnd.measuring((channel, nanos) -> 12.7, List.of(Channel.ONBOARD),
                System::nanoTime);
        return RunningBay.start(config, source, gpio.header(),
                "0.1.0", System::nanoTime, InstantSource.system());
    }

    private static List<String> rows(InfluxServer influx, String query) {
        return influx.queryCsv(DATABASE, query).lines().skip(1).toList();
    }

    @Test
    void buzzerThatFails_isTroubleOfABayThatGoesOnWatching() throws Exception {
        gpio.refuse(BUZZER, "held by another program");
        try (var influx = new InfluxServer()) {
            influx.createDatabase(DATABASE);
            try (RunningBay bay = bay(influx)) {
                assertThat(bay).isNotNull();
                await().atMost(BOUND).until(() -> gpio.isHigh(GREEN));
                await().atMost(BOUND).until(() -> rows(influx, "SELECT trouble FROM agent WHERE watching = true")
                        .stream().anyMatch(row -> row.contains("buzzer on GPIO 19 fails")));
                await().atMost(BOUND).until(() -> rows(influx, "SELECT n FROM voltage").size() > 20);
            }
            assertThat(gpio.isHigh(GREEN)).as("dark when closed").isFalse();
            assertThat(rows(influx, "SELECT rev FROM event")).isEmpty();
        }
    }
}
