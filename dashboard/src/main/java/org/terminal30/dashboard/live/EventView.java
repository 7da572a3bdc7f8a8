package org.terminal30.dashboard.live;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;

/** A supply event as browsers see it. Volts, or amperes for a current channel. */
@Serdeable
public record EventView(
        String id,
        String bay,
        String channel,
        String kind,
        Instant startedAt,
        boolean open,
        double durationMillis,
        @Nullable Double minVolts,
        @Nullable Double maxVolts,
        boolean saturated,
        @Nullable String parent,
        @Nullable String reason,
        @Nullable String job,
        String clock,
        int revision) {

    public static EventView of(WireRecord.Event event) {
        return new EventView(event.id(), event.bay().bay(), event.channel().wireName(), event.kind().wireName(),
                EpochNanos.instant(event.timeNanos()), event.open(),
                event.durationNanos() / (double) EpochNanos.PER_MILLI, event.minimum(), event.maximum(),
                event.saturated(), event.parent(), event.reason(), event.job(), event.clock().wireName(),
                event.revision());
    }
}
