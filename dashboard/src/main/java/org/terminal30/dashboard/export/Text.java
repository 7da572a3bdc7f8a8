package org.terminal30.dashboard.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.Point;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.Series;

/** The words of the formats. Values are volts, or amperes for a current channel; times are UTC. */
final class Text {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();
    private static final String STEP_COLUMNS = "site,bay,channel,time,step_ms,min,max,mean,n\n";
    private static final String EVENT_COLUMNS = "site,bay,channel,kind,id,time,duration_ms,open,min,max,saturated,parent,reason,job\n";

    private Text() {
    }

    static String head(Format format) {
        return switch (format) {
            case CSV -> STEP_COLUMNS;
            case EVENTS -> EVENT_COLUMNS;
            case JSON -> "{\"steps\":[\n";
            case LINES -> "";
        };
    }

    static String between(Format format) {
        return format == Format.JSON ? "\n],\"events\":[\n" : "";
    }

    static String tail(Format format) {
        return format == Format.JSON ? "\n]}\n" : "";
    }

    /** Between two entries. */
    static String separator(Format format) {
        return format == Format.JSON ? ",\n" : "";
    }

    static String step(Format format, Series series, Cell cell, long stepNanos) {
        return switch (format) {
            case LINES -> line(series, cell, stepNanos) + "\n";
            case JSON -> json(json -> {
                place(json, series.bay().site(), series.bay().bay(), series.channel().wireName(), cell.startNanos());
                json.writeNumberField("stepMillis", EpochNanos.millis(stepNanos));
                json.writeNumberField("min", value(cell.minimum()));
                json.writeNumberField("max", value(cell.maximum()));
                json.writeNumberField("mean", mean(cell));
                json.writeNumberField("n", cell.count());
            });
            default -> "%s,%s,%s,%s,%d,%s,%s,%s,%d\n".formatted(series.bay().site(), series.bay().bay(),
                    series.channel().wireName(), time(cell.startNanos()), EpochNanos.millis(stepNanos),
                    value(cell.minimum()), value(cell.maximum()), mean(cell), cell.count());
        };
    }

    /** A window as a bay sends it; what is coarser has a measurement of its own, so that nobody takes it for windows. */
    private static String line(Series series, Cell cell, long stepNanos) {
        Point window = RecordCodec.point(new WireRecord.Window(series.bay(), series.channel(), cell.startNanos(),
                value(cell.minimum()), value(cell.maximum()), value(cell.sum()), cell.count()));
        return LineProtocol.format(stepNanos == Grid.WINDOW_NANOS
                ? window
                : new Point("voltage_%dms".formatted(EpochNanos.millis(stepNanos)), window.tags(), window.fields(),
                        window.timeNanos()));
    }

    static String event(Format format, WireRecord.Event event) {
        return switch (format) {
            case LINES -> RecordCodec.line(event) + "\n";
            case JSON -> json(json -> {
                place(json, event.bay().site(), event.bay().bay(), event.channel().wireName(), event.timeNanos());
                json.writeStringField("kind", event.kind().wireName());
                json.writeStringField("id", event.id());
                json.writeNumberField("durationMillis", millis(event));
                json.writeBooleanField("open", event.open());
                number(json, "min", event.minimum());
                number(json, "max", event.maximum());
                json.writeBooleanField("saturated", event.saturated());
                json.writeStringField("parent", event.parent());
                json.writeStringField("reason", event.reason());
                json.writeStringField("job", event.job());
            });
            default -> row(event);
        };
    }

    private static String row(WireRecord.Event event) {
        return String.join(",", List.of(event.bay().site(), event.bay().bay(), event.channel().wireName(),
                event.kind().wireName(), quoted(event.id()), time(event.timeNanos()), Double.toString(millis(event)),
                Boolean.toString(event.open()), blank(event.minimum()), blank(event.maximum()),
                Boolean.toString(event.saturated()), quoted(event.parent()), quoted(event.reason()),
                quoted(event.job()))) + "\n";
    }

    private static String blank(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }

    /** As RFC 4180 wants it, where it has to be. */
    private static String quoted(@Nullable String text) {
        String given = Optional.ofNullable(text).orElse("");
        return given.matches("[^\",\r\n]*") ? given : "\"" + given.replace("\"", "\"\"") + "\"";
    }

    private static double millis(WireRecord.Event event) {
        return event.durationNanos() / (double) EpochNanos.PER_MILLI;
    }

    private static String time(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }

    private static double value(long steps) {
        return steps / (double) WindowLimits.STEPS_PER_UNIT;
    }

    private static double mean(Cell cell) {
        return WindowLimits.rounded(value(cell.sum()) / cell.count());
    }

    private static void place(JsonGenerator json, String site, String bay, String channel, long nanos)
            throws IOException {
        json.writeStringField("site", site);
        json.writeStringField("bay", bay);
        json.writeStringField("channel", channel);
        json.writeStringField("time", time(nanos));
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String json(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON into memory", e);
        }
        return text.toString();
    }
}
