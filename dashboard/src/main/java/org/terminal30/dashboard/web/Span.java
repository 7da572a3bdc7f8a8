package org.terminal30.dashboard.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import io.micronaut.http.HttpStatus;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.hardware.sample.Channel;

/** Reads the parameters of a question about the past; each fault is a 400 that names the parameter. */
final class Span {
    /** Buckets that one answer holds at most. */
    static final int MAX_POINTS = 5_000;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Span() {
    }

    static TimeRange range(String from, String to) {
        Instant start = instant("from", from);
        Instant end = instant("to", to);
        if (!start.isBefore(end)) {
            throw fault("to", "is %s, must be after from, %s".formatted(to, from));
        }
        return TimeRange.of(start, end);
    }

    /** A moment in the years 1970 to 2199. */
    static Instant instant(String field, String text) {
        Optional<Instant> instant = parsed(text);
        return instant.filter(i -> !i.isBefore(EARLIEST) && i.isBefore(LATEST)).orElseThrow(() -> fault(field,
                "is \"%s\", must be a time such as 2026-11-21T10:00:00Z, from 1970 to 2199".formatted(text)));
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    static Channel channel(String name) {
        return Channel.ofWireName(name).orElseThrow(() -> fault("channel",
                "is \"%s\", must be one of %s".formatted(name, Channel.wireNames())));
    }

    /** Buckets that somebody wants at most. */
    static int points(int points) {
        if (points < 1 || points > MAX_POINTS) {
            throw fault("points", "is %d, must be 1 to %d".formatted(points, MAX_POINTS));
        }
        return points;
    }

    static Instant start(TimeRange range) {
        return EpochNanos.instant(range.fromNanos());
    }

    static Instant end(TimeRange range) {
        return EpochNanos.instant(range.toNanos());
    }

    private static ProblemException fault(String field, String message) {
        return ProblemException.field(HttpStatus.BAD_REQUEST, field, message);
    }
}
