package org.terminal30.dashboard;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.micronaut.context.ApplicationContext;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistorySnapshot;
import org.terminal30.dashboard.history.StoreChoice;
import org.terminal30.dashboard.history.influx.InfluxHistory;
import org.terminal30.dashboard.history.sqlite.SqliteHistory;

/** The history of a command, in the store that the configuration chooses for the dashboard. */
final class CommandHistory implements AutoCloseable {
    private final History history;
    private final Runnable closing;

    private CommandHistory(History history, Runnable closing) {
        this.history = history;
        this.closing = closing;
    }

    /** While no dashboard has the folder. */
    static CommandHistory alone(Path folder) {
        try (ApplicationContext context = configuration(folder)) {
            if (isInflux(context)) {
                InfluxHistory history = InfluxHistory.open(folder, properties(context), new Clocks().clock());
                history.start();
                return new CommandHistory(history, history::close);
            }
            SqliteHistory history = Databases.openHistory(folder);
            return new CommandHistory(history, history::close);
        }
    }

    /** What is there now, beside a dashboard or not. */
    static HistorySnapshot snapshot(Path folder) {
        try (ApplicationContext context = configuration(folder)) {
            return isInflux(context)
                    ? InfluxHistory.snapshot(folder, properties(context), new Clocks().clock())
                    : Databases.historySnapshot(folder);
        }
    }

    /** What the environment and the files say; nothing of the server is made. */
    private static ApplicationContext configuration(Path folder) {
        ApplicationContext context = ApplicationContext.builder().deduceEnvironment(false).banner(false)
                .properties(Map.of(DataFolder.PROPERTY, folder.toString())).build();
        context.getEnvironment().start();
        return context;
    }

    private static Function<String, Optional<String>> properties(ApplicationContext context) {
        return key -> context.getEnvironment().getProperty(key, String.class);
    }

    private static boolean isInflux(ApplicationContext context) {
        StoreChoice.check(properties(context));
        return properties(context).apply(StoreChoice.PROPERTY).orElse(StoreChoice.SQLITE).equals(StoreChoice.INFLUX);
    }

    History history() {
        return history;
    }

    @Override
    public void close() {
        closing.run();
    }
}
