package org.terminal30.agent.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.Step;

/** The progress of a job as the JSON of {@code docs/wire.md}, on one line. Times are milliseconds since 1970. */
public final class ProgressText {
    /** A progress of twenty steps with all their evidence has a quarter of it. */
    static final int MAX_LENGTH = 16_384;

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
        if (progress.question() != null) {
            json.put("question", progress.question());
        }
        return json.toString();
    }

    private static void step(ObjectNode json, Step step) {
        json.put("id", step.id());
        if (step.words() != null) {
            json.put("words", step.words());
        }
        json.put("how", wire(step.how())).put("state", wire(step.state()));
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
        if (evidence.source() != null) {
            json.put("source", evidence.source());
        }
    }

    /** A word of a step or a verdict as it stands on the wire. */
    public static String wire(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The progress of a JSON text; its times are labels.
     *
     * @throws MalformedLineException when the text is not of this form, or too long
     */
    public static Progress read(String text) throws MalformedLineException {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedLineException(
                    "progress has %d characters, must have at most %d".formatted(text.length(), MAX_LENGTH));
        }
        try {
            JsonNode json = JSON.readTree(text);
            List<Step> steps = new ArrayList<>();
            for (JsonNode step : json.path("steps")) {
                steps.add(new Step(text(step, "id"), textOrNull(step, "words"), word(Step.How.class, step, "how"),
                        word(Step.State.class, step, "state"),
                        step.hasNonNull("atMillis") ? (Long) nanos(step, "atMillis") : null, textOrNull(step, "who"),
                        figures(step.path("figures")), textOrNull(step, "reason")));
            }
            List<JobVerdict> verdicts = new ArrayList<>();
            for (JsonNode verdict : json.path("verdicts")) {
                verdicts.add(new JobVerdict(text(verdict, "about"), text(verdict, "word"),
                        word(JobVerdict.Tint.class, verdict, "tint"), nanos(verdict, "sinceMillis"),
                        evidence(verdict.path("evidence"))));
            }
            return new Progress(steps, verdicts, figures(json.path("figures")), textOrNull(json, "question"));
        } catch (JsonProcessingException notJson) {
            throw new MalformedLineException("progress is not JSON: " + notJson.getOriginalMessage());
        }
    }

    private static List<Evidence> evidence(JsonNode all) throws MalformedLineException {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode one : all) {
            evidence.add(new Evidence(text(one, "about"), word(Evidence.Outcome.class, one, "outcome"),
                    text(one, "reason"), numberOrNull(one, "value"), numberOrNull(one, "limit"),
                    textOrNull(one, "unit"), textOrNull(one, "source")));
        }
        return evidence;
    }

    private static Map<String, Double> figures(JsonNode json) {
        Map<String, Double> figures = new HashMap<>();
        json.properties().forEach(entry -> figures.put(entry.getKey(), entry.getValue().asDouble()));
        return figures;
    }

    private static long nanos(JsonNode json, String name) throws MalformedLineException {
        if (!json.path(name).isIntegralNumber()) {
            throw new MalformedLineException("progress: \"%s\" must be milliseconds since 1970".formatted(name));
        }
        return TimeUnit.MILLISECONDS.toNanos(json.path(name).longValue());
    }

    private static String text(JsonNode json, String name) throws MalformedLineException {
        String text = textOrNull(json, name);
        if (text == null) {
            throw new MalformedLineException("progress: \"%s\" is missing".formatted(name));
        }
        return text;
    }

    private static @Nullable String textOrNull(JsonNode json, String name) {
        return json.path(name).isTextual() ? json.path(name).textValue() : null;
    }

    private static @Nullable Double numberOrNull(JsonNode json, String name) {
        return json.path(name).isNumber() ? (Double) json.path(name).doubleValue() : null;
    }

    private static <E extends Enum<E>> E word(Class<E> words, JsonNode json, String name)
            throws MalformedLineException {
        String text = text(json, name);
        for (E word : words.getEnumConstants()) {
            if (wire(word).equals(text)) {
                return word;
            }
        }
        throw new MalformedLineException("progress: \"%s\" is \"%s\", must be one of %s".formatted(name, text,
                Arrays.stream(words.getEnumConstants()).map(ProgressText::wire).collect(Collectors.joining(" "))));
    }
}
