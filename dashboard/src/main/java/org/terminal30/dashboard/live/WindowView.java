package org.terminal30.dashboard.live;

import io.micronaut.serde.annotation.Serdeable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;

/**
 * A window as browsers see it.
 *
 * @param t its start, milliseconds since the epoch; it is 100 ms long
 */
@Serdeable
public record WindowView(String bay, String channel, long t, double min, double max, double mean, long n) {
    static WindowView of(WireRecord.Window window) {
        return new WindowView(window.bay().bay(), window.channel().wireName(), EpochNanos.millis(window.timeNanos()),
                window.minimum(), window.maximum(), window.mean(), window.count());
    }
}
