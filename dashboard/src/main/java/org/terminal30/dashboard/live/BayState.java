package org.terminal30.dashboard.live;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.hardware.sample.Channel;

/** The newest of what a bay measured and said about itself. Kept in memory only: within a second there is a newer one. */
final class BayState {
    /** Live views ignore what is older (rule B9), and a bay that says nothing for so long is offline. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private final Map<Channel, WireRecord.Window> windows = new EnumMap<>(Channel.class);
    private final Map<Channel, WireRecord.ChannelStatus> channels = new EnumMap<>(Channel.class);
    private WireRecord.@Nullable Agent agent;
    private Instant heard = Instant.MIN;
    private @Nullable Long lagMillis;
    private boolean toldOnline;

    /** Whether the window is the newest of its channel and fresh enough to be shown. */
    synchronized boolean take(WireRecord.Window window, Instant now) {
        long nowNanos = EpochNanos.of(now);
        WireRecord.Window newest = windows.get(window.channel());
        if (newest != null && newest.timeNanos() >= window.timeNanos() && newest.timeNanos() <= nowNanos) {
            return false;
        }
        windows.put(window.channel(), window);
        long ageNanos = nowNanos - (window.timeNanos() + Grid.WINDOW_NANOS);
        lagMillis = EpochNanos.millis(ageNanos);
        return ageNanos <= FRESH.toNanos();
    }

    /** Whether this is newer than what the bay last said. */
    synchronized boolean take(WireRecord.Agent said, Instant now) {
        heard = now;
        WireRecord.Agent before = agent;
        boolean ahead = before != null && before.timeNanos() > EpochNanos.of(now);
        if (before != null && !ahead && before.timeNanos() >= said.timeNanos()) {
            return false;
        }
        agent = said;
        return true;
    }

    /** Whether this is newer than what was last said of the channel. */
    synchronized boolean take(WireRecord.ChannelStatus said, Instant now) {
        WireRecord.ChannelStatus before = channels.get(said.channel());
        boolean ahead = before != null && before.timeNanos() > EpochNanos.of(now);
        if (before != null && !ahead && before.timeNanos() >= said.timeNanos()) {
            return false;
        }
        channels.put(said.channel(), said);
        return true;
    }

    synchronized boolean heardWithin(Duration time, Instant now) {
        return heard.isAfter(now.minus(time));
    }

    /** Whether viewers were last told otherwise; from now on they were told this. */
    synchronized boolean tell(boolean online) {
        boolean changed = toldOnline != online;
        toldOnline = online;
        return changed;
    }

    synchronized @Nullable Long lagMillis() {
        return lagMillis;
    }

    synchronized @Nullable AgentView agent() {
        WireRecord.Agent said = agent;
        return said == null ? null : AgentView.of(said);
    }

    synchronized Map<String, ChannelView> channels() {
        Map<String, ChannelView> views = new TreeMap<>();
        channels.forEach((channel, status) -> views.put(channel.wireName(), ChannelView.of(status)));
        return views;
    }

    synchronized Map<String, WindowView> windows() {
        Map<String, WindowView> views = new TreeMap<>();
        windows.forEach((channel, window) -> views.put(channel.wireName(), WindowView.of(window)));
        return views;
    }
}
