package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.scenario.BayAction;

/** Does what somebody at the bay would do with the page, over the same API. */
final class Technician {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(200);

    private final DashboardClient dashboard;
    private final String bay;

    Technician(DashboardClient dashboard, String bay) {
        this.dashboard = dashboard;
        this.bay = bay;
    }

    /** Registers a car and returns its id. */
    long register(String plate, String make, String model, String generation)
            throws IOException, InterruptedException {
        ObjectNode vehicle = object().put("plate", plate).put("make", make).put("model", model)
                .put("generation", generation);
        return dashboard.post("/api/vehicles", vehicle).path("id").asLong();
    }

    /** Enters the radio of a car. */
    void fitRadio(long vehicle, String maker, String profile) throws IOException, InterruptedException {
        ObjectNode radio = object().put("maker", maker).put("profile", profile).put("codePlace", "card")
                .put("codePlaceNote", "glove compartment");
        long id = dashboard.post("/api/head-units", radio).path("headUnit").path("id").asLong();
        dashboard.post("/api/head-units/%d/fit".formatted(id), object().put("vehicle", vehicle));
    }

    /** Does what the scenario says. */
    void act(BayAction.OnPage action, long vehicle) throws IOException, InterruptedException {
        switch (action) {
            case BayAction.StartJob start -> startJob(start.kind(), vehicle);
            case BayAction.FinishJob finish -> endJob("finish");
            case BayAction.AbortJob abort -> endJob("abort");
            case BayAction.Tap tap -> say(tap.step(), object());
            case BayAction.Enter enter -> say(enter.step(), object().put("value", enter.value()));
            case BayAction.Skip skip -> say(skip.step(), object().put("skip", skip.why()));
        }
    }

    private void startJob(JobKind kind, long vehicle) throws IOException, InterruptedException {
        if (!bay().path("job").isObject()) {
            dashboard.post("/api/bays/" + bay + "/job",
                    object().put("kind", kind.wireName()).put("vehicle", vehicle));
        }
    }

    /** Answers every alarm and ends the job, whatever the scenario has left of them. */
    void tidyUp() throws IOException, InterruptedException {
        answerAlarms();
        endJob("finish");
    }

    /** Acknowledges every alarm, and resets those that wait for it. */
    void answerAlarms() throws IOException, InterruptedException {
        for (JsonNode alarm : bay().path("alarms")) {
            act(alarm, "acknowledge");
        }
        for (JsonNode alarm : bay().path("alarms")) {
            act(alarm, "reset");
        }
    }

    private void say(String step, ObjectNode said) throws IOException, InterruptedException {
        if (bay().path("job").isObject()) {
            dashboard.post("/api/bays/%s/job/steps/%s".formatted(bay, step), said);
        }
    }

    private void endJob(String how) throws IOException, InterruptedException {
        JsonNode job = bay().path("job");
        if (job.isObject()) {
            dashboard.post("/api/bays/%s/job/%s".formatted(bay, how), revisionOf(job));
        }
    }

    private void act(JsonNode alarm, String action) throws IOException, InterruptedException {
        for (JsonNode allowed : alarm.path("actions")) {
            if (allowed.asText().equals(action)) {
                dashboard.post("/api/alarms/%s/%s".formatted(alarm.path("id").asText(), action), revisionOf(alarm));
            }
        }
    }

    /** Waits until the bay takes orders; false when it does not within the bound. */
    boolean awaitBay(Duration bound) throws IOException, InterruptedException {
        for (long looks = bound.dividedBy(LOOK_INTERVAL); looks > 0; looks--) {
            for (JsonNode known : dashboard.get("/api/bays")) {
                if (known.path("bay").asText().equals(bay) && known.path("online").asBoolean()) {
                    return true;
                }
            }
            Thread.sleep(LOOK_INTERVAL);
        }
        return false;
    }

    private JsonNode bay() throws IOException, InterruptedException {
        return dashboard.get("/api/bays/" + bay);
    }

    private static ObjectNode revisionOf(JsonNode record) {
        return object().put("revision", record.path("revision").asInt());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
