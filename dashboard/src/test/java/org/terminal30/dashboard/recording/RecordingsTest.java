package org.terminal30.dashboard.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.backup.Workshop;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.Alarms;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Transitions;
import org.terminal30.dashboard.workshop.Visits;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.trace.Trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class RecordingsTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Every 10 ms for a minute; from 20 s on 1.2 s without a supply. */
    private static final int ROWS = 6_000;

    @TempDir
    private Path folder = Path.of(".");
    @SuppressWarnings("NullAway.Init")
    private Workshop workshop;
    @SuppressWarnings("NullAway.Init")
    private Recordings recordings;
    @SuppressWarnings("NullAway.Init")
    private Visits visits;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder.resolve("data"));
        workshop.registry().jdbi().useHandle(handle -> handle.execute("""
                insert into vehicle (id, plate, plate_key, make, model, created_at)
                values (1, 'A 1', 'A1', 'Nissan', 'Terrano', 0), (2, 'B 2', 'B2', 'Nissan', 'Terrano', 0)"""));
        Jobs jobs = new Jobs(workshop.registry().jdbi());
        recordings = new Recordings(workshop.history(), new Transitions(workshop.registry().jdbi()), jobs, ZONE);
        visits = new Visits(jobs, new Alarms(workshop.registry().jdbi()), workshop.history(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private static double volts(int row) {
        return row >= 2_000 && row < 2_120 ? 0.3 : 12.6;
    }

    /** A file as somebody's logger writes it; {@code time} of milliseconds since the begin. */
    private Path file(String name, String head, LongFunction<String> time, String separator, char mark)
            throws IOException {
        StringBuilder text = new StringBuilder(head).append('\n');
        for (int row = 0; row < ROWS; row++) {
            text.append(time.apply(row * 10L)).append(separator).append(String.format(Locale.ROOT, "%.3f", volts(row))
                    .replace('.', mark)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static String written(String pattern, ZoneId zone, long millis) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone).format(BEGIN.plusMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "yyyy-MM-dd'T'HH:mm:ss.SSS'Z' | Z             | time,onboard                  | , | .",
            "dd.MM.yyyy HH:mm:ss,SSS      | Europe/Berlin | Zeitstempel;Bordspannung [V]  | ; | ,",
            "d-MMM-yyyy HH:mm:ss.SSS      | Europe/Berlin | Device Time,Voltage (V)       | , | ."})
    void fileThatSaysWhen_isTakenInAtItsTimes(String pattern, String zone, String head, String separator, char mark)
            throws Exception {
        Path file = file("logger.csv", head, millis -> written(pattern, ZoneId.of(zone), millis), separator, mark);

        Taken taken = recordings.take(1, "main", new Trace(file), null, "Anna");

        assertThat(taken.from()).isEqualTo(BEGIN);
        isThere(1);
    }

    private void isThere(long vehicle) {
        TimeRange range = TimeRange.of(BEGIN.minusSeconds(60), BEGIN.plusSeconds(120));
        List<Bucket> windows = visits.buckets(vehicle, Channel.ONBOARD, range, new Grid(0, Grid.WINDOW_NANOS));
        assertThat(windows).hasSize(ROWS / 10);
        assertThat(windows.getFirst().startNanos()).isEqualTo(TimeRange.of(BEGIN, BEGIN).fromNanos());
        assertThat(windows.stream().mapToDouble(Bucket::minimum).min().orElseThrow()).isEqualTo(0.3);
        List<WireRecord.Event> events = visits.events(vehicle, range);
        assertThat(events).extracting(WireRecord.Event::kind).contains(EventKind.INTERRUPTION);
        assertThat(events).filteredOn(event -> event.kind() == EventKind.INTERRUPTION).singleElement()
                .satisfies(event -> {
                    assertThat(event.timeNanos() / 1e9).isCloseTo(BEGIN.getEpochSecond() + 20.0, within(0.02));
                    assertThat(event.durationNanos() / 1e9).isCloseTo(1.2, within(0.02));
                    assertThat(workshop.history().waveforms(new Series(event.bay(),
                            Channel.ONBOARD), range)).isNotEmpty();
                });
        assertThat(visits.of(vehicle)).singleElement().satisfies(visit -> {
            assertThat(visit.kind()).isEqualTo("imported-recording");
            assertThat(visit.state()).isEqualTo("finished");
            assertThat(visit.lowestVolts()).isEqualTo(0.3);
        });
    }

    @Test
    void sameFileTwice_changesNothingAndSaysSo() throws Exception {
        Path file = seconds("count.csv");
        Taken first = recordings.take(1, "main", new Trace(file), BEGIN, "Anna");
        Taken again = recordings.take(1, "main", new Trace(file), BEGIN, "Bert");

        assertThat(first.already()).isFalse();
        assertThat(first.sentence()).contains("600 windows");
        assertThat(again.already()).isTrue();
        assertThat(again.sentence()).contains("nothing has changed");
        assertThat(again.job()).isEqualTo(first.job());
        isThere(1);
        assertThat(visits.of(2)).isEmpty();
    }

    @Test
    void compressedFile_ofAnotherVehicleAtTheSameTime_isApart() throws Exception {
        Path plain = seconds("count.csv");
        Path packed = folder.resolve("count.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        recordings.take(1, "main", new Trace(plain), BEGIN, "Anna");
        recordings.take(2, "main", new Trace(packed), BEGIN, "Anna");

        isThere(1);
        isThere(2);
    }

    private Path seconds(String name) throws IOException {
        return file(name, "time_s,onboard", millis -> String.format(Locale.ROOT, "%.3f", millis / 1e3), ",", '.');
    }

    @Test
    void countedTimesWithoutAStart_areRefusedWithWhatToSay() throws IOException {
        Path file = seconds("count.csv");

        refused(file, null, "count.csv: its times have no date; say when its first row was recorded");
        Path ofDay = file("day.csv", "time,onboard", millis -> written("HH:mm:ss.SSS", ZoneOffset.UTC, millis), ",",
                '.');
        refused(ofDay, null, "day.csv: its times have no date");
        refused(file, Instant.parse("2199-12-31T23:59:59Z"), "must be in the years 1970 to 2199");
    }

    @Test
    void badCell_isNamedByFileLineAndColumn_andNothingIsLeft() throws IOException {
        Path file = seconds("bad.csv");
        String text = Files.readString(file).replace("\n40.000,12.600", "\n40.000,twelve");
        Files.writeString(file, text, StandardCharsets.UTF_8);

        refused(file, BEGIN, "bad.csv, line 4002, column 2 'onboard'");
        assertThat(visits.of(1)).isEmpty();
        assertThat(workshop.history().snapshot().extents()).isEmpty();
    }

    private void refused(Path file, @Nullable Instant start, String why) {
        assertThatThrownBy(() -> recordings.take(1, "main", new Trace(file), start, "Anna"))
                .isInstanceOf(RecordingException.class).hasMessageContaining(why);
    }

    @Test
    void nameThatLeavesTheFolder_isRefused() {
        for (String name : List.of("../x.csv", "", ".hidden", "a/b.csv", "x\0.csv", "x".repeat(121))) {
            assertThatThrownBy(() -> Recordings.named(folder, name)).isInstanceOf(RecordingException.class);
        }
    }
}
