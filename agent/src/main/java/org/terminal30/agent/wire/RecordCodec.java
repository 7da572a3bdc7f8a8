package org.terminal30.agent.wire;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.alarm.Priority;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.hardware.sample.CalibrationState;

/** Records to points and back. Encoding and decoding is identity; a point with fields we do not know is a fault. */
public final class RecordCodec {
    private RecordCodec() {
    }

    /** The line of a record, without a line end. */
    public static String line(WireRecord record) {
        return LineProtocol.format(point(record));
    }

    public static Point point(WireRecord record) {
        return switch (record) {
            case WireRecord.Window window -> point(window);
            case WireRecord.Event event -> point(event);
            case WireRecord.Waveform waveform -> point(waveform);
            case WireRecord.Alarm alarm -> point(alarm);
            case WireRecord.Job job -> point(job);
            case WireRecord.Agent agent -> point(agent);
            case WireRecord.ChannelStatus channel -> point(channel);
        };
    }

    private static Point point(WireRecord.Window window) {
        return new Draft("voltage", window).tag("channel", window.channel().wireName())
                .field("min", window.minimum()).field("max", window.maximum())
                .field("sum", window.sum()).field("n", window.count()).point();
    }

    private static Point point(WireRecord.Event event) {
        return new Draft("event", event).tag("channel", event.channel().wireName())
                .tag("kind", event.kind().wireName()).tag("id", event.id())
                .field("rev", (long) event.revision()).field("open", event.open())
                .field("duration", event.durationNanos())
                .field("min", event.minimum()).field("max", event.maximum())
                .field("saturated", event.saturated())
                .field("parent", event.parent()).field("reason", event.reason())
                .field("job", event.job()).field("clock", event.clock().wireName())
                .detail(event.detail()).point();
    }

    private static Point point(WireRecord.Waveform waveform) {
        Samples samples = waveform.samples();
        return new Draft("waveform", waveform).tag("channel", waveform.channel().wireName())
                .field("n", (long) samples.count()).field("span", samples.spanNanos())
                .field("resolution", (long) samples.stepsPerUnit()).field("data", WaveformText.text(samples))
                .field("clock", waveform.clock().wireName()).point();
    }

    private static Point point(WireRecord.Alarm alarm) {
        return new Draft("alarm", alarm).tag("channel", alarm.channel().wireName()).tag("id", alarm.id())
                .field("rev", (long) alarm.revision()).field("kind", alarm.kind().wireName())
                .field("priority", alarm.priority().wireName()).field("state", alarm.state().wireName())
                .field("condition", alarm.condition()).field("raised", alarm.raisedNanos())
                .field("silenced_until", alarm.silencedUntilNanos()).field("phase", alarm.phase())
                .field("count", alarm.count() == 0 ? null : (long) alarm.count()).shelf(alarm.shelf())
                .field("event", alarm.event()).field("job", alarm.job()).field("who", alarm.who())
                .field("order", alarm.order()).field("refused", alarm.refused()).point();
    }

    private static Point point(WireRecord.Job job) {
        return new Draft("job", job).tag("id", job.id())
                .field("rev", (long) job.revision()).field("kind", job.kind())
                .field("state", job.state()).field("phase", job.phase())
                .field("started", job.startedNanos()).field("vehicle", job.vehicle())
                .field("who", job.who()).field("order", job.order())
                .field("refused", job.refused()).field("progress", job.progress()).point();
    }

    private static Point point(WireRecord.Agent agent) {
        return new Draft("agent", agent)
                .field("version", agent.version()).field("source", agent.source())
                .field("watching", agent.watching()).field("trouble", agent.trouble())
                .field("vehicle", agent.vehicle()).field("rate", agent.rateHertz())
                .field("malformed", agent.malformed()).field("pending", agent.pending())
                .field("quarantined", agent.quarantined()).field("boot", agent.boot())
                .field("clock", agent.clock().wireName()).point();
    }

    private static Point point(WireRecord.ChannelStatus status) {
        LocalDate calibratedOn = status.calibratedOn();
        return new Draft("channel", status).tag("channel", status.channel().wireName())
                .field("device", status.device()).field("rate", status.rateHertz())
                .field("nominal", status.nominalRateHertz()).field("calibration", status.calibration().wireName())
                .field("calibrated_on", calibratedOn == null ? null : calibratedOn.toString())
                .field("due", status.due()).point();
    }

    /**
     * The record of a point.
     *
     * @throws MalformedLineException when the measurement, a channel or a kind is unknown, or a tag or field is missing, of
     *     the wrong type or not of the record
     */
    public static WireRecord record(Point point) throws MalformedLineException {
        var fields = new PointReader(point);
        var record = switch (point.measurement()) {
            case "voltage" -> window(fields);
            case "event" -> event(fields);
            case "waveform" -> waveform(fields);
            case "alarm" -> alarm(fields);
            case "job" -> job(fields);
            case "agent" -> agent(fields);
            case "channel" -> channel(fields);
            default -> throw new MalformedLineException(
                    "unknown measurement \"%s\", known are voltage event waveform alarm job agent channel"
                            .formatted(point.measurement()));
        };
        fields.nothingLeft();
        return record;
    }

    private static WireRecord window(PointReader in) throws MalformedLineException {
        long count = in.integer("n");
        if (count < 1) {
            throw new MalformedLineException("the field \"n\" is %d, must be at least 1".formatted(count));
        }
        var window = new WireRecord.Window(in.bay(), in.channel(), in.timeNanos(), in.number("min"), in.number("max"),
                in.number("sum"), count);
        WindowLimits.check(window);
        return window;
    }

    private static WireRecord event(PointReader in) throws MalformedLineException {
        EventKind kind = in.kind(in.tag("kind"));
        return new WireRecord.Event(in.bay(), in.channel(), kind, in.tag("id"), in.timeNanos(),
                in.revision(), in.flag("open"), in.integer("duration"), in.numberOrNull("min"), in.numberOrNull("max"),
                in.flag("saturated"), in.textOrNull("parent"), in.textOrNull("reason"), in.textOrNull("job"),
                in.clock(), in.detail(kind));
    }

    private static WireRecord waveform(PointReader in) throws MalformedLineException {
        return new WireRecord.Waveform(in.bay(), in.channel(), in.timeNanos(), WaveformText.samples(in), in.clock());
    }

    private static WireRecord alarm(PointReader in) throws MalformedLineException {
        AlarmState state = in.word("state", AlarmState.values(), AlarmState::wireName);
        return new WireRecord.Alarm(in.bay(), in.channel(), in.tag("id"), in.timeNanos(), in.revision(),
                in.kind(in.text("kind")), in.word("priority", Priority.values(), Priority::wireName), state,
                in.flag("condition"), in.countOrZero("count"), in.integer("raised"), in.integer("silenced_until"),
                state == AlarmState.SHELVED ? shelf(in) : null, in.textOrNull("phase"), in.textOrNull("event"),
                in.textOrNull("job"), in.textOrNull("who"), in.textOrNull("order"), in.textOrNull("refused"));
    }

    private static WireRecord.Shelf shelf(PointReader in) throws MalformedLineException {
        return new WireRecord.Shelf(in.integer("shelved_until"), in.textOrNull("shelved_by"), in.text("why"));
    }

    private static WireRecord job(PointReader in) throws MalformedLineException {
        return new WireRecord.Job(in.bay(), in.tag("id"), in.timeNanos(), in.revision(), in.text("kind"),
                in.text("state"), in.text("phase"), in.integer("started"), in.textOrNull("vehicle"),
                in.textOrNull("who"), in.textOrNull("order"), in.textOrNull("refused"), progress(in));
    }

    private static @Nullable String progress(PointReader in) throws MalformedLineException {
        String text = in.textOrNull("progress");
        if (text != null) {
            ProgressText.read(text);
        }
        return text;
    }

    private static WireRecord agent(PointReader in) throws MalformedLineException {
        return new WireRecord.Agent(in.bay(), in.timeNanos(), in.text("version"), in.text("source"),
                in.flag("watching"), in.textOrNull("trouble"), in.flag("vehicle"), in.number("rate"),
                in.integer("malformed"), in.integer("pending"), in.integer("quarantined"), in.integer("boot"),
                in.clock());
    }

    private static WireRecord channel(PointReader in) throws MalformedLineException {
        return new WireRecord.ChannelStatus(in.bay(), in.channel(), in.timeNanos(), in.text("device"),
                in.number("rate"), in.number("nominal"),
                in.word("calibration", CalibrationState.values(), CalibrationState::wireName),
                in.dayOrNull("calibrated_on"), in.flag("due"));
    }

    /** A point in the making; absent values leave no field. */
    private static final class Draft {
        private final String measurement;
        private final long timeNanos;
        private final TreeMap<String, String> tags = new TreeMap<>();
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Draft(String measurement, WireRecord record) {
            this.measurement = measurement;
            this.timeNanos = record.timeNanos();
            tag("site", record.bay().site()).tag("bay", record.bay().bay());
        }

        Draft tag(String name, String value) {
            tags.put(name, value);
            return this;
        }

        Draft field(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }

        Draft shelf(WireRecord.@Nullable Shelf shelf) {
            return shelf == null
                    ? this
                    : field("shelved_until", shelf.untilNanos()).field("shelved_by", shelf.who()).field("why",
                            shelf.why());
        }

        Draft detail(@Nullable RecordDetail detail) {
            return switch (detail) {
                case null -> this;
                case RecordDetail.Cranking cranking -> field("rest", cranking.restVolts())
                        .field("ripple", cranking.rippleVoltsPeakToPeak()).field("recovery", cranking.recoveryNanos());
                case RecordDetail.Chattering chattering -> field("of", chattering.of().wireName())
                        .field("count", (long) chattering.count());
            };
        }

        Point point() {
            return new Point(measurement, tags, fields, timeNanos);
        }
    }
}
