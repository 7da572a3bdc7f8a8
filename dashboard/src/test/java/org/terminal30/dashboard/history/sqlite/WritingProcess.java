package org.terminal30.dashboard.history.sqlite;

import java.nio.file.Path;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.RandomWindows;

/** A process that stores batch after batch and says so on its standard output, until somebody kills it. */
public final class WritingProcess {
    /** So few that blocks are written all the time. */
    private static final int FEW_WAITING = 300;

    private WritingProcess() {
    }

    /** Arguments: folder, seed, number of the first batch to store. */
    public static void main(String[] arguments) {
        RandomWindows random = new RandomWindows(Long.parseLong(arguments[1]));
        int first = Integer.parseInt(arguments[2]);
        try (HikariDataSource file = HistoryFile.pool(Path.of(arguments[0]));
                SqliteHistory history = new SqliteHistory(Jdbi.create(file), FEW_WAITING)) {
            for (int number = 0;; number++) {
                List<Window> batch = random.next();
                if (number >= first) {
                    history.store(batch, List.of(), List.of());
                    System.out.println(number);
                }
            }
        }
    }
}
