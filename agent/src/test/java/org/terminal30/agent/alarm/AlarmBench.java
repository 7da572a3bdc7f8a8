package org.terminal30.agent.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Phase;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** A board in the hands of a test: begins and ends conditions, keeps all transitions. Times in seconds. */
final class AlarmBench {
    record Transition(Alarm alarm, @Nullable String who) {}

    /** The engine of the car has been off for longer than any rule asks. */
    private static final Circumstances PARKED = new Circumstances(-3_600_000_000_000L, null,
            Circumstances.Saver.NONE);

    private final List<Transition> transitions = new ArrayList<>();
    private final Map<EventKind, SupplyEvent> newest = new HashMap<>();
    private AlarmBoard board = new AlarmBoard(new AlarmRules(), this::changed);
    private long nowNanos;
    private long lastEvent;
    private Phase phase = Phase.NO_JOB_NO_VEHICLE;

    private AlarmBench() {
    }

    static AlarmBench in(Phase phase) {
        AlarmBench bench = new AlarmBench();
        return bench.circumstances(PARKED).phase(phase);
    }

    /** A board that takes over what another left behind. */
    void restart() {
        newest.clear();
        board = AlarmBoard.restored(new AlarmRules(), this::changed, board.snapshot(), phase, nowNanos);
        board.circumstances(PARKED, nowNanos);
    }

    private void changed(Alarm alarm, @Nullable String who) {
        transitions.add(new Transition(alarm, who));
    }

    AlarmBoard board() {
        return board;
    }

    AlarmBench at(double seconds) {
        nowNanos = Math.round(seconds * 1e9);
        board.advanceTo(nowNanos);
        return this;
    }

    AlarmBench begin(EventKind kind) {
        return begin(kind, null);
    }

    AlarmBench begin(EventKind kind, @Nullable String reason) {
        tell(kind, ++lastEvent, 1, true, reason);
        return this;
    }

    AlarmBench end(EventKind kind) {
        return end(kind, null);
    }

    AlarmBench end(EventKind kind, @Nullable String reason) {
        SupplyEvent event = known(kind);
        tell(kind, event.sequence(), event.revision() + 1, false, reason);
        return this;
    }

    /** A record of chattering of a kind, with so many starts-and-ends. */
    AlarmBench chatter(EventKind of, int count, boolean open) {
        SupplyEvent known = newest.get(EventKind.CHATTERING);
        long sequence = known == null ? ++lastEvent : known.sequence();
        int revision = known == null ? 1 : known.revision() + 1;
        SupplyEvent event = new SupplyEvent(sequence, revision, EventKind.CHATTERING, channelOf(of), 0, nowNanos, open,
                0, 13, false, 0, null, new RecordDetail.Chattering(of, count));
        newest.put(EventKind.CHATTERING, event);
        board.event(event, nowNanos);
        return this;
    }

    /** Tells the last event of a kind once more, ended as it is. */
    AlarmBench again(EventKind kind) {
        SupplyEvent event = known(kind);
        tell(kind, event.sequence(), event.revision() + 1, event.open(), event.reason());
        return this;
    }

    private SupplyEvent known(EventKind kind) {
        return Objects.requireNonNull(newest.get(kind), () -> kind + " has not begun");
    }

    private void tell(EventKind kind, long sequence, int revision, boolean stillOpen, @Nullable String reason) {
        SupplyEvent event = new SupplyEvent(sequence, revision, kind, channelOf(kind), 0, nowNanos, stillOpen, 0, 13,
                false, 0, reason);
        newest.put(kind, event);
        board.event(event, nowNanos);
    }

    private static Channel channelOf(EventKind kind) {
        return kind == EventKind.BACKUP_LOST ? Channel.BACKUP : Channel.ONBOARD;
    }

    AlarmBench circumstances(Circumstances next) {
        board.circumstances(next, nowNanos);
        return this;
    }

    AlarmBench phase(Phase next) {
        phase = next;
        board.phase(next, nowNanos);
        return this;
    }

    /** The one alarm that is not over. */
    Alarm alarm() {
        assertThat(board.alarms()).hasSize(1);
        return board.alarms().getFirst();
    }

    AlarmState state() {
        return board.alarms().isEmpty() ? AlarmState.NORMAL : alarm().state();
    }

    AlarmResult act(String action) {
        return act(action, alarm().sequence(), alarm().revision());
    }

    AlarmResult act(String action, long sequence, int revision) {
        return switch (action) {
            case "acknowledge" -> board.acknowledge(sequence, revision, "Anna", nowNanos);
            case "silence" -> board.silence(sequence, revision, "Anna", nowNanos);
            case "reset" -> board.reset(sequence, revision, "Anna", nowNanos);
            case "shelve" -> board.shelve(sequence, revision, "Anna", "known fault", 5, nowNanos);
            case "unshelve" -> board.unshelve(sequence, revision, "Anna", nowNanos);
            default -> throw new IllegalArgumentException(action);
        };
    }

    AlarmBench acknowledge() {
        assertThat(act("acknowledge")).isInstanceOf(AlarmResult.Done.class);
        return this;
    }

    AlarmBench silence() {
        assertThat(act("silence")).isInstanceOf(AlarmResult.Done.class);
        return this;
    }

    AlarmBench shelve(String why, int minutes) {
        assertThat(board.shelve(alarm().sequence(), alarm().revision(), "Anna", why, minutes, nowNanos))
                .isInstanceOf(AlarmResult.Done.class);
        return this;
    }

    List<Transition> transitions() {
        return transitions;
    }

    Transition last() {
        return transitions.getLast();
    }
}
