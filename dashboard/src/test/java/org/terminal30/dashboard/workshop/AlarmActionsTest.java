package org.terminal30.dashboard.workshop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.alarm.AlarmBoard;
import org.terminal30.agent.alarm.AlarmResult;
import org.terminal30.agent.alarm.AlarmRules;
import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** The buttons of an alarm against the board of the bay that decides. */
class AlarmActionsTest {
    private static final long SECOND = 1_000_000_000L;

    private final Set<AlarmState> seen = EnumSet.noneOf(AlarmState.class);

    @Test
    void actionsInEveryState_areThoseTheBoardCarriesOut() {
        for (EventKind kind : List.of(EventKind.CRITICAL, EventKind.INTERRUPTION)) {
            for (boolean acknowledged : new boolean[]{false, true}) {
                for (boolean silenced : new boolean[]{false, true}) {
                    for (boolean ended : new boolean[]{false, true}) {
                        check(new History(kind, acknowledged, silenced, ended));
                    }
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(AlarmState.UNACKNOWLEDGED, AlarmState.ACKNOWLEDGED,
                AlarmState.RETURNED_UNACKNOWLEDGED, AlarmState.LATCHED_UNACKNOWLEDGED,
                AlarmState.LATCHED_ACKNOWLEDGED);
    }

    /** What happened to an alarm, in this order. */
    private record History(EventKind kind, boolean acknowledged, boolean silenced, boolean ended) {
        AlarmBoard board() {
            AlarmBoard board = new AlarmBoard(new AlarmRules(), (alarm, who) -> {});
            board.phase(Phase.WATCH, 0);
            board.event(event(1, true), SECOND);
            if (silenced) {
                act("silence", board);
            }
            if (acknowledged) {
                act("acknowledge", board);
            }
            if (ended) {
                board.event(event(2, false), 2 * SECOND);
            }
            return board;
        }

        private SupplyEvent event(int revision, boolean open) {
            return new SupplyEvent(1, revision, kind, Channel.ONBOARD, 0, revision * SECOND, open, 0.1, 5.0, false, 0,
                    null);
        }
    }

    private static AlarmResult act(String action, AlarmBoard board) {
        var alarm = board.alarms().getFirst();
        return switch (action) {
            case "acknowledge" -> board.acknowledge(alarm.sequence(), alarm.revision(), "Anna", 2 * SECOND);
            case "silence" -> board.silence(alarm.sequence(), alarm.revision(), "Anna", 2 * SECOND);
            case "reset" -> board.reset(alarm.sequence(), alarm.revision(), "Anna", 2 * SECOND);
            case "shelve" -> board.shelve(alarm.sequence(), alarm.revision(), "Anna", "known", 5, 2 * SECOND);
            default -> board.unshelve(alarm.sequence(), alarm.revision(), "Anna", 2 * SECOND);
        };
    }

    private void check(History history) {
        if (history.board().alarms().isEmpty()) {
            return;
        }
        var alarm = history.board().alarms().getFirst();
        seen.add(alarm.state());
        List<String> carriedOut = new ArrayList<>();
        for (String action : List.of("acknowledge", "silence", "reset", "shelve", "unshelve")) {
            if (act(action, history.board()) instanceof AlarmResult.Done) {
                carriedOut.add(action);
            }
        }
        assertThat(shown(alarm).actions()).as("%s -> %s", history, alarm.state()).isEqualTo(carriedOut);
    }

    private static Alarm shown(org.terminal30.agent.alarm.Alarm alarm) {
        return new Alarm("a1", new BayId("main", "1"), alarm.channel().wireName(), alarm.cause().kind().wireName(),
                "critical",
                alarm.state().wireName(), alarm.condition(), Instant.EPOCH, Instant.EPOCH,
                alarm.timing().silencedUntilNanos() == 0
                        ? null
                        : Instant.EPOCH.plusNanos(alarm.timing().silencedUntilNanos()),
                null,
                null, null, alarm.revision(), 0, "watch", null);
    }
}
