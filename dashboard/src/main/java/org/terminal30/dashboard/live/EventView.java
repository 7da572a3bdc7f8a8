package org.terminal30.dashboard.live;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.RecordDetail;
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
        int revision,
        @Nullable CrankingView cranking,
        @Nullable ChatteringView chattering) {

    /** How an engine was cranked; without {@code recoveryMillis} it is not established that it started. */
    @Serdeable
    public record CrankingView(double restVolts, @Nullable Double rippleVolts, @Nullable Double recoveryMillis) {
        static CrankingView of(RecordDetail.Cranking cranking) {
            Long recovery = cranking.recoveryNanos();
            return new CrankingView(cranking.restVolts(), cranking.rippleVoltsPeakToPeak(),
                    recovery == null ? null : recovery / (double) EpochNanos.PER_MILLI);
        }
    }

    /** Which kind comes again and again, and how often so far. */
    @Serdeable
    public record ChatteringView(String kind, int count) {}

    public static EventView of(WireRecord.Event event) {
        return new EventView(event.id(), event.bay().bay(), event.channel().wireName(), event.kind().wireName(),
                EpochNanos.instant(event.timeNanos()), event.open(),
                event.durationNanos() / (double) EpochNanos.PER_MILLI, event.minimum(), event.maximum(),
                event.saturated(), event.parent(), event.reason(), event.job(), event.clock().wireName(),
                event.revision(),
                event.detail() instanceof RecordDetail.Cranking detail ? CrankingView.of(detail) : null,
                event.detail() instanceof RecordDetail.Chattering detail
                        ? new ChatteringView(detail.of().wireName(), detail.count())
                        : null);
    }
}
