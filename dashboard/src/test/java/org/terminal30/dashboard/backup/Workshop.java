package org.terminal30.dashboard.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.RandomWindows;
import org.terminal30.dashboard.history.sqlite.HistoryFile;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;
import org.terminal30.dashboard.progress.Progress;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/** Both stores of a dashboard in a folder, and something in every table. */
public final class Workshop implements AutoCloseable {
    private static final BayId BAY = RandomWindows.SERIES.getFirst().bay();
    private static final long SECOND = 1_000_000_000;
    /** A column that may be one of a few: the first of them. */
    private static final Pattern CHOICE = Pattern.compile("(\\w+) in \\(('\\w[^']*')");

    private final Path folder;
    private final Jdbi registry;
    private final SqliteHistory history;
    private boolean filled;

    public Workshop(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.folder = folder;
        String url = "jdbc:sqlite:" + folder.resolve("registry.db")
                + "?journal_mode=WAL&foreign_keys=true&transaction_mode=IMMEDIATE";
        Flyway.configure().dataSource(url, null, null).locations("classpath:db/registry/sqlite").load().migrate();
        this.registry = Jdbi.create(url);
        this.history = new SqliteHistory(HistoryFile.open(folder));
    }

    public SqliteHistory history() {
        return history;
    }

    public Jdbi registry() {
        return registry;
    }

    /** The tables that there are, those that others refer to first, as the migrations say. */
    public List<String> tables() {
        List<String> left = new ArrayList<>(registry.withHandle(handle -> handle.createQuery("""
                select name from sqlite_master where type = 'table' and name not like 'sqlite_%'
                and name <> 'flyway_schema_history' order by name""").mapTo(String.class).list()));
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.stream().filter(table -> ordered.containsAll(referred(table))).findFirst()
                    .orElseThrow();
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private List<String> referred(String table) {
        return registry.withHandle(handle -> handle.createQuery("select \"table\" from pragma_foreign_key_list(:table)")
                .bind("table", table).mapTo(String.class).list());
    }

    /** A row in every table, without a null anywhere. */
    public void fillRegistry() {
        registry.useHandle(handle -> {
            for (String table : tables()) {
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
        return registry.withHandle(handle -> tables().stream().collect(Collectors.toMap(table -> table,
                table -> handle.createQuery("select * from " + table).mapToMap().list())));
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
        return new Backup(registry, tables(), history::snapshot, Progress.none(), stop).make(file, Instant.EPOCH,
                "1.2.3");
    }

    public Contents restore(Path file, Stop stop) {
        return new Restore(registry, tables(), () -> filled = true, history, new RestoreMark(folder), Progress.none(),
                stop).from(file);
    }

    /** Whether it was told that rows were put in. */
    boolean isFilled() {
        return filled;
    }

    boolean isBeingRestored() {
        return new RestoreMark(folder).isThere();
    }

    @Override
    public void close() {
        history.close();
    }
}
