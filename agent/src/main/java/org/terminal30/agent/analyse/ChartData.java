package org.terminal30.agent.analyse;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntToLongFunction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/**
 * What the chart of the page draws, as JSON. Whole numbers keep it small: times are microseconds, each counted from the one
 * before, and voltages are millivolts.
 */
final class ChartData {
    private static final long MICRO_NANOS = 1_000;
    private static final double MILLIVOLTS = 1_000;
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Analysis analysis;
    private final List<Envelope> envelopes;

    ChartData(Analysis analysis, List<Envelope> envelopes) {
        this.analysis = analysis;
        this.envelopes = List.copyOf(envelopes);
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("micros", analysis.recording().durationNanos() / MICRO_NANOS);
            json.writeNumberField("low", DetectorConfig.DEFAULT.low().startVolts());
            json.writeNumberField("critical", DetectorConfig.DEFAULT.critical().startVolts());
            json.writeArrayFieldStart("channels");
            for (Envelope envelope : envelopes) {
                channel(json, envelope);
            }
            json.writeEndArray();
            events(json);
            gaps(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON into memory", e);
        }
        return text.toString();
    }

    private static void channel(JsonGenerator json, Envelope envelope) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", envelope.channel().wireName());
        json.writeStringField("name", Wording.channel(envelope.channel()));
        array(json, "steps", envelope.size(), index -> envelope.nanosAt(index) / MICRO_NANOS
                - (index == 0 ? 0 : envelope.nanosAt(index - 1) / MICRO_NANOS));
        array(json, "min", envelope.size(), index -> millivolts(envelope.minimumAt(index)));
        array(json, "max", envelope.size(), index -> millivolts(envelope.maximumAt(index)));
        array(json, "mean", envelope.size(), index -> millivolts(envelope.meanAt(index)));
        json.writeEndObject();
    }

    private static void array(JsonGenerator json, String name, int size, IntToLongFunction number) throws IOException {
        json.writeArrayFieldStart(name);
        for (int index = 0; index < size; index++) {
            json.writeNumber(number.applyAsLong(index));
        }
        json.writeEndArray();
    }

    private static long millivolts(double volts) {
        return Math.round(volts * MILLIVOLTS);
    }

    private void events(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("events");
        for (SupplyEvent event : analysis.events()) {
            json.writeStartObject();
            json.writeStringField("kind", event.kind().wireName());
            json.writeStringField("channel", event.channel().wireName());
            json.writeStringField("name", Wording.kind(event.kind()));
            json.writeStringField("level", Severity.of(event).cssName());
            json.writeNumberField("from", event.startNanos() / MICRO_NANOS);
            json.writeNumberField("to", event.endNanos() / MICRO_NANOS);
            double extreme = event.kind() == EventKind.SURGE ? event.maximum() : event.minimum();
            if (event.channel().unit() == Channel.Unit.VOLT && !Double.isNaN(extreme)) {
                json.writeNumberField("volts", Quantities.volts(extreme));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void gaps(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("gaps");
        for (Gap gap : analysis.gaps()) {
            json.writeStartArray();
            json.writeNumber(gap.startNanos() / MICRO_NANOS);
            json.writeNumber(gap.endNanos() / MICRO_NANOS);
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
