package org.terminal30.agent.analyse;

import java.util.Locale;
import java.util.stream.Collectors;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;

/** The same for people: a table of the records, the gaps, and a last line that sums up. */
final class TextReport {
    private final Analysis analysis;

    TextReport(Analysis analysis) {
        this.analysis = analysis;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        if (!analysis.events().isEmpty()) {
            text.append(row("start", "kind", "channel", "duration", "extreme", ""));
        }
        for (SupplyEvent event : analysis.events()) {
            text.append(row(seconds(event.startNanos()), event.kind().wireName(), event.channel().wireName(),
                    seconds(event.durationNanos()), extreme(event), remark(event)));
        }
        for (Gap gap : analysis.gaps()) {
            text.append(row(seconds(gap.startNanos()), "no samples", "", seconds(gap.durationNanos()), "", ""));
        }
        return text.append(summary()).append('\n').toString();
    }

    private static String row(String start, String kind, String channel, String duration, String extreme,
            String remark) {
        return String.format(Locale.ROOT, "%14s  %-12s  %-15s  %14s  %10s  %s", start, kind, channel, duration, extreme,
                remark).stripTrailing() + "\n";
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.4f s", nanos / 1e9);
    }

    private static String extreme(SupplyEvent event) {
        if (event.kind() == EventKind.NOT_WATCHING) {
            return "";
        }
        double volts = event.kind() == EventKind.SURGE ? event.maximum() : event.minimum();
        return String.format(Locale.ROOT, "%.3f V", volts);
    }

    private static String remark(SupplyEvent event) {
        if (event.open()) {
            return "open at the end";
        }
        return event.reason() == null ? "" : event.reason();
    }

    private String summary() {
        String channels = analysis.channels().stream().map(info -> info.channel().wireName())
                .collect(Collectors.joining(" and "));
        return String.format(Locale.ROOT, "%s of %s at %.1f samples per second: %s, %s",
                seconds(analysis.durationNanos()),
                channels, analysis.sampleRateHertz(), count(analysis.events().size(), "record"),
                count(analysis.gaps().size(), "gap"));
    }

    private static String count(int number, String noun) {
        return switch (number) {
            case 0 -> "no " + noun;
            case 1 -> "1 " + noun;
            default -> number + " " + noun + "s";
        };
    }
}
