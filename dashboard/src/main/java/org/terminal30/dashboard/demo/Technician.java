package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

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

    void startWatch(long vehicle) throws IOException, InterruptedException {
        if (bay().path("job").isNull() || bay().path("job").isMissingNode()) {
            dashboard.post("/api/bays/" + bay + "/job", object().put("kind", "watch").put("vehicle", vehicle));
        }
    }

    /** Acknowledges every alarm, resets those that wait for it, and finishes the job. */
    void tidyUp() throws IOException, InterruptedException {
        for (JsonNode alarm : bay().path("alarms")) {
            act(alarm, "acknowledge");
        }
        for (JsonNode alarm : bay().path("alarms")) {
            act(alarm, "reset");
        }
        JsonNode job = bay().path("job");
        if (job.isObject()) {
            dashboard.post("/api/bays/" + bay + "/job/finish", revisionOf(job));
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
