package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.sqlite.HistoryFile;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.dashboard.progress.Progress;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.registry.RegistryPlace;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** Both stores of a dashboard in a folder, and something in every table. */
public final class Workshop implements AutoCloseable {
    private static final BayId BAY = RandomWindows.SERIES.getFirst().bay();
    private static final long SECOND = 1_000_000_000;
    /** A column that may be one of a few: the first of them. */
    private static final Pattern CHOICE = Pattern.compile("(\\w+) in \\(('\\w[^']*')");

    private final Path folder;
    private final Registry registry;
    private final SqliteHistory history;

    public Workshop(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.folder = folder;
        this.registry = Registry.open(RegistryPlace.in(folder), Registry.Use.COMMAND);
        this.history = new SqliteHistory(HistoryFile.open(folder));
    }

    public SqliteHistory history() {
        return history;
    }

    public Registry registry() {
        return registry;
    }

    /** A row in every table, without a null anywhere. */
    public void fillRegistry() {
        registry.jdbi().useHandle(handle -> {
            for (String table : Registry.TABLES) {
                List<String> names = handle.createQuery("select name from pragma_table_info(:table)").bind("table",
                        table).mapTo(String.class).list();
                List<String> types = handle.createQuery("select type from pragma_table_info(:table)").bind("table",
                        table).mapTo(String.class).list();
                Map<String, String> choices = CHOICE.matcher(handle.createQuery(
                        "select sql from sqlite_master where name = :table").bind("table", table).mapTo(String.class)
                        .one()).results().collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
                List<String> values = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    values.add(choices.getOrDefault(names.get(i), value(types.get(i))));
                }
                handle.execute("insert into %s (%s) values (%s)".formatted(table, String.join(", ", names), String
                        .join(", ", values)));
            }
        });
    }

    private static String value(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "integer" -> "1";
            case "real" -> "0.1";
            case "text" -> "'Ä \" \\ 🔧'";
            default -> throw new IllegalStateException("a column of type " + type);
        };
    }

    /** Everything in the registry, for comparison. */
    public Map<String, List<Map<String, Object>>> rows() {
        return rows(registry);
    }

    /** The same of any registry: whole numbers are longs, rows are in one order. */
    public static Map<String, List<Map<String, Object>>> rows(Registry registry) {
        return registry.jdbi().withHandle(handle -> Registry.TABLES.stream().collect(Collectors.toMap(table -> table,
                table -> handle.createQuery("select * from " + table).mapToMap().stream().map(Workshop::widened)
                        .sorted(Comparator.comparing(Map::toString)).toList())));
    }

    private static Map<String, Object> widened(Map<String, Object> row) {
        Map<String, Object> widened = new TreeMap<>(row);
        widened.replaceAll((column, value) -> value instanceof Integer whole ? Long.valueOf(whole) : value);
        return widened;
    }

    /** Some days of several bays; the same seed, the same. */
    public void fillHistory(long seed, int rounds) {
        RandomWindows random = new RandomWindows(seed);
        for (int round = 0; round < rounds; round++) {
            history.store(random.next(), List.of(event(round)), List.of(waveform(round)));
        }
    }

    private static WireRecord.Event event(int number) {
        return new WireRecord.Event(BAY, Channel.ONBOARD, EventKind.INTERRUPTION, "e" + number,
                RandomWindows.START + number * SECOND, 1 + number % 3, number % 2 == 0, SECOND / 3, 0.021, null, false,
                "e0", "because", "j1", WireRecord.Clock.SYNCHRONISED);
    }

    private static WireRecord.Waveform waveform(int number) {
        SampleBlock block = new SampleBlock(Channel.ONBOARD, 5);
        for (int i = 0; i < 5; i++) {
            block.add(i * 1_000_000L, 12 + number % 7 * 0.1 + i);
        }
        return new WireRecord.Waveform(BAY, Channel.ONBOARD, RandomWindows.START + number * SECOND, Samples.of(block),
                WireRecord.Clock.UNSURE);
    }

    public Contents backUp(Path file, Stop stop) {
        return new Backup(registry, history::snapshot, Progress.none(), stop).make(file, Instant.EPOCH,
                "1.2.3");
    }

    public Contents restore(Path file, Stop stop) {
        return new Restore(registry, history, new RestoreMark(folder), Progress.none(),
                stop).from(file);
    }

    boolean isBeingRestored() {
        return new RestoreMark(folder).isThere();
    }

    @Override
    public void close() {
        history.close();
        registry.close();
    }
}
