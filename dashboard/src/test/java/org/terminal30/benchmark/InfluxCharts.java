package org.terminal30.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.testing.InfluxServer;

/** A real InfluxDB with raw windows, of which a chart is made by {@code GROUP BY time()}. */
final class InfluxCharts implements ChartLoad.Chart, AutoCloseable {
    private static final String DATABASE = "terminal30";
    private static final int HOURS_A_DAY = 24;
    private static final int LINES = 6_000;

    private final InfluxServer server = new InfluxServer();

    InfluxCharts(int days) throws IOException {
        server.createDatabase(DATABASE);
        long begun = System.nanoTime();
        try (WriteConnection connection = new WriteConnection(
                server.direct().resolve("/write?db=" + DATABASE + "&precision=ns"), "")) {
            for (int hour = 0; hour < days * HOURS_A_DAY; hour++) {
                List<Window> windows = ChartLoad.hour(hour);
                for (int from = 0; from < windows.size(); from += LINES) {
                    connection.post(windows.subList(from, from + LINES).stream().map(RecordCodec::line)
                            .collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        System.out.printf("InfluxDB: %d days in %.0f s%n", days, (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public int draw(TimeRange range, Grid grid) {
        return (int) server.queryCsv(DATABASE,
                """
                        SELECT min("min"), max("max"), sum("sum"), sum("n") FROM "voltage" WHERE "bay" = '1' AND "channel" = 'onboard' \
                        AND time >= %d AND time < %d GROUP BY time(%dns) fill(none)"""
                        .formatted(range.fromNanos(), range.toNanos(), grid.stepNanos()))
                .lines().count() - 1;
    }

    @Override
    public void close() {
        server.close();
    }
}
