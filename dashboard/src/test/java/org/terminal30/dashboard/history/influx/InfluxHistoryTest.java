package org.terminal30.dashboard.history.influx;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.HistoryContract;
import org.terminal30.testing.InfluxServer;
import org.terminal30.testing.NeedsProgram;

/** The contract, on a real InfluxDB. */
@NeedsProgram({"influxd", "nginx"})
class InfluxHistoryTest extends HistoryContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    @SuppressWarnings("NullAway.Init") // before all tests
    private static InfluxServer influx;

    private final Map<Path, Layout> layouts = new HashMap<>();

    @BeforeAll
    static void start() {
        influx = new InfluxServer();
    }

    @AfterAll
    static void stop() {
        influx.close();
    }

    @Override
    protected History open(Path where) {
        return Workshop.open(influx, layouts.computeIfAbsent(where,
                folder -> Workshop.makeDatabases(influx, "test" + DATABASES.incrementAndGet())), where);
    }

    @Override
    protected void settle(History opened) {
        try {
            ((InfluxHistory) opened).settleAll();
        } catch (InfluxFault fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    protected void close(History opened) {
        ((InfluxHistory) opened).close();
    }
}
