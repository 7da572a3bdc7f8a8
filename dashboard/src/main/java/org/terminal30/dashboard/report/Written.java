package org.terminal30.dashboard.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.hardware.sample.Channel;

/** Numbers and times as they stand on a report: those of the pages, in the workshop's time. */
final class Written {
    private static final double NOISE_VOLTS = 0.02;
    private static final double MINUTE_MILLIS = 60_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY_TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss",
            Locale.ENGLISH);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ENGLISH);

    private final ZoneId zone;
    private final boolean oneDay;

    /** Times of a job from {@code start} to {@code end}: those within one day go without it. */
    Written(ZoneId zone, Instant start, Instant end) {
        this.zone = zone;
        this.oneDay = start.atZone(zone).toLocalDate().equals(end.atZone(zone).toLocalDate());
    }

    /** "12.71 V"; what a dead lead's noise makes of 0 V is 0 V. */
    static String volts(double value) {
        return number(value < 0 && value >= -NOISE_VOLTS ? 0 : value) + " V";
    }

    static String value(Channel channel, double value) {
        return channel.unit() == Channel.Unit.VOLT ? volts(value) : number(value) + " A";
    }

    /** Two places, as all figures of the pages. */
    static String number(double value) {
        double shown = Math.rint(value * 100) == 0 ? 0 : value;
        return String.format(Locale.ROOT, "%.2f", shown).replace('-', '−');
    }

    /** "2.3 ms", "140 ms", "1.20 s", "43.0 s", "6:41", "1:02:07", "12 d 3 h". */
    static String duration(double millis) {
        if (millis < 10 && millis > 0) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 1_000) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000);
        }
        return millis < MINUTE_MILLIS
                ? String.format(Locale.ROOT, "%.1f s", millis / 1_000)
                : clock((long) (millis / 1_000));
    }

    private static String clock(long seconds) {
        long hours = seconds / 3600;
        if (hours >= 48) {
            return "%d d %d h".formatted(hours / 24, hours % 24);
        }
        return hours > 0
                ? "%d:%02d:%02d h".formatted(hours, seconds % 3600 / 60, seconds % 60)
                : "%d:%02d min".formatted(seconds / 60, seconds % 60);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    String dayTime(Instant at) {
        return DAY_TIME.format(at.atZone(zone));
    }

    /** The hour of the job's day, with its day for a job of several. */
    String time(Instant at) {
        return (oneDay ? TIME : SHORT_DAY_TIME).format(at.atZone(zone));
    }

    String time(long nanos) {
        return time(EpochNanos.instant(nanos));
    }

    /** A mark of a time axis. */
    String tick(Instant at) {
        return oneDay ? time(at) : SHORT_DAY_TIME.format(at.atZone(zone)).replaceFirst(":\\d\\d$", "");
    }

    /** How the times are meant: "Times are UTC+01:00." */
    String zone(Instant at) {
        return ZONE.format(at.atZone(zone));
    }
}
