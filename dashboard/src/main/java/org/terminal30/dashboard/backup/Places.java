package org.terminal30.dashboard.backup;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.hardware.sample.Channel;

/** Names of pieces of the history: {@code SITE/BAY/CHANNEL/TIME}, or {@code SITE/BAY/CHANNEL/days}. */
final class Places {
    private static final String DAYS = "days";
    private static final int PARTS = 4;

    private Places() {
    }

    static String hour(Series series, long nanos) {
        return name(series, EpochNanos.instant(nanos).toString());
    }

    static String of(Series series, long nanos) {
        return name(series, Instant.ofEpochSecond(0, nanos).toString());
    }

    static String days(Series series) {
        return name(series, DAYS);
    }

    private static String name(Series series, String what) {
        return "%s/%s/%s/%s".formatted(series.bay().site(), series.bay().bay(), series.channel().wireName(), what);
    }

    static boolean isHour(String place) {
        return !place.endsWith("/" + DAYS);
    }

    /** Of which site the piece is. */
    static String site(String place) {
        return place.substring(0, Math.max(0, place.indexOf('/')));
    }

    /** Of which series the piece is. */
    static Series series(String place) {
        String[] parts = parts(place);
        return new Series(new BayId(parts[0], parts[1]), Channel.ofWireName(parts[2]).orElseThrow(
                () -> new IllegalArgumentException("%s names no channel".formatted(place))));
    }

    static TimeRange hour(String place) {
        try {
            return hourFrom(EpochNanos.of(Instant.parse(parts(place)[3])));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("%s names no hour".formatted(place), e);
        }
    }

    static TimeRange hourFrom(long startNanos) {
        return new TimeRange(startNanos, startNanos + Level.HOUR.stepNanos());
    }

    private static String[] parts(String place) {
        String[] parts = place.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("%s is no piece of a history".formatted(place));
        }
        return parts;
    }

    /** What changes whenever anything in the hour does. */
    static String mark(Cell hour) {
        return "%d %d %d %d".formatted(hour.minimum(), hour.maximum(), hour.sum(), hour.count());
    }
}
