package org.terminal30.dashboard.history.influx;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether InfluxDB does what it is asked, and since when not. Says each change in the log, once. Safe for any thread. */
final class Reach {
    private static final Logger LOG = LoggerFactory.getLogger(Reach.class);

    private final String what;
    private final Clock clock;
    private @Nullable Trouble trouble;

    /** {@code what} it is asked, for the log. */
    Reach(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    /** What is wrong, as it was said last. */
    record Trouble(Instant since, InfluxFault.Kind kind, String reason) {}

    synchronized void works() {
        if (trouble != null) {
            LOG.info("InfluxDB can be {} again, after {} s", what,
                    clock.instant().getEpochSecond() - trouble.since().getEpochSecond());
            trouble = null;
        }
    }

    synchronized void fails(InfluxFault fault) {
        if (trouble == null) {
            LOG.warn("InfluxDB cannot be {}: {}", what, fault.reason());
        }
        trouble = new Trouble(trouble == null ? clock.instant() : trouble.since(), fault.kind(), fault.reason());
    }

    synchronized @Nullable Trouble trouble() {
        return trouble;
    }
}
