package org.terminal30.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.rrd4j.ConsolFun;
import org.rrd4j.DsType;
import org.rrd4j.core.FetchRequest;
import org.rrd4j.core.RrdDb;
import org.rrd4j.core.RrdDef;
import org.rrd4j.core.RrdNioBackendFactory;
import org.rrd4j.core.Sample;

import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.TimeRange;

/**
 * A round-robin database with minimum, mean and maximum, the other embedded choice. A second is the finest it knows, so it is told of
 * seconds: a day of them, a month of minutes, a year of ten minutes.
 */
final class RrdCharts implements ChartLoad.Chart, AutoCloseable {
    private static final List<ConsolFun> FUNCTIONS = List.of(ConsolFun.MIN, ConsolFun.AVERAGE, ConsolFun.MAX);
    private static final List<String> VALUES = List.of("min", "mean", "max");
    private static final long NANOS = 1_000_000_000;
    private static final int SECOND_WINDOWS = 10;
    private static final int HOURS_A_DAY = 24;
    private static final int DAY_SECONDS = 86_400;
    private static final int MINUTE_SECONDS = 60;
    private static final int TEN_MINUTES_SECONDS = 600;
    private static final int HEARTBEAT_SECONDS = 5;

    private final RrdDb database;

    RrdCharts(Path file, int days) throws IOException {
        long start = ChartLoad.START_NANOS / NANOS;
        RrdDef definition = new RrdDef(file.toUri(), start - 1, 1);
        definition.setVersion(2);
        VALUES.forEach(value -> definition.addDatasource(value, DsType.GAUGE, HEARTBEAT_SECONDS, Double.NaN,
                Double.NaN));
        for (ConsolFun function : FUNCTIONS) {
            definition.addArchive(function, 0.5, 1, DAY_SECONDS);
            definition.addArchive(function, 0.5, MINUTE_SECONDS, 31 * DAY_SECONDS / MINUTE_SECONDS);
            definition.addArchive(function, 0.5, TEN_MINUTES_SECONDS, 366 * DAY_SECONDS / TEN_MINUTES_SECONDS);
        }
        database = RrdDb.getBuilder().setRrdDef(definition).setBackendFactory(new RrdNioBackendFactory()).build();
        long begun = System.nanoTime();
        for (int hour = 0; hour < days * HOURS_A_DAY; hour++) {
            List<Window> windows = ChartLoad.hour(hour);
            for (int from = 0; from < windows.size(); from += SECOND_WINDOWS) {
                update(windows.subList(from, from + SECOND_WINDOWS));
            }
        }
        System.out.printf("rrd4j: %d days in %.0f s, %d bytes%n", days, (System.nanoTime() - begun) / 1e9,
                Files.size(file));
    }

    private void update(List<Window> second) throws IOException {
        Sample sample = database.createSample(second.getFirst().timeNanos() / NANOS);
        sample.setValue("min", second.stream().mapToDouble(Window::minimum).min().orElseThrow());
        sample.setValue("mean", second.stream().mapToDouble(Window::sum).sum()
                / second.stream().mapToLong(Window::count).sum());
        sample.setValue("max", second.stream().mapToDouble(Window::maximum).max().orElseThrow());
        sample.update();
    }

    @Override
    public int draw(TimeRange range, Grid grid) throws IOException {
        int points = 0;
        for (int i = 0; i < VALUES.size(); i++) {
            FetchRequest request = database.createFetchRequest(FUNCTIONS.get(i), range.fromNanos() / NANOS,
                    range.toNanos() / NANOS, grid.stepNanos() / NANOS);
            request.setFilter(VALUES.get(i));
            points = request.fetchData().getRowCount();
        }
        return points;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
