package org.terminal30.dashboard.history.influx;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

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

    /** One that sends only when it is told to. */
    static InfluxHistory open(InfluxServer influx, Layout layout, Path folder) {
        return open(influx, layout, folder, SPOOL_BYTES, WINDOWS_IN_MEMORY);
    }

    static InfluxHistory open(InfluxServer influx, Layout layout, Path folder, long spoolBytes, int windowsInMemory) {
        return new InfluxHistory(folder, new InfluxSettings(new InfluxLogin(URI.create(influx.url()), "", ""), layout,
                spoolBytes, windowsInMemory), Clock.systemUTC());
    }
}
