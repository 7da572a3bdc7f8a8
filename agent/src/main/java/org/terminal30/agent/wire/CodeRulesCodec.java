package org.terminal30.agent.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.Lockouts;

/** What is known of a head unit's lock, as {@code code} in the settings of a job. */
final class CodeRulesCodec {
    private CodeRulesCodec() {
    }

    static void write(ObjectNode json, CodeRules rules) {
        json.put("refused", rules.refused());
        if (rules.attempts() != null) {
            json.put("attempts", rules.attempts());
        }
        if (rules.lockedSeconds() != null) {
            json.put("lockedSeconds", rules.lockedSeconds());
        }
        Lockouts lockouts = rules.lockouts();
        if (lockouts != null) {
            ArrayNode waits = json.putObject("lockouts").put("codesPerWait", lockouts.codesPerWait())
                    .putArray("waits");
            lockouts.waits().forEach(wait -> wait(waits.addObject(), wait));
        }
        if (rules.ignitionOn() != null) {
            json.put("ignitionOn", rules.ignitionOn());
        }
        if (rules.engineRunning() != null) {
            json.put("engineRunning", rules.engineRunning());
        }
        rules.entry().forEach(json.withArrayProperty("entry")::add);
        rules.sources().forEach(json.putObject("sources")::put);
    }

    private static void wait(ObjectNode json, Lockouts.Wait wait) {
        if (wait.minMinutes() != null) {
            json.put("minMinutes", wait.minMinutes());
        }
        if (wait.maxMinutes() != null) {
            json.put("maxMinutes", wait.maxMinutes());
        }
    }

    static CodeRules read(JsonNode json) throws MalformedOrderException {
        Integer refused = integer(json, "refused");
        Integer lockedSeconds = integer(json, "lockedSeconds");
        return new CodeRules(integer(json, "attempts"), refused == null ? 0 : refused,
                lockedSeconds == null ? null : (Long) (long) lockedSeconds, lockouts(json.path("lockouts")),
                flag(json, "ignitionOn"), flag(json, "engineRunning"), entry(json.path("entry")),
                sources(json.path("sources")));
    }

    private static @Nullable Lockouts lockouts(JsonNode json) throws MalformedOrderException {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        List<Lockouts.Wait> waits = new ArrayList<>();
        for (JsonNode wait : json.path("waits")) {
            waits.add(new Lockouts.Wait(integer(wait, "minMinutes"), integer(wait, "maxMinutes")));
        }
        Integer codes = integer(json, "codesPerWait");
        return new Lockouts(codes == null ? 0 : codes, waits);
    }

    private static List<String> entry(JsonNode json) throws MalformedOrderException {
        List<String> sentences = new ArrayList<>();
        for (JsonNode sentence : json) {
            sentences.add(text("entry", sentence));
        }
        return sentences;
    }

    private static Map<String, String> sources(JsonNode json) throws MalformedOrderException {
        Map<String, String> sources = new HashMap<>();
        for (Map.Entry<String, JsonNode> source : json.properties()) {
            sources.put(source.getKey(), text(source.getKey(), source.getValue()));
        }
        return sources;
    }

    private static String text(String name, JsonNode value) throws MalformedOrderException {
        if (!value.isTextual()) {
            throw new MalformedOrderException("\"%s\" has %s, must be a sentence".formatted(name, value));
        }
        return value.textValue();
    }

    private static @Nullable Integer integer(JsonNode json, String name) throws MalformedOrderException {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new MalformedOrderException(
                    "\"%s\" is %s, must be an integer".formatted(name, OrderCodec.shown(value)));
        }
        return value.intValue();
    }

    private static @Nullable Boolean flag(JsonNode json, String name) throws MalformedOrderException {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new MalformedOrderException(
                    "\"%s\" is %s, must be true or false".formatted(name, OrderCodec.shown(value)));
        }
        return value.booleanValue();
    }
}
