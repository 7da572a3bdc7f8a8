package org.terminal30.agent.simulate;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.model.Truth;

/** One JSON object per line; {@code told} says what it is, and seconds count from the beginning. */
public final class JsonTelling implements Telling {
    private static final double SECOND = 1e9;
    private static final double MILLI = 1e6;

    @Override
    public String record(WireRecord record) {
        return switch (record) {
            case WireRecord.Event event -> event(event).toString();
            case WireRecord.Alarm alarm -> object("alarm", alarm.timeNanos()).put("kind", alarm.kind().wireName())
                    .put("channel", alarm.channel().wireName()).put("priority", alarm.priority().wireName())
                    .put("state", alarm.state().wireName()).put("condition", alarm.condition())
                    .put("phase", alarm.phase()).toString();
            case WireRecord.Job job -> job(job).toString();
            default -> "";
        };
    }

    private static ObjectNode event(WireRecord.Event event) {
        ObjectNode json = object("record", event.timeNanos()).put("kind", event.kind().wireName())
                .put("channel", event.channel().wireName()).put("durationMillis", event.durationNanos() / MILLI)
                .put("open", event.open());
        if (event.minimum() != null) {
            json.put("min", event.minimum());
        }
        if (event.maximum() != null) {
            json.put("max", event.maximum());
        }
        return event.reason() == null ? json : json.put("reason", event.reason());
    }

    private static ObjectNode job(WireRecord.Job job) {
        ObjectNode json = object("job", job.timeNanos()).put("kind", job.kind()).put("state", job.state())
                .put("phase", job.phase());
        if (job.progress() != null) {
            ObjectNode verdicts = json.putObject("verdicts");
            Story.progress(job.progress()).verdicts().forEach(said -> verdicts.put(said.about(), said.word()));
        }
        return job.refused() == null ? json : json.put("refused", job.refused());
    }

    private static ObjectNode object(String told, long labelNanos) {
        return JsonNodeFactory.instance.objectNode().put("told", told).put("seconds", labelNanos / SECOND);
    }

    @Override
    public String end(Truth truth, List<String> surprises) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("told", "truth")
                .put("memoryKept", truth.memoryKept()).put("feedBroken", truth.feedBroken())
                .put("longestBreakMillis", truth.longestBreakSeconds() * 1_000);
        truth.memoryLostSeconds().ifPresent(seconds -> json.put("memoryLostSeconds", seconds));
        json.put("radioMinVolts", truth.radioMinVolts()).put("onboardMinVolts", truth.onboardMinVolts())
                .put("saverFuseBlown", truth.saverFuseBlown()).put("engineRuns", truth.engineRuns())
                .put("batteryCharge", truth.batteryCharge()).put("breaksLeftOut", truth.breaksLeftOut());
        ArrayNode breaks = json.putArray("breaks");
        for (Truth.Break one : truth.breaks()) {
            breaks.addObject().put("seconds", one.startSeconds()).put("durationMillis", one.seconds() * 1_000)
                    .put("open", one.open());
        }
        ArrayNode unexpected = json.putArray("unexpected");
        surprises.forEach(unexpected::add);
        return json.toString();
    }
}
