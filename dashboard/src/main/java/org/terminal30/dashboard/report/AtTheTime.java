package org.terminal30.dashboard.report;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.live.AgentView;
import org.terminal30.dashboard.live.ChannelView;
import org.terminal30.dashboard.workshop.Letterhead;
import org.terminal30.dashboard.workshop.Vehicle;

/**
 * What a report rests on beside the measurements, as it was when the first one of a job was made. A later revision takes it over.
 *
 * @param asOf when that was
 * @param zone of the workshop
 * @param vehicle null for a job without one
 * @param radio the head unit that was in the car; null when the registry knows of none
 * @param agent what the bay said of itself; null when it had said nothing since the dashboard's start
 * @param channels how each channel was measured; empty when the bay had not said it
 */
@Serdeable
record AtTheTime(
        Instant asOf,
        String zone,
        Letterhead workshop,
        @Nullable Vehicle vehicle,
        @Nullable Radio radio,
        @Nullable AgentView agent,
        List<ChannelView> channels) {
    /**
     * The head unit.
     *
     * @param name maker and model
     * @param serial null while nobody has read it
     */
    @Serdeable
    record Radio(String name, @Nullable String serial) {}

    AtTheTime {
        channels = List.copyOf(channels);
    }
}
