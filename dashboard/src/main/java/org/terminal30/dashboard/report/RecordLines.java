package org.terminal30.dashboard.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.report.JobReport.AlarmLine;
import org.terminal30.dashboard.report.JobReport.RecordLine;
import org.terminal30.dashboard.words.Words;

/** Supply events and alarms in words: the gravest where a page does not hold them all. */
final class RecordLines {
    private static final Map<EventKind, Integer> GRAVITY = gravity();
    /** Of this gravity and more a reader has to take notice. */
    private static final int GRAVE = 7;

    private final Words words;
    private final Measured measured;
    private final Written written;

    RecordLines(Words words, Measured measured, Written written) {
        this.words = words;
        this.measured = measured;
        this.written = written;
    }

    private static Map<EventKind, Integer> gravity() {
        Map<EventKind, Integer> gravity = new EnumMap<>(EventKind.class);
        List<EventKind> rising = List.of(EventKind.DIP, EventKind.CRANKING, EventKind.LOW, EventKind.CHATTERING,
                EventKind.GAP, EventKind.SURGE, EventKind.CRITICAL, EventKind.NOT_WATCHING, EventKind.BACKUP_LOST,
                EventKind.FEED_LOST, EventKind.REVERSED, EventKind.INTERRUPTION);
        rising.forEach(kind -> gravity.put(kind, gravity.size()));
        return gravity;
    }

    /** The most that a report lists, in order of start. */
    List<RecordLine> listed(int most) {
        return gravest(most).map(this::line).toList();
    }

    /** What is not listed; null when everything is. */
    @Nullable
    String note(int most) {
        int left = measured.events().size() - most;
        if (left <= 0) {
            return null;
        }
        String kinds = measured.events().stream()
                .collect(Collectors.groupingBy(event -> words.kind(event.kind().wireName()),
                        Collectors.counting()))
                .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(kind -> kind.getValue() + " × " + kind.getKey()).collect(Collectors.joining(", "));
        return "The %d gravest of %d are listed. In all: %s.".formatted(most, measured.events().size(), kinds);
    }

    private Stream<WireRecord.Event> gravest(int most) {
        return measured.events().stream()
                .sorted(Comparator.<WireRecord.Event>comparingInt(event -> -gravity(event))
                        .thenComparingLong(event -> -measured.inside(event)).thenComparing(WireRecord.Event::id))
                .limit(most)
                .sorted(Comparator.comparingLong(WireRecord.Event::timeNanos).thenComparing(WireRecord.Event::id));
    }

    private static int gravity(WireRecord.Event event) {
        return GRAVITY.getOrDefault(event.kind(), GRAVE);
    }

    private RecordLine line(WireRecord.Event event) {
        String length = Written.duration(measured.inside(event) / (double) EpochNanos.PER_MILLI);
        boolean goesOn = measured.goesOn(event);
        return new RecordLine(written.time(event.timeNanos()), words.kind(event.kind().wireName()),
                words.channel(event.channel().wireName()), goesOn ? length + ", still so at the end" : length,
                goesOn ? "" : figures(event), gravity(event) >= GRAVE);
    }

    private static String figures(WireRecord.Event event) {
        Optional<String> detail = Optional.ofNullable(event.detail()).map(one -> switch (one) {
            case RecordDetail.Cranking cranking -> "from %s down to %s%s".formatted(Written.volts(cranking.restVolts()),
                    event.minimum() == null ? "?" : Written.volts(event.minimum()),
                    cranking.started() ? ", started" : ", start not established");
            case RecordDetail.Chattering chattering -> chattering.count() + " times";
        });
        return detail.orElseGet(() -> {
            boolean above = event.kind() == EventKind.SURGE;
            Double value = above ? event.maximum() : event.minimum();
            if (value == null) {
                return "";
            }
            String bound = event.saturated() ? "at or beyond " : "";
            return (above ? "highest " : "lowest ") + bound + Written.value(event.channel(), value);
        });
    }

    List<AlarmLine> alarms(int most) {
        return alarmsInOrder().limit(most).map(alarm -> new AlarmLine(written.time(alarm.raisedNanos()),
                "%s, %s (%s)".formatted(words.kind(alarm.kind()), words.channel(alarm.channel()).toLowerCase(
                        Locale.ROOT), alarm.priority()),
                answer(alarm))).toList();
    }

    private Stream<Measured.Alarm> alarmsInOrder() {
        return measured.alarms().stream()
                .sorted(Comparator.comparingLong(Measured.Alarm::raisedNanos).thenComparing(Measured.Alarm::id));
    }

    @Nullable
    String alarmsNote(int most) {
        int left = measured.alarms().size() - most;
        return left <= 0 ? null : "The first %d of %d are listed.".formatted(most, measured.alarms().size());
    }

    private static String answer(Measured.Alarm alarm) {
        Long answered = alarm.answeredNanos();
        if (answered == null) {
            return "not answered during the job";
        }
        String who = alarm.who() == null || alarm.who().isBlank() ? "acknowledged" : "acknowledged by " + alarm.who();
        return who + " after " + Written.duration((answered - alarm.raisedNanos()) / (double) EpochNanos.PER_MILLI);
    }
}
