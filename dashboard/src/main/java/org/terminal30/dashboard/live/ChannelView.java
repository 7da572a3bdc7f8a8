package org.terminal30.dashboard.live;

import java.time.Instant;
import java.time.LocalDate;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;

/**
 * How a bay measures a channel.
 *
 * @param calibration how far the values can be trusted, as on the wire
 * @param due whether the calibration is too old to be relied on
 */
@Serdeable
public record ChannelView(
        String bay,
        String channel,
        String device,
        double rateHertz,
        double nominalRateHertz,
        String calibration,
        @Nullable LocalDate calibratedOn,
        boolean due,
        Instant at) {
    static ChannelView of(WireRecord.ChannelStatus status) {
        return new ChannelView(status.bay().bay(), status.channel().wireName(), status.device(), status.rateHertz(),
                status.nominalRateHertz(), status.calibration().wireName(), status.calibratedOn(), status.due(),
                EpochNanos.instant(status.timeNanos()));
    }
}
