package org.terminal30.dashboard.live;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;

/** What a bay last said about itself. */
@Serdeable
public record AgentView(
        String bay,
        String version,
        String source,
        boolean watching,
        @Nullable String trouble,
        boolean vehicle,
        double rateHertz,
        long malformed,
        long pending,
        long quarantined,
        long boot,
        String clock,
        Instant at) {

    static AgentView of(WireRecord.Agent agent) {
        return new AgentView(agent.bay().bay(), agent.version(), agent.source(), agent.watching(), agent.trouble(),
                agent.vehicle(), agent.rateHertz(), agent.malformed(), agent.pending(), agent.quarantined(),
                agent.boot(), agent.clock().wireName(), EpochNanos.instant(agent.timeNanos()));
    }
}
