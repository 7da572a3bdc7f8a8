package org.terminal30.hardware.trace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplaySourceTest {
    private static final long MILLI = 1_000_000;

    @TempDir
    Path directory;

    private final List<String> samples = new ArrayList<>();
    private Path file = Path.of("unset");
    private long now = 5_000 * MILLI;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(directory.resolve("trace.csv"), """
                time_s,onboard,backup
                7.000,12.6,12.0
                7.010,12.5,-
                7.020,-,-
                7.030,12.4,12.1
                """);
    }

    @Test
    void recording_isPlayedAtItsOwnSpeedWithTimesOfTheHost() throws Exception {
        try (var source = new ReplaySource(new Trace(file), () -> now, false)) {
            assertThat(source.poll(this::note)).isEqualTo(Status.DELIVERED);
            assertThat(samples).containsExactly("onboard 5000 12.6", "backup 5000 12.0");
            samples.clear();

            now += 9 * MILLI;
            assertThat(source.poll(this::note)).isEqualTo(Status.IDLE);

            now += 20 * MILLI;
            assertThat(source.poll(this::note)).isEqualTo(Status.DELIVERED);
            assertThat(samples).containsExactly("onboard 5010 12.5");

            now += MILLI;
            assertThat(source.poll(this::note)).isEqualTo(Status.DELIVERED);
            assertThat(samples).hasSize(3).endsWith("onboard 5030 12.4", "backup 5030 12.1");
            assertThat(source.poll(this::note)).isEqualTo(Status.ENDED);
            assertThat(source.poll(this::note)).isEqualTo(Status.ENDED);
        }
    }

    @Test
    void recordingOfAnOscilloscopeInGzip_isPlayedToo() throws Exception {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("Zeit;Kanal A\n(ms);(V)\n\n-10,0;12,6\n0,0;12,5\n".getBytes(StandardCharsets.UTF_8));
        }
        try (var source = new ReplaySource(new Trace(file), () -> now, false)) {
            source.poll(this::note);
            now += 10 * MILLI;
            source.poll(this::note);

            assertThat(samples).containsExactly("onboard 5000 12.6", "onboard 5010 12.5");
        }
    }

    @Test
    void loop_startsOverOneIntervalAfterTheEnd() throws Exception {
        try (var source = new ReplaySource(new Trace(file), () -> now, true)) {
            source.poll(this::note);
            now += 1000 * MILLI;
            source.poll(this::note);
            samples.clear();

            assertThat(source.poll(this::note)).isEqualTo(Status.DELIVERED);
            // Median interval of onboard: 10 ms after the last row at 5030.
            assertThat(samples).startsWith("onboard 5040 12.6", "onboard 5050 12.5");
        }
    }

    @Test
    void longRecordingAfterAPause_isCaughtUpInFullBlocksInOrder() throws Exception {
        StringBuilder rows = new StringBuilder("time_s,onboard\n");
        for (int row = 0; row < 1000; row++) {
            rows.append("%d.%03d,%d\n".formatted(row / 1000, row % 1000, row));
        }
        Files.writeString(file, rows);
        try (var source = new ReplaySource(new Trace(file), () -> now, false)) {
            source.poll(this::note);
            now += 60_000 * MILLI;
            source.poll(this::note);
            assertThat(samples).hasSize(1000).startsWith("onboard 5000 0.0").endsWith("onboard 5999 999.0");
        }
    }

    @Test
    void badRow_isFoundBeforeThePlayBegins() throws Exception {
        Files.writeString(file, "time_s,onboard\n0,12\n1,twelve\n");

        assertThatThrownBy(() -> new ReplaySource(new Trace(file), () -> now, false)).isInstanceOf(TraceException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void fileThatVanishesBetweenRounds_isLost() throws Exception {
        try (var source = new ReplaySource(new Trace(file), () -> now, true)) {
            Files.delete(file);

            assertThat(source.poll(this::note)).isInstanceOfSatisfying(Status.Lost.class,
                    lost -> assertThat(lost.reason()).contains("there is no such file"));
        }
    }

    @Test
    void closedSource_hasEnded() throws Exception {
        var source = new ReplaySource(new Trace(file), () -> now, true);
        source.poll(this::note);
        source.close();

        assertThat(source.poll(this::note)).isEqualTo(Status.ENDED);
        assertThat(samples).hasSize(2);
    }

    private void note(SampleBlock block) {
        for (int index = 0; index < block.size(); index++) {
            samples.add("%s %d %s".formatted(block.channel().wireName(), block.nanosAt(index) / MILLI,
                    block.valueAt(index)));
        }
    }
}
