package org.terminal30.dashboard.history.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.benchmark.SimulatedWindows;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.cells.Steps;
import org.terminal30.hardware.sample.Channel;

/**
 * Ways to keep windows in a SQLite file, side by side: bytes at rest, bytes that the process wrote to get there, and what packing
 * costs. The first argument is a folder with recordings ({@code .csv}, {@code .dump}), which may be left out.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.dashboard.history.sqlite.FormatExperiment [FOLDER]" verify</pre>
 */
public final class FormatExperiment {
    private static final long SEED = 30;
    private static final int WINDOWS = 36_000;
    private static final int PAGE_BYTES = 4096;
    private static final int WINDOWS_A_BLOCK = 6_000;
    private static final Pattern WRITTEN = Pattern.compile("wchar: (\\d+)");
    private static final Pattern CSV_VOLTS = Pattern.compile("(\\d{1,2}\\.\\d+)(?:,\\d+)?");
    private static final Pattern DUMP_VOLTS = Pattern.compile("V\\t(\\d{5})");

    private FormatExperiment() {
    }

    public static void main(String[] arguments) throws Exception {
        codec("scenario failing-alternator", cells(SimulatedWindows.ofScenario("failing-alternator", Channel.ONBOARD)));
        codec("scenario loose-radio-contact", cells(SimulatedWindows.ofScenario("loose-radio-contact", Channel.RADIO)));
        Cells invented = cells(SimulatedWindows.invented(Channel.ONBOARD, RandomWindows.START, WINDOWS,
                new Random(SEED)));
        codec("invented bay", invented);
        if (arguments.length > 0) {
            try (var files = Files.list(Path.of(arguments[0]))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(csv|dump)")).sorted().toList()) {
                    codec("recording " + file.getFileName(), recorded(file));
                }
            }
        }
        for (int channels : new int[]{2, 40}) {
            System.out.printf("%d channels, one commit every 100 ms, an hour:%n", channels);
            for (Design design : designs()) {
                store(design, invented, channels);
            }
            asBuilt(channels);
        }
    }

    private static Cells cells(List<Window> windows) {
        Cells cells = new Cells(windows.size());
        windows.forEach(window -> cells.append(window.timeNanos(), Steps.of(window.minimum()),
                Steps.of(window.maximum()), Steps.of(window.sum()), window.count()));
        return cells;
    }

    /** A recording has a value every half second or second: in between straight lines, and a converter's steps and noise on top. */
    private static Cells recorded(Path file) throws IOException {
        List<Double> volts = new ArrayList<>();
        boolean dump = file.toString().endsWith(".dump");
        for (String line : new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).lines()
                .toList()) {
            Matcher value = (dump ? DUMP_VOLTS : CSV_VOLTS).matcher(line);
            String last = "";
            while (value.find()) {
                last = value.group(1);
            }
            if (!last.isEmpty()) {
                volts.add(dump ? Double.parseDouble(last) / 1000 : Double.parseDouble(last));
            }
        }
        return cells(SimulatedWindows.along(volts, RandomWindows.START, new Random(SEED)));
    }

    private static void codec(String name, Cells all) throws DamagedException {
        long plain = 0;
        long packed = 0;
        long packNanos = 0;
        long unpackNanos = 0;
        for (int warm = 0; warm < 20; warm++) {
            plain = packed = packNanos = unpackNanos = 0;
            for (int from = 0; from < all.size(); from += WINDOWS_A_BLOCK) {
                Cells block = new Cells(WINDOWS_A_BLOCK);
                for (int i = from; i < Math.min(all.size(), from + WINDOWS_A_BLOCK); i++) {
                    block.append(all, i);
                }
                plain += CellsCodec.bytes(block).length;
                long begun = System.nanoTime();
                byte[] bytes = Packing.packed(block);
                packNanos += System.nanoTime() - begun;
                packed += bytes.length;
                begun = System.nanoTime();
                Packing.unpacked(bytes);
                unpackNanos += System.nanoTime() - begun;
            }
        }
        System.out.printf("%-40s %6d windows: columns %.2f, deflated %.2f bytes a window; pack %d, unpack %d ns%n",
                name,
                all.size(), plain / (double) all.size(), packed / (double) all.size(), packNanos / all.size(),
                unpackNanos / all.size());
    }

    /** A way to store windows. */
    private abstract static class Design {
        abstract String name();

        abstract void create(Handle handle);

        /** The window {@code index} of every channel arrives. */
        abstract void take(Handle handle, Cells windows, int index, int channels) throws Exception;
    }

    private static List<Design> designs() {
        return List.of(new Rows(), new IntegerRows(), new PackedSeconds(), new Blocks(false), new Blocks(true));
    }

    private static void store(Design design, Cells windows, int channels) throws Exception {
        Path folder = Files.createTempDirectory("terminal30-format-");
        Jdbi jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("history.db") + "?journal_mode=WAL&synchronous=OFF");
        try (Handle handle = jdbi.open()) {
            design.create(handle);
            long before = written();
            for (int i = 0; i < windows.size(); i++) {
                handle.begin();
                design.take(handle, windows, i, channels);
                handle.commit();
            }
            handle.execute("pragma wal_checkpoint(truncate)");
            report(design.name(), pages(handle), written() - before, (double) windows.size() * channels);
        }
    }

    /** The history itself, with every level, sealed when ten minutes are over. */
    private static void asBuilt(int channels) throws IOException {
        List<Window> windows = SimulatedWindows.invented(Channel.ONBOARD, RandomWindows.START, WINDOWS,
                new Random(SEED));
        try (HikariDataSource pool = HistoryFile.pool(Files.createTempDirectory("terminal30-format-"));
                SqliteHistory history = new SqliteHistory(Jdbi.create(pool))) {
            long before = written();
            for (int i = 0; i < WINDOWS; i++) {
                List<Window> batch = new ArrayList<>(channels);
                for (int c = 0; c < channels; c++) {
                    Window one = windows.get(i);
                    batch.add(new Window(new BayId("main", "b" + c), Channel.ONBOARD, one.timeNanos(), one.minimum(),
                            one.maximum(), one.sum(), one.count()));
                }
                history.store(batch, List.of(), List.of());
                if ((i + 1) % WINDOWS_A_BLOCK == 0) {
                    history.sealAll();
                }
            }
            try (Handle handle = Jdbi.create(pool).open()) {
                handle.execute("pragma wal_checkpoint(truncate)");
                report("the history as it is, with every level", pages(handle), written() - before,
                        (double) WINDOWS * channels);
            }
        }
    }

    private static long pages(Handle handle) {
        return handle.createQuery("pragma page_count").mapTo(Long.class).one()
                - handle.createQuery("pragma freelist_count").mapTo(Long.class).one();
    }

    private static void report(String name, long pages, long written, double windows) {
        System.out.printf("  %-52s at rest %5.1f bytes a window, written %7.1f%n", name, pages * PAGE_BYTES / windows,
                written / windows);
    }

    private static long written() throws IOException {
        Matcher found = WRITTEN.matcher(Files.readString(Path.of("/proc/self/io")));
        if (!found.find()) {
            throw new IOException("/proc/self/io does not say what was written");
        }
        return Long.parseLong(found.group(1));
    }

    private static final class Rows extends Design {
        @Override
        String name() {
            return "rows of doubles, as before";
        }

        @Override
        void create(Handle handle) {
            handle.execute("create table w (series integer, start integer, a real, b real, c real, n integer,"
                    + " primary key (series, start)) strict, without rowid");
        }

        @Override
        void take(Handle handle, Cells windows, int i, int channels) {
            for (int c = 0; c < channels; c++) {
                handle.execute("insert into w values (?, ?, ?, ?, ?, ?)", c, windows.start(i),
                        Steps.value(windows.minimum(i)), Steps.value(windows.maximum(i)),
                        Steps.value(windows.sum(i)), windows.count(i));
            }
        }
    }

    private static final class IntegerRows extends Design {
        @Override
        String name() {
            return "rows of whole steps";
        }

        @Override
        void create(Handle handle) {
            handle.execute("create table w (series integer, start integer, a integer, b integer, c integer, n integer,"
                    + " primary key (series, start)) strict, without rowid");
        }

        @Override
        void take(Handle handle, Cells windows, int i, int channels) {
            for (int c = 0; c < channels; c++) {
                handle.execute("insert into w values (?, ?, ?, ?, ?, ?)", c, windows.start(i), windows.minimum(i),
                        windows.maximum(i) - windows.minimum(i),
                        windows.sum(i) - windows.count(i) * windows.minimum(i), windows.count(i));
            }
        }
    }

    private static final class PackedSeconds extends Design {
        private Cells second = new Cells();

        @Override
        String name() {
            return "a packed row for each second";
        }

        @Override
        void create(Handle handle) {
            handle.execute("create table w (series integer, second integer, cells blob, primary key (series, second))"
                    + " strict, without rowid");
        }

        @Override
        void take(Handle handle, Cells windows, int i, int channels) {
            long start = Level.SECOND.floor(windows.start(i));
            if (!second.isEmpty() && Level.SECOND.floor(second.lastStart()) != start) {
                second = new Cells();
            }
            second.append(windows, i);
            for (int c = 0; c < channels; c++) {
                handle.execute("insert or replace into w values (?, ?, ?)", c, start / 1_000_000_000,
                        CellsCodec.bytes(second));
            }
        }
    }

    /** A journal, and blocks of ten minutes; minutes, seconds and so on are not written here. */
    private static final class Blocks extends Design {
        private final boolean deflated;
        private Cells block = new Cells();

        Blocks(boolean deflated) {
            this.deflated = deflated;
        }

        @Override
        String name() {
            return "journal, then blocks of ten minutes" + (deflated ? ", deflated" : "");
        }

        @Override
        void create(Handle handle) {
            handle.execute("create table journal (id integer primary key, windows blob)");
            handle.execute("create table w (series integer, span integer, cells blob, primary key (series, span))");
        }

        @Override
        void take(Handle handle, Cells windows, int i, int channels) throws Exception {
            Cells one = new Cells();
            one.append(windows, i);
            List<Part> parts = new ArrayList<>();
            for (int c = 0; c < channels; c++) {
                parts.add(new Part(Span.of(c, windows.start(i)), one));
            }
            JournalTable.append(handle, i + 1L, parts);
            block.append(windows, i);
            if (i + 1 == windows.size() || Span.number(windows.start(i + 1)) != Span.number(windows.start(i))) {
                byte[] bytes = deflated ? Packing.packed(block) : CellsCodec.bytes(block);
                for (int c = 0; c < channels; c++) {
                    handle.execute("insert into w values (?, ?, ?)", c, Span.number(windows.start(i)), bytes);
                    handle.commit();
                    handle.begin();
                }
                handle.execute("delete from journal where id <= ?", i);
                block = new Cells();
            }
        }
    }
}
