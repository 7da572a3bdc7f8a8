package org.terminal30.agent.wire;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.Step;

/** The progress of a job as the JSON of {@code docs/wire.md}, on one line. Times are milliseconds since 1970. */
public final class ProgressText {
    private static final JsonMapper JSON = new JsonMapper();

    private ProgressText() {
    }

    /**
     * The JSON of a progress.
     *
     * @param progress its times are labels
     */
    public static String of(Progress progress) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode steps = json.putArray("steps");
        progress.steps().forEach(step -> step(steps.addObject(), step));
        ArrayNode verdicts = json.putArray("verdicts");
        progress.verdicts().forEach(verdict -> verdict(verdicts.addObject(), verdict));
        ObjectNode figures = json.putObject("figures");
        progress.figures().forEach(figures::put);
        return json.toString();
    }

    private static void step(ObjectNode json, Step step) {
        json.put("id", step.id()).put("how", wire(step.how())).put("state", wire(step.state()));
        if (step.atNanos() != null) {
            json.put("atMillis", TimeUnit.NANOSECONDS.toMillis(step.atNanos()));
        }
        if (step.who() != null) {
            json.put("who", step.who());
        }
        if (step.reason() != null) {
            json.put("reason", step.reason());
        }
        if (!step.figures().isEmpty()) {
            ObjectNode figures = json.putObject("figures");
            step.figures().forEach(figures::put);
        }
    }

    private static void verdict(ObjectNode json, JobVerdict verdict) {
        json.put("about", verdict.about()).put("word", verdict.word()).put("tint", wire(verdict.tint()))
                .put("sinceMillis", TimeUnit.NANOSECONDS.toMillis(verdict.sinceNanos()));
        ArrayNode all = json.putArray("evidence");
        verdict.evidence().forEach(evidence -> evidence(all.addObject(), evidence));
    }

    private static void evidence(ObjectNode json, Evidence evidence) {
        json.put("about", evidence.about()).put("outcome", wire(evidence.outcome())).put("reason", evidence.reason());
        if (evidence.value() != null) {
            json.put("value", evidence.value());
        }
        if (evidence.limit() != null) {
            json.put("limit", evidence.limit());
        }
        if (evidence.unit() != null) {
            json.put("unit", evidence.unit());
        }
    }

    private static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
