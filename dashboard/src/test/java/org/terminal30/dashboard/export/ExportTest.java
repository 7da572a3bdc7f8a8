package org.terminal30.dashboard.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.backup.Workshop;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.progress.Progress;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ExportTest {
    private static final long SEED = 70;
    private static final Series ONBOARD = RandomWindows.SERIES.getFirst();
    private static final List<Channel> BOTH = List.of(Channel.ONBOARD, Channel.BACKUP);
    private static final TimeRange ALL = new TimeRange(RandomWindows.START - 8 * Level.DAY.stepNanos(),
            RandomWindows.START + 30 * Level.DAY.stepNanos());

    @TempDir
    private Path folder = Path.of(".");
    @SuppressWarnings("NullAway.Init")
    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder.resolve("data"));
        workshop.fillHistory(SEED, 60);
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    private String text(View view, Format format) throws IOException {
        try (ExportStream stream = new ExportStream(workshop.history().snapshot(), view, format)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static View everyWindow(List<Channel> channels) {
        return new View(List.of(new Stretch(ONBOARD.bay(), ALL)), channels, Optional.empty());
    }

    @Test
    void linesTakenInAgain_areTheSameHistory() throws IOException, MalformedLineException {
        List<WireRecord.Window> windows = new ArrayList<>();
        List<WireRecord.Event> events = new ArrayList<>();
        for (String line : text(everyWindow(BOTH), Format.LINES).lines().toList()) {
            switch (RecordCodec.record(LineProtocol.parse(line, 1, 0))) {
                case WireRecord.Window window -> windows.add(window);
                case WireRecord.Event event -> events.add(event);
                default -> throw new AssertionError(line);
            }
        }
        try (Workshop other = new Workshop(folder.resolve("other"))) {
            other.history().store(windows, events, List.of());
            try (HistorySnapshot expected = workshop.history().snapshot();
                    HistorySnapshot found = other.history().snapshot()) {
                for (Channel channel : BOTH) {
                    Series series = new Series(ONBOARD.bay(), channel);
                    for (Level level : Level.values()) {
                        assertThat(found.cells(series, level, ALL)).as("%s %s", series, level).isNotEmpty()
                                .isEqualTo(expected.cells(series, level, ALL));
                    }
                }
                assertThat(found.events("", 1_000)).isNotEmpty().isEqualTo(expected.events("", 1_000));
            }
        }
    }

    @Test
    void csv_hasARowForEveryWindow() throws IOException {
        List<String> rows = text(everyWindow(List.of(Channel.ONBOARD)), Format.CSV).lines().toList();
        List<Bucket> windows = workshop.history().buckets(ONBOARD, ALL, new Grid(0, Grid.WINDOW_NANOS));

        assertThat(rows.getFirst()).isEqualTo("site,bay,channel,time,step_ms,min,max,mean,n");
        assertThat(rows).hasSize(windows.size() + 1).hasSizeGreaterThan(100);
        for (int i = 0; i < windows.size(); i++) {
            String[] cells = rows.get(i + 1).split(",", -1);
            Bucket window = windows.get(i);
            assertThat(cells).startsWith("main", "1", "onboard").hasSize(9);
            assertThat(EpochNanos.of(Instant.parse(cells[3]))).isEqualTo(window.startNanos());
            assertThat(Double.parseDouble(cells[5])).isEqualTo(window.minimum());
            assertThat(Double.parseDouble(cells[6])).isEqualTo(window.maximum());
            assertThat(Double.parseDouble(cells[7])).isCloseTo(window.mean(), within(1e-6));
        }
    }

    @Test
    void jsonOfAChart_hasWhatTheChartShows_alsoAtTheEndsOfAJob() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 12; round++) {
            long from = ALL.fromNanos() + random.nextLong(9 * Level.DAY.stepNanos());
            TimeRange range = new TimeRange(from, from + 1 + random.nextLong(3 * Level.DAY.stepNanos()));
            Grid grid = Grid.covering(range, 1 + random.nextInt(400));
            String text = text(new View(List.of(new Stretch(ONBOARD.bay(), range)), List.of(Channel.ONBOARD), Optional
                    .of(grid)), Format.JSON);

            List<Bucket> shown = workshop.history().buckets(ONBOARD, range, grid);
            assertThat(stepNumbers(text, "min")).as("seed %d, round %d", SEED, round).containsExactly(shown.stream()
                    .mapToDouble(Bucket::minimum).toArray());
        }
    }

    /** The numbers of a field of the steps, as a parser of somebody else reads them. */
    private static double[] stepNumbers(String text, String field) throws IOException {
        List<Double> numbers = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null
                    && !"events".equals(json.currentName()); token = json.nextToken()) {
                if (token.isNumeric() && field.equals(json.currentName())) {
                    numbers.add(json.getDoubleValue());
                }
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void eventsAsCsv_quoteWhatHasToBe() throws IOException {
        String text = text(everyWindow(BOTH), Format.EVENTS);

        assertThat(text.lines().toList()).hasSize(61).first().asString().startsWith("site,bay,channel,kind,id,time");
        assertThat(text).contains("main,1,onboard,interruption,e7,").contains(",e0,because,j1\n");
    }

    @Test
    void nothingMeasured_isAnEmptyDocument() throws IOException {
        View nothing = new View(List.of(new Stretch(ONBOARD.bay(), new TimeRange(0, 1_000_000_000))), BOTH, Optional
                .empty());

        assertThat(text(nothing, Format.JSON)).isEqualTo("{\"steps\":[\n\n],\"events\":[\n\n]}\n");
        assertThat(text(nothing, Format.LINES)).isEmpty();
    }

    @Test
    void whatIsKeptInSecondsOnly_isNotWrittenAsWindows() throws IOException {
        try (Workshop old = new Workshop(folder.resolve("old"))) {
            old.history().putBack(new Kept(ONBOARD, Map.of(Level.SECOND, List.of(new Cell(
                    RandomWindows.START, 11_000_000, 12_000_000, 115_000_000, 10)))));
            try (ExportStream stream = new ExportStream(old.history().snapshot(), everyWindow(BOTH), Format.LINES)) {
                assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(
                        "voltage_1000ms,bay=1,channel=onboard,site=main min=11.0,max=12.0,sum=115.0,n=10i 1763683200000000000\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void exportStoppedAgainAndAgain_endsAsTheSameFile(Format format) throws IOException {
        String whole = text(everyWindow(BOTH), format);
        Path file = folder.resolve("export." + format.extension());
        int runs = 0;
        for (boolean complete = false; !complete; runs++) {
            int[] left = {150};
            try (HistorySnapshot snapshot = workshop.history().snapshot()) {
                complete = new ExportFile(file, "all").write(new Export(snapshot, everyWindow(BOTH), format),
                        Progress.none(), () -> left[0]-- <= 0);
            }
            if (!complete && runs == 0) {
                // As after a kill: more was written than anybody had noted.
                Files.writeString(folder.resolve(file.getFileName() + ".part"), "half a li",
                        StandardOpenOption.APPEND);
            }
        }
        assertThat(Files.readString(file)).isEqualTo(whole);
        assertThat(runs).isGreaterThan(format == Format.EVENTS ? 0 : 3);
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains(".part"));
        }
        try (HistorySnapshot snapshot = workshop.history().snapshot()) {
            assertThatThrownBy(() -> new ExportFile(file, "all").write(new Export(snapshot, everyWindow(BOTH), format),
                    Progress.none(), () -> false)).hasMessageContaining("is there already");
        }
    }

    @Test
    void anotherExportInTheSamePlace_isRefused() throws IOException {
        Path file = folder.resolve("export.csv");
        try (HistorySnapshot snapshot = workshop.history().snapshot()) {
            Export export = new Export(snapshot, everyWindow(BOTH), Format.CSV);
            new ExportFile(file, "one").write(export, Progress.none(), () -> true);
            assertThatThrownBy(() -> new ExportFile(file, "other").write(export, Progress.none(), () -> false))
                    .hasMessageContaining("export.csv.part is of another export");
        }
    }
}
