package org.terminal30.agent.analyse;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.FirstFailure;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

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
        writeExtreme(json, event);
        if (event.saturated()) {
            json.writeBooleanField("saturated", true);
        }
        if (event.reason() != null) {
            json.writeStringField(event.kind() == EventKind.DIP ? "endReason" : "reason", event.reason());
        }
        writeDetail(json, event.detail());
        Integer parentLine = lines.get(event.parent());
        if (parentLine != null) {
            json.writeNumberField("parent", parentLine);
        }
        json.writeBooleanField("open", event.open());
    }

    private static void writeExtreme(JsonGenerator json, SupplyEvent event) throws IOException {
        boolean surge = event.kind() == EventKind.SURGE;
        double extreme = surge ? event.maximum() : event.minimum();
        if (event.kind() != EventKind.NOT_WATCHING && !Double.isNaN(extreme)) {
            json.writeNumberField(surge ? "maxVolts" : "minVolts", Quantities.volts(extreme));
        }
    }

    private void writeSummary(JsonGenerator json) throws IOException {
        json.writeStringField("kind", "summary");
        json.writeNumberField("durationSeconds", Quantities.seconds(analysis.recording().durationNanos()));
        json.writeNumberField("sampleRateHertz", Quantities.hertz(analysis.recording().sampleRateHertz()));
        json.writeArrayFieldStart("gaps");
        for (Gap gap : analysis.gaps()) {
            json.writeStartObject();
            json.writeNumberField("startSeconds", Quantities.seconds(gap.startNanos()));
            json.writeNumberField("durationMillis", Quantities.millis(gap.durationNanos()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("verdicts");
        for (Verdict verdict : analysis.verdicts()) {
            writeVerdict(json, verdict);
        }
        json.writeEndArray();
        writeFirstFailures(json);
        writeRemarks(json);
    }

    private static void writeVerdict(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", verdict.step());
        json.writeStringField("verdict", verdict.verdict());
        if (!Double.isNaN(verdict.value())) {
            json.writeNumberField("value", Quantities.volts(verdict.value()));
            json.writeStringField("unit", verdict.unit());
        }
        json.writeStringField("limit", verdict.limit());
        json.writeStringField("source", verdict.source());
        if (!verdict.remark().isEmpty()) {
            json.writeStringField("remark", verdict.remark());
        }
        json.writeEndObject();
    }

    /** Only where two channels failed. */
    private void writeFirstFailures(JsonGenerator json) throws IOException {
        List<FirstFailure> failures = analysis.firstFailures();
        if (failures.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("firstFailures");
        for (FirstFailure failure : failures) {
            json.writeStartObject();
            json.writeNumberField("startSeconds", Quantities.seconds(failure.earlier().startNanos()));
            json.writeStringField("first", failure.first().map(Channel::wireName).orElse("cannot-tell"));
            json.writeArrayFieldStart("channels");
            json.writeString(failure.earlier().channel().wireName());
            json.writeString(failure.later().channel().wireName());
            json.writeEndArray();
            json.writeNumberField("delayMillis", Quantities.millis(failure.delayNanos()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Only where something was taken for granted, left out or changed. */
    private void writeRemarks(JsonGenerator json) throws IOException {
        List<String> remarks = analysis.recording().facts().remarks();
        if (!remarks.isEmpty()) {
            json.writeArrayFieldStart("remarks");
            for (String remark : remarks) {
                json.writeString(remark);
            }
            json.writeEndArray();
        }
    }

    private static void writeDetail(JsonGenerator json, @Nullable RecordDetail detail) throws IOException {
        switch (detail) {
            case null -> {
                // Most kinds have none.
            }
            case RecordDetail.Cranking cranking -> {
                json.writeNumberField("restVolts", Quantities.volts(cranking.restVolts()));
                json.writeBooleanField("started", cranking.started());
                if (cranking.recoveryNanos() != null) {
                    json.writeNumberField("recoveryMillis", Quantities.millis(cranking.recoveryNanos()));
                }
                if (cranking.rippleVoltsPeakToPeak() != null) {
                    json.writeNumberField("rippleVoltsPeakToPeak", Quantities.volts(cranking.rippleVoltsPeakToPeak()));
                }
            }
            case RecordDetail.Chattering chattering -> {
                json.writeStringField("of", chattering.of().wireName());
                json.writeNumberField("count", chattering.count());
            }
        }
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
