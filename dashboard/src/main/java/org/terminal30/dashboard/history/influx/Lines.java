package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.Point;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WindowLines;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.cells.Cells;
import org.terminal30.dashboard.history.cells.Steps;

/** What is measured as lines for an InfluxDB: as on the wire, roll-ups in the same shape. */
final class Lines {
    /** An event's fields at its newest revision. InfluxDB keeps a field that a later write does not have. */
    static final String FIELDS = "fields";
    private static final String EVENT = "event,";

    private Lines() {
    }

    /** Cells of a level; labels, minima and maxima are exact. */
    static List<String> of(Series series, Level level, Cells cells) {
        String head = "%s,bay=%s,channel=%s,site=%s min=".formatted(Layout.measurement(level), series.bay().bay(),
                series.channel().wireName(), series.bay().site());
        List<String> lines = new ArrayList<>(cells.size());
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.setLength(0);
            line.append(head).append(Steps.value(cells.minimum(i))).append(",max=")
                    .append(Steps.value(cells.maximum(i))).append(",sum=").append(Steps.value(cells.sum(i)))
                    .append(",n=").append(cells.count(i)).append("i ").append(cells.start(i));
            lines.add(line.toString());
        }
        return lines;
    }

    /** An event or a waveform. */
    static String of(WireRecord record) {
        Point point = RecordCodec.point(record);
        Map<String, Object> fields = new LinkedHashMap<>(point.fields());
        if (record instanceof WireRecord.Event) {
            fields.put(FIELDS, String.join(" ", point.fields().keySet()));
        }
        return LineProtocol.format(new Point(point.measurement(), point.tags(), fields, point.timeNanos()));
    }

    /** The events and waveforms among lines of ours. */
    static List<WireRecord> records(List<String> lines) {
        List<WireRecord> records = new ArrayList<>();
        for (String line : lines) {
            if (!isWindow(line)) {
                records.add(record(line));
            }
        }
        return records;
    }

    private static WireRecord record(String line) {
        try {
            Point point = LineProtocol.parse(line, 1, 0);
            Map<String, Object> fields = new LinkedHashMap<>(point.fields());
            fields.remove(FIELDS);
            return RecordCodec.record(new Point(point.measurement(), point.tags(), fields, point.timeNanos()));
        } catch (MalformedLineException damaged) {
            throw new IllegalStateException("the spool has a line that is none of ours: " + line, damaged);
        }
    }

    private static boolean isWindow(String line) {
        return line.startsWith(Layout.measurement(Level.WINDOW) + ",");
    }

    /** Whether a line is kept for ever. */
    static boolean isEvent(String line) {
        return line.startsWith(EVENT);
    }

    /** The windows among lines of ours, by series. */
    static Map<Series, Cells> windows(List<String> lines) {
        Map<Series, Cells> found = new LinkedHashMap<>();
        Map<String, WindowLines> readers = new HashMap<>();
        for (String line : lines) {
            WireRecord.Window window = isWindow(line)
                    ? bay(line).map(bay -> readers.computeIfAbsent(bay.toString(), it -> new WindowLines(bay, 1))
                            .read(line)).orElse(null)
                    : null;
            if (window != null) {
                Cells one = new Cells(1);
                append(one, window);
                found.merge(new Series(window.bay(), window.channel()), one, Lines::joined);
            }
        }
        return found;
    }

    private static Cells joined(Cells before, Cells one) {
        if (before.lastStart() > one.start(0)) {
            return before.with(one);
        }
        before.append(one, 0);
        return before;
    }

    static void append(Cells cells, WireRecord.Window window) {
        cells.append(window.timeNanos(), Steps.of(window.minimum()), Steps.of(window.maximum()),
                Steps.of(window.sum()), window.count());
    }

    private static Optional<BayId> bay(String line) {
        int bay = line.indexOf(",bay=") + ",bay=".length();
        int site = line.indexOf(",site=") + ",site=".length();
        int afterBay = line.indexOf(',', bay);
        int afterSite = line.indexOf(' ', site);
        return afterBay < bay || afterSite < site
                ? Optional.empty()
                : Optional.of(new BayId(line.substring(site, afterSite), line.substring(bay, afterBay)));
    }
}
