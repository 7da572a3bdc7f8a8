package org.terminal30.agent.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.terminal30.agent.job.Action;

/** What is said of a step, in an order: {@code step} alone is a tap, with {@code value} an entry, with {@code skip} a reason. */
final class StepCodec {
    private StepCodec() {
    }

    static ObjectNode write(ObjectNode json, Action action) {
        ObjectNode with = json.put("step", action.step());
        return switch (action) {
            case Action.Tap tap -> with;
            case Action.Enter enter -> with.put("value", enter.value());
            case Action.Skip skip -> with.put("skip", skip.why());
        };
    }

    static Action read(JsonNode json) throws MalformedOrderException {
        String step = OrderCodec.text(json, "step");
        if (json.hasNonNull("value") && json.hasNonNull("skip")) {
            throw new MalformedOrderException("\"value\" and \"skip\" exclude each other");
        }
        if (json.hasNonNull("value")) {
            return new Action.Enter(step, OrderCodec.text(json, "value"));
        }
        return json.hasNonNull("skip")
                ? new Action.Skip(step, OrderCodec.text(json, "skip"))
                : new Action.Tap(step);
    }
}
