package org.terminal30.agent.simulate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.model.Truth;

/** For people: a line for each thing the bay said, with the seconds since the beginning. */
public final class TextTelling implements Telling {
    private final Set<String> told = new HashSet<>();

    /** What changes nothing in its line is told once. */
    @Override
    public String record(WireRecord record) {
        String line = lineOf(record);
        return told.add(line) ? line : "";
    }

    private static String lineOf(WireRecord record) {
        return switch (record) {
            case WireRecord.Event event -> line(event.timeNanos(), event(event));
            case WireRecord.Alarm alarm -> line(alarm.timeNanos(), "alarm %s of %s: %s, %s".formatted(
                    alarm.kind().wireName(), alarm.channel().wireName(), alarm.priority().wireName(),
                    alarm.state().wireName()));
            case WireRecord.Job job -> line(job.timeNanos(), "job %s %s, phase %s%s%s".formatted(job.kind(),
                    job.state(), job.phase(), verdict(job),
                    job.refused() == null ? "" : ", refused: " + job.refused()));
            default -> "";
        };
    }

    private static String verdict(WireRecord.Job job) {
        return job.progress() == null
                ? ""
                : Story.progress(job.progress()).shown()
                        .map(verdict -> ", %s: %s".formatted(verdict.about(), verdict.word())).orElse("");
    }

    private static String event(WireRecord.Event event) {
        String what = "%s of %s".formatted(event.kind().wireName(), event.channel().wireName());
        return event.open()
                ? what + " begins"
                : "%s, %.1f ms%s".formatted(what, event.durationNanos() / 1e6, lowest(event.minimum()));
    }

    private static String lowest(@Nullable Double volts) {
        return volts == null ? "" : String.format(Locale.ROOT, ", lowest %.2f", volts);
    }

    private static String line(long labelNanos, String what) {
        return String.format(Locale.ROOT, "%9.3f s  %s", labelNanos / 1e9, what);
    }

    @Override
    public String end(Truth truth, List<String> surprises) {
        OptionalDouble lost = truth.memoryLostSeconds();
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "What really happened: the radio %s; %d breaks of its feed, the longest %.1f ms; lowest %.2f V at the "
                        + "radio and %.2f V in the car",
                lost.isPresent()
                        ? String.format(Locale.ROOT, "lost its memory at %.3f s", lost.getAsDouble())
                        : "kept its memory",
                truth.breaks().size() + truth.breaksLeftOut(), truth.longestBreakSeconds() * 1e3,
                truth.radioMinVolts(), truth.onboardMinVolts()));
        surprises.forEach(surprise -> text.append("\nNot as expected: ").append(surprise));
        return text.toString();
    }
}
