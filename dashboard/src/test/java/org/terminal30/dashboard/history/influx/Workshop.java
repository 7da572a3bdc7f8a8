package org.terminal30.dashboard.history.influx;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.terminal30.testing.InfluxServer;

/** Histories on an InfluxDB of a test, each in databases of its own. */
final class Workshop {
    static final long SPOOL_BYTES = 64 << 20;
    static final int WINDOWS_IN_MEMORY = 100_000;

    private Workshop() {
    }

    static Layout makeDatabases(InfluxServer influx, String name) {
        Layout layout = new Layout(name);
        layout.all().forEach(influx::createDatabase);
        return layout;
    }

    static InfluxLink link(InfluxServer influx) {
        return new InfluxLink(new InfluxLogin(URI.create(influx.url()), "", ""));
    }

    static void drop(InfluxServer influx, String database, String measurement) throws InfluxFault {
        try (InfluxLink link = link(influx)) {
            link.ask(database, "DROP MEASUREMENT \"%s\"".formatted(measurement));
        }
    }

    /** The reasons for which records were set aside. */
    static List<String> refused(Path folder) {
        try (SpoolFile file = new SpoolFile(folder)) {
            return file.jdbi().withHandle(handle -> handle.createQuery("select reason from refused order by id")
                    .mapTo(String.class).list());
        }
    }

    /** One that sends only when it is told to. */
    static InfluxHistory open(InfluxServer influx, Layout layout, Path folder) {
        return open(influx, layout, folder, SPOOL_BYTES, WINDOWS_IN_MEMORY);
    }

    static InfluxHistory open(InfluxServer influx, Layout layout, Path folder, long spoolBytes, int windowsInMemory) {
        return new InfluxHistory(folder, new InfluxSettings(new InfluxLogin(URI.create(influx.url()), "", ""), layout,
                spoolBytes, windowsInMemory), Clock.systemUTC());
    }
}
