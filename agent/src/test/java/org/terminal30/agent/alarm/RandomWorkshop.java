package org.terminal30.agent.alarm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.BoardPromises.Told;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail.Chattering;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Circumstances.Saver;
import org.terminal30.agent.job.Phase;
import org.terminal30.hardware.sample.Channel;

/** A seeded sequence of events, actions, phases and passing time on a board. */
final class RandomWorkshop {
    private static final List<Channel> CHANNELS = List.of(Channel.ONBOARD, Channel.BACKUP);
    private static final List<EventKind> KINDS = List.of(EventKind.LOW, EventKind.CRITICAL, EventKind.FEED_LOST,
            EventKind.INTERRUPTION, EventKind.REVERSED, EventKind.BACKUP_LOST, EventKind.NOT_WATCHING, EventKind.SURGE,
            EventKind.CHATTERING);
    private static final List<String> ACTIONS = List.of("acknowledge", "silence", "reset", "shelve", "unshelve");
    private static final long STEP_NANOS = 3_000_000_000L;
    private static final long LONG_STEP_NANOS = 400_000_000_000L;

    private final AlarmRules rules = new AlarmRules();
    private final BoardPromises promises = new BoardPromises(rules);
    private final AlarmBoard board = new AlarmBoard(rules, promises);
    private final Map<String, Told> open = new HashMap<>();
    private final Random random;
    private Situation situation = new Situation(Phase.NO_JOB_NO_VEHICLE, Circumstances.UNKNOWN);
    private long nowNanos;
    private long lastEvent;

    RandomWorkshop(long seed) {
        random = new Random(seed);
    }

    BoardPromises promises() {
        return promises;
    }

    /** Lets time pass, does something and looks; the answer says what was done. */
    String step() {
        nowNanos += (long) (random.nextDouble() * (random.nextInt(20) == 0 ? LONG_STEP_NANOS : STEP_NANOS));
        board.advanceTo(nowNanos);
        String what = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> event(pick(CHANNELS), pick(KINDS));
            case 4 -> phase();
            case 5 -> circumstances();
            default -> action();
        };
        board.advanceTo(nowNanos);
        promises.look(board, situation, open.values(), nowNanos);
        return what;
    }

    private String event(Channel channel, EventKind kind) {
        String key = channel + " " + kind;
        Told told = open.remove(key);
        // Chattering does not end while what chatters is there: it wants a minute of quiet.
        boolean busy = told != null && kind == EventKind.CHATTERING
                && (open.containsKey(channel + " " + EventKind.CRITICAL) || random.nextBoolean());
        boolean stays = told == null || busy;
        long sequence = told == null ? ++lastEvent : told.event().sequence();
        int revision = told == null ? 1 : told.event().revision() + 1;
        String reason = !stays && random.nextInt(8) == 0 ? SupplyEvent.NO_VEHICLE : null;
        SupplyEvent event = new SupplyEvent(sequence, revision, kind, channel, 0, nowNanos, stays, 0, 13, false, 0,
                reason, kind == EventKind.CHATTERING ? new Chattering(EventKind.CRITICAL, 2 + revision) : null);
        if (stays) {
            open.put(key, new Told(event, told == null ? nowNanos : told.sinceNanos()));
        }
        board.event(event, nowNanos);
        return "%s %s".formatted(stays ? "begin" : "end", key);
    }

    private String phase() {
        situation = situation.in(pick(Arrays.asList(Phase.values())));
        board.phase(situation.phase(), nowNanos);
        return "phase " + situation.phase();
    }

    private String circumstances() {
        @Nullable
        Long off = random.nextBoolean() ? null : nowNanos - random.nextInt(120) * 1_000_000_000L;
        @Nullable
        Double reference = random.nextBoolean() ? null : 12.5 + random.nextDouble() / 5;
        situation = situation.under(new Circumstances(off, reference, pick(Arrays.asList(Saver.values()))));
        board.circumstances(situation.circumstances(), nowNanos);
        return situation.circumstances().toString();
    }

    private String action() {
        List<Alarm> alarms = board.alarms();
        if (alarms.isEmpty()) {
            return "nothing to do";
        }
        Alarm alarm = pick(alarms);
        int minutes = random.nextInt(18);
        String why = random.nextInt(9) == 0 ? " " : "because";
        String action = pick(ACTIONS);
        AlarmResult result = act(action, alarm.sequence(), alarm.revision(), minutes, why);
        if (result instanceof AlarmResult.Done) {
            promises.carriedOut(action, alarm, minutes, why, situation, open.values());
            if (action.equals("acknowledge")) {
                promises.answered(Place.of(alarm), nowNanos);
            }
        }
        return "%s of %s: %s".formatted(action, alarm, result);
    }

    private AlarmResult act(String action, long sequence, int revision, int minutes, String why) {
        return switch (action) {
            case "acknowledge" -> board.acknowledge(sequence, revision, "Anna", nowNanos);
            case "silence" -> board.silence(sequence, revision, "Anna", nowNanos);
            case "reset" -> board.reset(sequence, revision, "Anna", nowNanos);
            case "shelve" -> board.shelve(sequence, revision, "Anna", why, minutes, nowNanos);
            default -> board.unshelve(sequence, revision, "Anna", nowNanos);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
