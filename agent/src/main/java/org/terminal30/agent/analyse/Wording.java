package org.terminal30.agent.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.FirstFailure;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/** The words of the reports for people, the same as on the pages of the dashboard. */
final class Wording {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;

    private Wording() {
    }

    static String kind(EventKind kind) {
        return switch (kind) {
            case LOW -> "Below 12.5 V";
            case CRITICAL -> "Below 11.5 V";
            case DIP -> "Dip";
            case INTERRUPTION -> "Interruption";
            case FEED_LOST -> "Feed lost";
            case SURGE -> "Surge";
            case REVERSED -> "Reversed polarity";
            case BACKUP_LOST -> "Backup lost";
            case CRANKING -> "Cranking";
            case NOT_WATCHING -> "Not watching";
            case GAP -> "Samples lost";
            case CHATTERING -> "Chattering";
        };
    }

    static String channel(Channel channel) {
        return switch (channel) {
            case ONBOARD -> "On-board";
            case BACKUP -> "Backup";
            case BACKUP_LEAD -> "Backup lead";
            case BACKUP_CURRENT -> "Backup current";
            case BATTERY -> "Battery";
            case BATTERY_CURRENT -> "Battery current";
            case RADIO -> "Radio feed";
        };
    }

    /** A moment of the recording, {@code 12.345 s} or {@code 1:02:07.345}. */
    static String moment(long nanos) {
        long seconds = nanos / SECOND_NANOS;
        if (seconds < MINUTE_SECONDS) {
            return String.format(Locale.ROOT, "%.3f s", nanos / NANOS_PER_SECOND);
        }
        double rest = (nanos - seconds / MINUTE_SECONDS * MINUTE_SECONDS * SECOND_NANOS) / NANOS_PER_SECOND;
        return seconds < HOUR_SECONDS
                ? String.format(Locale.ROOT, "%d:%06.3f", seconds / MINUTE_SECONDS, rest)
                : String.format(Locale.ROOT, "%d:%02d:%06.3f", seconds / HOUR_SECONDS,
                        seconds % HOUR_SECONDS / MINUTE_SECONDS, rest);
    }

    /** A length of time, {@code 2.3 ms}, {@code 140 ms}, {@code 1.20 s}, {@code 6:41}, {@code 1:02:07}. */
    static String duration(long nanos) {
        if (nanos < SECOND_NANOS) {
            double millis = nanos / 1e6;
            return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
        }
        long seconds = nanos / SECOND_NANOS;
        if (seconds < MINUTE_SECONDS) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", nanos / NANOS_PER_SECOND);
        }
        return seconds < HOUR_SECONDS
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE_SECONDS, seconds % MINUTE_SECONDS)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / HOUR_SECONDS,
                        seconds % HOUR_SECONDS / MINUTE_SECONDS, seconds % MINUTE_SECONDS);
    }

    /** The lowest voltage of a record, the highest of a surge; empty when nothing was measured. */
    static String extreme(SupplyEvent event) {
        double volts = event.kind() == EventKind.SURGE ? event.maximum() : event.minimum();
        return Double.isNaN(volts) || event.kind() == EventKind.NOT_WATCHING
                ? ""
                : String.format(Locale.ROOT, "%.2f V", volts);
    }

    /** What else there is to say of a record; empty for nothing. */
    static String remark(SupplyEvent event) {
        List<String> parts = new ArrayList<>();
        switch (event.detail()) {
            case null -> {
                // Most kinds have none.
            }
            case RecordDetail.Cranking cranking -> {
                parts.add(String.format(Locale.ROOT, "from %.2f V", cranking.restVolts()));
                parts.add(cranking.started() ? "engine started" : "start not established");
            }
            case RecordDetail.Chattering chattering -> parts.add("%d times %s".formatted(chattering.count(),
                    kind(chattering.of()).toLowerCase(Locale.ROOT)));
        }
        if (event.reason() != null) {
            parts.add(reason(event.reason()));
        }
        if (event.saturated()) {
            parts.add("beyond the range");
        }
        if (event.open()) {
            parts.add("still so at the end");
        }
        return String.join(", ", parts);
    }

    private static String reason(String reason) {
        return switch (reason) {
            case SupplyEvent.NEW_LEVEL -> "stayed at the new level";
            case SupplyEvent.NO_VEHICLE -> "vehicle taken off";
            default -> reason;
        };
    }

    /** Which of two channels failed first. */
    static String sentence(FirstFailure failure) {
        String later = channel(failure.later().channel());
        return failure.first()
                .map(first -> "At %s %s failed first, %s %s later.".formatted(moment(failure.earlier().startNanos()),
                        channel(first).toLowerCase(Locale.ROOT), later.toLowerCase(Locale.ROOT),
                        duration(failure.delayNanos())))
                .orElseGet(() -> "At %s %s and %s failed within %s: at this rate nobody can tell which was first."
                        .formatted(moment(failure.earlier().startNanos()),
                                channel(failure.earlier().channel()).toLowerCase(Locale.ROOT),
                                later.toLowerCase(Locale.ROOT), duration(failure.delayNanos())));
    }

    /** The value of a verdict with its unit; a dash where nothing could be measured. */
    static String value(Verdict verdict) {
        return Double.isNaN(verdict.value())
                ? "\u2013"
                : String.format(Locale.ROOT, "%.2f %s", verdict.value(), verdict.unit());
    }

    /** One line of what was found. */
    static String summary(Analysis analysis) {
        return "%s, %s".formatted(count(analysis.events().size(), "record"), count(analysis.gaps().size(), "gap"));
    }

    /** What was recorded, {@code 6:41 of on-board at 860 samples per second}. */
    static String extent(Recording recording) {
        return String.format(Locale.ROOT, "%s of %s at %s samples per second", duration(recording.durationNanos()),
                recording.channels().stream().map(info -> channel(info.channel()).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" and ")),
                rate(recording.sampleRateHertz()));
    }

    private static String rate(double hertz) {
        return String.format(Locale.ROOT, hertz < 100 ? "%.1f" : "%.0f", hertz);
    }

    private static String count(int number, String noun) {
        return switch (number) {
            case 0 -> "no " + noun;
            case 1 -> "1 " + noun;
            default -> number + " " + noun + "s";
        };
    }
}
