package org.terminal30.agent.wire;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.JobSettings.Load;
import org.terminal30.agent.job.SaverProfile;

/** What a job is told at its start, as the {@code settings} of an order. */
final class SettingsCodec {
    private SettingsCodec() {
    }

    static ObjectNode write(ObjectNode json, JobSettings settings) {
        if (settings.equals(JobSettings.NONE)) {
            return json;
        }
        ObjectNode all = json.putObject("settings");
        SaverProfile saver = settings.saver();
        if (saver != null) {
            all.putObject("saver").put("name", saver.name()).put("noLoadVolts", saver.noLoadVolts())
                    .put("ratingAmperes", saver.ratingAmperes()).put("diodeVolts", saver.diodeVolts())
                    .put("holdFloorVolts", saver.holdFloorVolts()).put("testedAmperes", settings.testedAmperes());
        }
        Load load = settings.load();
        if (load != null) {
            all.putObject("load").put("amperes", load.amperes()).put("origin", load.origin());
        }
        settings.standby().forEach(all.withArrayProperty("standby")::add);
        if (settings.codePlace() != null) {
            all.put("codePlace", settings.codePlace());
        }
        if (settings.code() != null) {
            CodeRulesCodec.write(all.putObject("code"), settings.code());
        }
        return json;
    }

    static JobSettings read(JsonNode order) throws MalformedOrderException {
        JsonNode all = order.path("settings");
        if (all.isMissingNode() || all.isNull()) {
            return JobSettings.NONE;
        }
        JsonNode saver = all.path("saver");
        try {
            return new JobSettings(saver(saver), testedAmperes(saver), load(all.path("load")),
                    standby(all.path("standby")),
                    all.hasNonNull("codePlace") ? OrderCodec.text(all, "codePlace") : null,
                    all.hasNonNull("code") ? CodeRulesCodec.read(all.path("code")) : null);
        } catch (IllegalArgumentException outOfRange) {
            throw new MalformedOrderException("\"settings\": " + outOfRange.getMessage());
        }
    }

    private static @Nullable SaverProfile saver(JsonNode saver) throws MalformedOrderException {
        return saver.isMissingNode() || saver.isNull()
                ? null
                : new SaverProfile(OrderCodec.text(saver, "name"), number(saver, "noLoadVolts"),
                        saver.hasNonNull("ratingAmperes") ? (Double) number(saver, "ratingAmperes") : null,
                        number(saver, "diodeVolts"), number(saver, "holdFloorVolts"));
    }

    private static @Nullable Double testedAmperes(JsonNode saver) throws MalformedOrderException {
        return saver.hasNonNull("testedAmperes") ? (Double) number(saver, "testedAmperes") : null;
    }

    private static @Nullable Load load(JsonNode load) throws MalformedOrderException {
        return load.isMissingNode() || load.isNull()
                ? null
                : new Load(number(load, "amperes"), OrderCodec.text(load, "origin"));
    }

    private static List<String> standby(JsonNode sentences) throws MalformedOrderException {
        List<String> steps = new ArrayList<>();
        for (JsonNode sentence : sentences) {
            if (!sentence.isTextual()) {
                throw new MalformedOrderException("\"standby\" has %s, must be sentences".formatted(sentence));
            }
            steps.add(sentence.textValue());
        }
        return steps;
    }

    private static double number(JsonNode json, String name) throws MalformedOrderException {
        JsonNode value = json.path(name);
        if (!value.isNumber()) {
            throw new MalformedOrderException(
                    "\"%s\" is %s, must be a number".formatted(name, OrderCodec.shown(value)));
        }
        return value.doubleValue();
    }
}
