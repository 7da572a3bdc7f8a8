package org.terminal30.dashboard.history.influx;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.RandomWindows;

/** A process that stores batch after batch, sends them on, and says so on its standard output, until somebody kills it. */
public final class WritingProcess {
    private WritingProcess() {
    }

    /** Arguments: folder, address of the InfluxDB, database, seed, number of the first batch to store. */
    public static void main(String[] arguments) throws InfluxFault {
        RandomWindows random = new RandomWindows(Long.parseLong(arguments[3]));
        int first = Integer.parseInt(arguments[4]);
        var settings = new InfluxSettings(new InfluxLogin(URI.create(arguments[1]), "", ""), new Layout(arguments[2]),
                Workshop.SPOOL_BYTES, Workshop.WINDOWS_IN_MEMORY);
        try (InfluxHistory history = new InfluxHistory(Path.of(arguments[0]), settings, Clock.systemUTC())) {
            for (int number = 0;; number++) {
                List<Window> batch = random.next();
                if (number >= first) {
                    history.store(batch, List.of(), List.of());
                    System.out.println(number);
                    if (number % 3 == 0) {
                        history.sendNext();
                        history.settleNext();
                    }
                }
            }
        }
    }
}
