package org.terminal30.dashboard.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.Job;

/**
 * A bay as it stands.
 *
 * @param online whether its order stream is connected or it has said something about itself within 5 s
 * @param lagMillis age of the newest window's end when it arrived; null when none has
 * @param windows the newest of each channel, by the channel's name
 * @param channels how each channel is measured, by the channel's name
 * @param job the running one
 * @param alarms those that are not over, newest first
 */
@Serdeable
public record BayView(
        String site,
        String bay,
        boolean online,
        @Nullable Long lagMillis,
        @Nullable AgentView agent,
        Map<String, WindowView> windows,
        Map<String, ChannelView> channels,
        @Nullable Job job,
        List<AlarmView> alarms,
        Instant now) {}
