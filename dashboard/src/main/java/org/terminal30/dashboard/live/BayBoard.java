package org.terminal30.dashboard.live;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;
import org.reactivestreams.Publisher;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.registry.RegistryAwayException;
import org.terminal30.dashboard.workshop.Alarm;
import org.terminal30.dashboard.workshop.Alarms;
import org.terminal30.dashboard.workshop.Bays;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;

/**
 * How every bay stands now, and who wants to know. Jobs and alarms are read from the registry, so that a restart forgets none
 * of them; windows and what the agent says are the newest that came in since.
 */
@Singleton
public final class BayBoard {
    private final Map<BayId, BayState> states = new ConcurrentHashMap<>();
    private final Bays bays;
    private final Jobs jobs;
    private final Alarms alarms;
    private final AlarmViews alarmViews;
    private final OrderLines lines;
    private final LiveBus bus;
    private final Clock clock;

    public BayBoard(Bays bays, Jobs jobs, Alarms alarms, AlarmViews alarmViews, OrderLines lines, LiveBus bus,
            Clock clock) {
        this.bays = bays;
        this.jobs = jobs;
        this.alarms = alarms;
        this.alarmViews = alarmViews;
        this.lines = lines;
        this.bus = bus;
        this.clock = clock;
        lines.onChange(this::tellIfChanged);
    }

    public List<BayView> all() {
        return bays.all().stream().map(this::of).toList();
    }

    /** How a bay stands that is known to {@link Bays}. */
    public BayView of(BayId bay) {
        BayState state = state(bay);
        return new BayView(bay.site(), bay.bay(), online(bay), state.lagMillis(), state.agent(), state.windows(),
                state.channels(), jobs.running(bay).orElse(null),
                alarms.open(bay).stream().map(alarmViews::of).toList(),
                Instant.ofEpochMilli(clock.millis()));
    }

    /** Everything that happens in one bay, beginning with how it stands. */
    public Publisher<Event<String>> watch(BayId bay) {
        return bus.watch(bay.bay(), () -> List.of(snapshot(of(bay))));
    }

    /** Everything that happens in all bays, beginning with how each stands. */
    public Publisher<Event<String>> watchAll() {
        return bus.watch(null, () -> all().stream().map(this::snapshot).toList());
    }

    private LiveMessage snapshot(BayView view) {
        return bus.message(view.bay(), "bay", view);
    }

    /** A window has been stored. */
    public void window(WireRecord.Window window) {
        if (state(window.bay()).take(window, clock.instant())) {
            bus.publish(window.bay().bay(), "window", WindowView.of(window));
        }
    }

    /** An event has been stored and is new or changed. */
    public void event(WireRecord.Event event) {
        long endNanos = event.timeNanos() + event.durationNanos();
        if (event.open() || endNanos >= EpochNanos.of(clock.instant().minus(BayState.FRESH))) {
            bus.publish(event.bay().bay(), "event", EventView.of(event));
        }
    }

    /** An alarm has changed. However late that is known, it is how the alarm stands. */
    public void alarm(Alarm alarm) {
        bus.publish(alarm.bay().bay(), "alarm", alarmViews.of(alarm));
    }

    /** A job has changed. */
    public void job(Job job) {
        bus.publish(job.bay(), "job", job);
    }

    /** A bay has said how it is. */
    public void agent(WireRecord.Agent agent) {
        BayState state = state(agent.bay());
        boolean newest = state.take(agent, clock.instant());
        tellIfChanged(agent.bay());
        if (newest) {
            bus.publish(agent.bay().bay(), "agent", AgentView.of(agent));
        }
    }

    /** A bay has said how it measures a channel. */
    public void channel(WireRecord.ChannelStatus channel) {
        if (state(channel.bay()).take(channel, clock.instant())) {
            bus.publish(channel.bay().bay(), "channel", ChannelView.of(channel));
        }
    }

    /** Nobody tells when a bay falls silent: this looks. */
    @Scheduled(fixedRate = "1s")
    void look() {
        states.keySet().forEach(this::tellIfChanged);
    }

    private void tellIfChanged(BayId bay) {
        BayState state = state(bay);
        boolean online = online(bay);
        if (state.tell(online)) {
            try {
                bus.publish(bay.bay(), "bay", of(bay));
            } catch (JdbiException failure) {
                RegistryAwayException.unlessBehind(failure);
                // Told at the first look after the registry is back.
                state.tell(!online);
            }
        }
    }

    private boolean online(BayId bay) {
        return lines.isConnected(bay) || state(bay).heardWithin(BayState.FRESH, clock.instant());
    }

    private BayState state(BayId bay) {
        return states.computeIfAbsent(bay, unseen -> new BayState());
    }
}
