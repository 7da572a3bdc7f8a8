package org.terminal30.agent.wire;

import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.terminal30.agent.wire.Order.Header;

/** Orders to the JSON of {@code docs/wire.md} and back. Unknown fields are left alone, so that orders can grow. */
public final class OrderCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private OrderCodec() {
    }

    /** The JSON of an order, on one line. */
    public static String json(Order order) {
        Header header = order.header();
        ObjectNode json = JSON.createObjectNode().put("id", header.id()).put("action", order.action())
                .put("expectedRevision", header.expectedRevision()).put("expiresAt", header.expiresAt().toString());
        if (header.who() != null) {
            json.put("who", header.who());
        }
        ObjectNode whole = switch (order) {
            case Order.StartJob start ->
                SettingsCodec.write(json.put("kind", start.kind()).put("vehicle", start.vehicle()), start.settings());
            case Order.TickStep tick -> StepCodec.write(json.put("job", tick.job()), tick.said());
            case Order.FinishJob finish -> json.put("job", finish.job());
            case Order.AbortJob abort -> json.put("job", abort.job());
            case Order.Acknowledge acknowledge -> json.put("alarm", acknowledge.alarm());
            case Order.Silence silence -> json.put("alarm", silence.alarm());
            case Order.Reset reset -> json.put("alarm", reset.alarm());
            case Order.Shelve shelve -> json.put("alarm", shelve.alarm()).put("minutes", shelve.minutes())
                    .put("why", shelve.why());
            case Order.Unshelve unshelve -> json.put("alarm", unshelve.alarm());
        };
        return whole.toString();
    }

    /**
     * The order of a JSON text.
     *
     * @throws MalformedOrderException when the text is not JSON, the action is unknown, or something it needs is missing or
     *     of the wrong type
     */
    public static Order order(String text) throws MalformedOrderException {
        JsonNode json = object(text);
        Header header = header(json);
        String action = text(json, "action");
        return switch (action) {
            case "start-job" ->
                new Order.StartJob(header, text(json, "kind"), text(json, "vehicle"), SettingsCodec.read(json));
            case "tick-step" -> new Order.TickStep(header, text(json, "job"), StepCodec.read(json));
            case "finish-job" -> new Order.FinishJob(header, text(json, "job"));
            case "abort-job" -> new Order.AbortJob(header, text(json, "job"));
            case "acknowledge" -> new Order.Acknowledge(header, text(json, "alarm"));
            case "silence" -> new Order.Silence(header, text(json, "alarm"));
            case "reset" -> new Order.Reset(header, text(json, "alarm"));
            case "shelve" -> new Order.Shelve(header, text(json, "alarm"), integer(json, "minutes", 1),
                    text(json, "why"));
            case "unshelve" -> new Order.Unshelve(header, text(json, "alarm"));
            default -> throw new MalformedOrderException(
                    "unknown action \"%s\", known are start-job tick-step finish-job abort-job acknowledge silence reset shelve unshelve"
                            .formatted(action));
        };
    }

    private static JsonNode object(String text) throws MalformedOrderException {
        try {
            JsonNode json = JSON.readTree(text);
            if (json instanceof ObjectNode) {
                return json;
            }
        } catch (JsonProcessingException notJson) {
            throw new MalformedOrderException("not JSON: " + notJson.getOriginalMessage());
        }
        throw new MalformedOrderException("an order must be a JSON object");
    }

    private static Header header(JsonNode json) throws MalformedOrderException {
        int revision = integer(json, "expectedRevision", 0);
        String id = text(json, "id");
        JsonNode who = json.path("who");
        return new Header(id, revision, instant(text(json, "expiresAt")),
                who.isMissingNode() || who.isNull() ? null : text(json, "who"));
    }

    private static Instant instant(String text) throws MalformedOrderException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException invalid) {
            throw new MalformedOrderException(
                    "\"expiresAt\" is \"%s\", must be a time such as 2026-11-21T14:32:07Z".formatted(text));
        }
    }

    private static int integer(JsonNode json, String name, int least) throws MalformedOrderException {
        JsonNode value = json.path(name);
        if (!value.isInt() || value.intValue() < least) {
            throw new MalformedOrderException(
                    "\"%s\" is %s, must be an integer of at least %d".formatted(name, shown(value), least));
        }
        return value.intValue();
    }

    static String text(JsonNode json, String name) throws MalformedOrderException {
        JsonNode value = json.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new MalformedOrderException(
                    "\"%s\" is %s, must be a string that is not empty".formatted(name, shown(value)));
        }
        return value.textValue();
    }

    static String shown(JsonNode value) {
        return value.isMissingNode() ? "missing" : value.toString();
    }
}
