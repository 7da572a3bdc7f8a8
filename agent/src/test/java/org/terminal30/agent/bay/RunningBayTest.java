package org.terminal30.agent.bay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.source.Sources;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Whole bays against a bare InfluxDB. */
@NeedsProgram({"influxd", "nginx"})
@Timeout(120)
class RunningBayTest {
    private static final String DATABASE = "terminal30";
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private RunningBay bay(String receiver, String source) throws Exception {
        Path file = Files.writeString(directory.resolve("bay.toml"), """
                site = "main"
                bay = "1"
                state = "state"
                %s
                [source]
                %s
                """.formatted(receiver, source));
        BayConfig config = BayConfig.read(file);
        PinHeader header = PinHeader.ofThisMachine();
        return RunningBay.start(config, Sources.open(config, header, System::nanoTime), header, "0.1.0",
                System::nanoTime,
                InstantSource.system());
    }

    private static String receiver(InfluxServer influx) {
        return "[dashboard]\nurl = \"%s\"\ntoken = \"any\"\norders = false".formatted(influx.url());
    }

    private String replay() throws IOException {
        Path trace = directory.resolve("trace.csv");
        if (Files.notExists(trace)) {
            var rows = new StringBuilder("time_s,onboard_volts\n");
            // 4 s at 100 samples a second; dead from 2.5 to 3.1 s.
            for (int i = 0; i <= 400; i++) {
                rows.append(String.format(Locale.ROOT, "%.2f,%.3f%n", i / 100.0,
                        i >= 250 && i < 310 ? 0.25 : 12.75));
            }
            Files.writeString(trace, rows);
        }
        return "type = \"replay\"\nfile = \"trace.csv\"\ncolumns = { onboard = \"onboard_volts\" }";
    }

    private static List<String> rows(InfluxServer influx, String query) {
        return influx.queryCsv(DATABASE, query).lines().skip(1).toList();
    }

    private static boolean any(InfluxServer influx, String query) {
        return !rows(influx, query).isEmpty();
    }

    @Test
    void bayPointedAtABareInfluxDb_leavesItsWindowsEventsAndItself() throws Exception {
        try (var influx = new InfluxServer()) {
            influx.createDatabase(DATABASE);
            try (RunningBay bay = bay(receiver(influx), replay())) {
                bay.awaitEnd();
                await().atMost(BOUND).until(() -> any(influx,
                        "SELECT rev FROM event WHERE kind = 'interruption' AND open = false"));
                await().atMost(BOUND).until(() -> rows(influx, "SELECT n FROM voltage").size() >= 41);
            }
            assertThat(rows(influx, "SELECT sum(n), sum(sum), min(min), max(max) FROM voltage")).singleElement()
                    .asString().endsWith(",401,%s,0.25,12.75".formatted(341 * 12.75 + 60 * 0.25));
            assertThat(rows(influx, "SELECT max(n), count(n) FROM voltage")).singleElement().asString()
                    .endsWith(",10,41");
            assertThat(rows(influx, "SELECT \"duration\", min, max, saturated, clock FROM event "
                    + "WHERE kind = 'interruption'")).singleElement().asString()
                    .contains(",600000000,0.25,0.25,false,");
            assertThat(rows(influx,
                    "SELECT source, version, watching, vehicle, boot FROM agent ORDER BY time DESC LIMIT 1"))
                    .singleElement().asString().endsWith(",recording trace.csv,0.1.0,true,true,1");
        }
    }

    @Test
    void receiverThatIsAwayForAWholeRecording_getsAllOfItLater() throws Exception {
        try (var influx = new InfluxServer()) {
            influx.createDatabase(DATABASE);
            influx.stop();
            try (RunningBay bay = bay(receiver(influx), replay())) {
                bay.awaitEnd();
            }
            influx.start();
            try (RunningBay bay = bay(receiver(influx), replay())) {
                await().atMost(BOUND).until(() -> any(influx, "SELECT rev FROM event WHERE kind = 'interruption'"));
                bay.awaitEnd();
                await().atMost(BOUND).until(() -> rows(influx,
                        "SELECT rev FROM event WHERE kind = 'interruption' AND open = false").size() == 2);
                await().atMost(BOUND).until(() -> rows(influx, "SELECT n FROM voltage").size() >= 82);
            }
            assertThat(rows(influx, "SELECT sum(n) FROM voltage")).singleElement().asString().endsWith(",802");
        }
    }

    @Test
    @NeedsProgram({"influxd", "nginx", "socat"})
    void frontEndThatIsPulledOutAndPutBack_isNotWatchedInBetween() throws Exception {
        try (var influx = new InfluxServer(); var cable = new PseudoTerminalPair()) {
            influx.createDatabase(DATABASE);
            String source = "type = \"serial\"\nport = \"%s\"\nrate_hertz = 100\nchannels = [\"onboard\"]"
                    .formatted(cable.port());
            var instrument = new Instrument(cable);
            try (RunningBay bay = bay(receiver(influx), source)) {
                assertThat(bay).isNotNull();
                instrument.talkUntil(() -> any(influx, "SELECT n FROM voltage"));
                cable.unplug();
                await().atMost(BOUND).until(() -> any(influx,
                        "SELECT rev FROM event WHERE kind = 'not-watching' AND open = true"));
                assertThat(rows(influx, "SELECT reason FROM event WHERE kind = 'not-watching'")).singleElement()
                        .asString().contains(cable.port().toString());
                await().atMost(BOUND).until(() -> any(influx,
                        "SELECT trouble FROM agent WHERE watching = false"));

                cable.replug();
                instrument.talkUntil(() -> any(influx,
                        "SELECT rev FROM event WHERE kind = 'not-watching' AND open = false"));

                instrument.flood(() -> any(influx, "SELECT malformed FROM agent WHERE malformed > 100"));
                await().atMost(BOUND).until(() -> any(influx,
                        "SELECT rev FROM event WHERE kind = 'not-watching' AND open = true"));
            }
            assertThat(rows(influx, "SELECT min(min), max(max) FROM voltage")).singleElement().asString()
                    .as("only what was measured").endsWith(",12.5,12.5");
        }
    }

    @Test
    void secondAgentOnTheSameState_isRefused() throws Exception {
        try (RunningBay first = bay("", replay())) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> bay("", replay())).isInstanceOf(OutboxException.class)
                    .hasMessageContaining("cannot open the outbox " + directory.resolve("state/outbox.sqlite"))
                    .hasMessageContaining("of no other running agent");
        }
    }
}
