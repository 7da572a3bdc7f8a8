package org.terminal30.dashboard.live;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.workshop.Alarm;

/** Puts alarms and the events behind them together. */
@Singleton
public final class AlarmViews {
    private final History history;

    public AlarmViews(History history) {
        this.history = history;
    }

    public AlarmView of(Alarm alarm) {
        Optional<WireRecord.Event> event = Optional.ofNullable(alarm.event()).flatMap(history::event);
        return new AlarmView(alarm.id(), alarm.bay().bay(), alarm.channel(), alarm.kind(), alarm.priority(),
                alarm.state(), alarm.condition(), alarm.raisedAt(), alarm.changedAt(), alarm.event(), alarm.job(),
                alarm.silencedUntil(), alarm.acknowledgedBy(), alarm.revision(),
                event.map(WireRecord.Event::minimum).orElse(null),
                event.map(e -> EpochNanos.instant(e.timeNanos())).orElse(alarm.raisedAt()),
                event.map(e -> e.durationNanos() / (double) EpochNanos.PER_MILLI).orElse(0.0),
                event.map(WireRecord.Event::reason).orElse(null),
                alarm.count(), alarm.phase(), alarm.shelf(), alarm.actions());
    }
}
