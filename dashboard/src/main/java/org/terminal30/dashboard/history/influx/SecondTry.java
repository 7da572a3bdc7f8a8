package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.influx.SpoolTables.Batch;

/** At each start, what InfluxDB did not take waits once more: somebody may have mended what was in its way. */
final class SecondTry {
    private SecondTry() {
    }

    /** Lets everything that was set aside wait once more; the batches that it makes. */
    static List<Batch> of(Handle handle, long nowNanos) {
        List<Batch> batches = new ArrayList<>();
        for (long id : SpoolTables.refusedIds(handle)) {
            List<String> lines = SpoolTables.takeBack(handle, id).stream().filter(line -> !isOutdated(handle, line))
                    .toList();
            if (!lines.isEmpty()) {
                Map<SpanKey, Cells> parts = parts(lines);
                int windows = parts.values().stream().mapToInt(Cells::size).sum();
                long batch = SpoolTables.append(handle, nowNanos, lines.size(), windows, Deflated.of(lines));
                parts.keySet().forEach(span -> SpoolTables.mark(handle, span, batch));
                batches.add(new Batch(batch, lines));
            }
        }
        return batches;
    }

    /** Of an event there may be a higher revision by now. */
    private static boolean isOutdated(Handle handle, String line) {
        return Lines.isEvent(line)
                && Lines.records(List.of(line)).stream().anyMatch(record -> isOutdated(handle, record));
    }

    private static boolean isOutdated(Handle handle, WireRecord record) {
        return record instanceof Event event && SpoolTables.revision(handle, event.id()) > event.revision();
    }

    /** The windows among lines, by spans. */
    static Map<SpanKey, Cells> parts(List<String> lines) {
        Map<SpanKey, Cells> parts = new LinkedHashMap<>();
        Lines.windows(lines).forEach((series, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                parts.computeIfAbsent(new SpanKey(series, SpanKey.number(cells.start(i))), span -> new Cells())
                        .append(cells, i);
            }
        });
        return parts;
    }
}
