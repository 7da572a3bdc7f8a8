package org.terminal30.agent.analyse;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;

/**
 * One JSON object per line: the records in order of their start, then the summary. {@code parent} of a nested record is the
 * line, from 1, of the record that contains it.
 */
final class JsonReport {
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final Analysis analysis;
    private final Map<Long, Integer> lines = new HashMap<>();

    JsonReport(Analysis analysis) {
        this.analysis = analysis;
        for (SupplyEvent event : analysis.events()) {
            lines.put(event.sequence(), lines.size() + 1);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (SupplyEvent event : analysis.events()) {
            text.append(object(json -> writeEvent(json, event))).append('\n');
        }
        return text.append(object(this::writeSummary)).append('\n').toString();
    }

    private void writeEvent(JsonGenerator json, SupplyEvent event) throws IOException {
        json.writeStringField("kind", event.kind().wireName());
        json.writeStringField("channel", event.channel().wireName());
        json.writeNumberField("startSeconds", Quantities.seconds(event.startNanos()));
        json.writeNumberField("durationMillis", Quantities.millis(event.durationNanos()));
        if (event.kind() == EventKind.SURGE) {
            json.writeNumberField("maxVolts", Quantities.volts(event.maximum()));
        } else if (event.kind() != EventKind.NOT_WATCHING) {
            json.writeNumberField("minVolts", Quantities.volts(event.minimum()));
        }
        if (event.saturated()) {
            json.writeBooleanField("saturated", true);
        }
        if (event.reason() != null) {
            json.writeStringField(event.kind() == EventKind.DIP ? "endReason" : "reason", event.reason());
        }
        Integer parentLine = lines.get(event.parent());
        if (parentLine != null) {
            json.writeNumberField("parent", parentLine);
        }
        json.writeBooleanField("open", event.open());
    }

    private void writeSummary(JsonGenerator json) throws IOException {
        json.writeStringField("kind", "summary");
        json.writeNumberField("durationSeconds", Quantities.seconds(analysis.durationNanos()));
        json.writeNumberField("sampleRateHertz", Quantities.hertz(analysis.sampleRateHertz()));
        json.writeArrayFieldStart("gaps");
        for (Gap gap : analysis.gaps()) {
            json.writeStartObject();
            json.writeNumberField("startSeconds", Quantities.seconds(gap.startNanos()));
            json.writeNumberField("durationMillis", Quantities.millis(gap.durationNanos()));
            json.writeEndObject();
        }
        json.writeEndArray();
        // Verdicts are those of a procedure: without one there are none.
        json.writeArrayFieldStart("verdicts");
        json.writeEndArray();
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON into memory", e);
        }
        return text.toString();
    }

    /** Writes the fields of an object. */
    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
