package org.terminal30.dashboard.history.influx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.Point;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.influx.InfluxFault.Kind;

/** Reads events and waveforms back: points as on the wire. */
final class RecordReading {
    private static final Set<String> TAGS = Set.of("site", "bay", "channel", "kind", "id");
    private static final Set<String> INTEGERS = Set.of("rev", "duration", "recovery", "count", "n", "span",
            "resolution");
    private static final Set<String> FLAGS = Set.of("open", "saturated");
    private static final Set<String> NUMBERS = Set.of("min", "max", "rest", "ripple");
    /** An event that lasts longer is looked for by its duration, over everything there is. */
    private static final long LONG_NANOS = Level.DAY.stepNanos();
    private static final int IDS_AT_ONCE = 50;

    private final InfluxLink link;
    private final Layout layout;

    RecordReading(InfluxLink link, Layout layout) {
        this.link = link;
        this.layout = layout;
    }

    /** The newest events that touch the range, as a store holds them: the highest revision of each. */
    List<Event> events(BayId bay, TimeRange range) throws InfluxFault {
        String whose = "\"site\" = '%s' AND \"bay\" = '%s'".formatted(bay.site(), bay.bay());
        long near = range.fromNanos() - LONG_NANOS;
        List<Event> found = new ArrayList<>(events("%s AND time >= %d AND time < %d".formatted(whose, near,
                range.toNanos())));
        found.addAll(events("%s AND time < %d AND (\"open\" = true OR \"duration\" >= %d)".formatted(whose, near,
                LONG_NANOS)));
        return newest(found).stream().filter(event -> touches(event, range)).toList();
    }

    static boolean touches(Event event, TimeRange range) {
        return event.timeNanos() < range.toNanos()
                && (event.open() || event.timeNanos() + event.durationNanos() >= range.fromNanos());
    }

    Optional<Event> event(String id) throws InfluxFault {
        return newest(events(isId(id))).stream().findFirst();
    }

    /** The ids of all events. */
    List<String> eventIds() throws InfluxFault {
        List<String> ids = new ArrayList<>();
        for (Row row : link.ask(layout.kept(), "SELECT \"rev\", \"id\" FROM \"event\"")) {
            ids.add(row.required("id"));
        }
        return ids;
    }

    /** The events with these ids, each at its highest revision. */
    List<Event> events(List<String> ids) throws InfluxFault {
        List<Event> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += IDS_AT_ONCE) {
            found.addAll(events(ids.subList(i, Math.min(ids.size(), i + IDS_AT_ONCE)).stream()
                    .map(RecordReading::isId).collect(Collectors.joining(" OR "))));
        }
        return found;
    }

    private static String isId(String id) {
        return "\"id\" = '%s'".formatted(id.replace("\\", "\\\\").replace("'", "\\'"));
    }

    private List<Event> events(String where) throws InfluxFault {
        List<Event> events = new ArrayList<>();
        for (Row row : link.ask(layout.kept(), "SELECT * FROM \"event\" WHERE %s ORDER BY time DESC LIMIT %d"
                .formatted(where, History.MAX_EVENTS))) {
            if (record(row) instanceof Event event) {
                events.add(event);
            }
        }
        return events;
    }

    /** Of each event its highest revision, in order of start; at most as many as a history gives. */
    static List<Event> newest(Collection<Event> all) {
        Map<String, Event> byId = new LinkedHashMap<>();
        all.forEach(event -> byId.merge(event.id(), event,
                (one, other) -> other.revision() > one.revision() ? other : one));
        List<Event> inOrder = byId.values().stream().sorted(Comparator.comparingLong(Event::timeNanos)).toList();
        return inOrder.subList(Math.max(0, inOrder.size() - History.MAX_EVENTS), inOrder.size());
    }

    /** The waveforms that begin in the range, and those before it that reach into it. */
    List<Waveform> waveforms(Series series, TimeRange range) throws InfluxFault {
        List<Waveform> found = new ArrayList<>();
        String whose = VoltageReading.where(series);
        // Those of a channel do not overlap, so at most one that begins before the range reaches into it.
        found.addAll(waveforms("%s AND time >= %d AND time < %d ORDER BY time DESC LIMIT 1".formatted(whose,
                range.fromNanos() - Samples.MAX_SPAN_NANOS, range.fromNanos())));
        found.addAll(waveforms("%s AND time >= %d AND time < %d ORDER BY time LIMIT %d".formatted(whose,
                range.fromNanos(), range.toNanos(), History.MAX_WAVEFORMS)));
        return found;
    }

    /** The waveforms that begin at a moment or later, the earliest of them. */
    List<Waveform> waveforms(Series series, long fromNanos, int most) throws InfluxFault {
        return waveforms("%s AND time >= %d ORDER BY time LIMIT %d".formatted(VoltageReading.where(series), fromNanos,
                most));
    }

    static boolean touches(Waveform waveform, TimeRange range) {
        return waveform.timeNanos() < range.toNanos()
                && waveform.timeNanos() + waveform.samples().spanNanos() >= range.fromNanos();
    }

    private List<Waveform> waveforms(String where) throws InfluxFault {
        List<Waveform> waveforms = new ArrayList<>();
        for (Row row : link.ask(layout.windows(), "SELECT * FROM \"waveform\" WHERE " + where)) {
            if (record(row) instanceof Waveform waveform) {
                waveforms.add(waveform);
            }
        }
        return waveforms;
    }

    private static WireRecord record(Row row) throws InfluxFault {
        Map<String, String> tags = new HashMap<>();
        Map<String, Object> fields = new HashMap<>();
        String named = row.text(Lines.FIELDS);
        for (var value : row.values().entrySet()) {
            String name = value.getKey();
            if (TAGS.contains(name)) {
                tags.put(name, value.getValue());
            } else if (!name.isEmpty() && !name.equals("time") && isMeant(name, named)) {
                fields.put(name, field(row, name, value.getValue()));
            }
        }
        try {
            return RecordCodec.record(new Point(String.valueOf(row.text("")), new TreeMap<>(tags), fields,
                    row.timeNanos()));
        } catch (MalformedLineException | IllegalArgumentException strange) {
            throw new InfluxFault(Kind.UNREACHABLE, "InfluxDB has a record that is none of ours (%s): %s".formatted(
                    strange.getMessage(), row.values()));
        }
    }

    private static boolean isMeant(String name, @Nullable String named) {
        return !name.equals(Lines.FIELDS) && (named == null || (" " + named + " ").contains(" " + name + " "));
    }

    private static Object field(Row row, String name, String value) throws InfluxFault {
        if (INTEGERS.contains(name)) {
            return row.integer(name);
        }
        if (NUMBERS.contains(name)) {
            return row.number(name);
        }
        return FLAGS.contains(name) ? (Object) Boolean.parseBoolean(value) : value;
    }
}
