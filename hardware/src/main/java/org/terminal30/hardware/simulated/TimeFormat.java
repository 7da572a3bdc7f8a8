package org.terminal30.hardware.simulated;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** How a recording writes time. */
enum TimeFormat {
    /** Seconds since anything. */
    SECONDS("a number of seconds") {
        @Override
        OptionalLong nanos(String cell) {
            OptionalDouble seconds = Cells.number(cell);
            return seconds.isPresent() && Math.abs(seconds.getAsDouble()) <= MAX_SECONDS
                    ? OptionalLong.of(Math.round(seconds.getAsDouble() * 1e9))
                    : OptionalLong.empty();
        }
    },
    /** {@code 2026-11-21T10:00:00.123Z}, with a space for the T if need be; without an offset it is taken for UTC. */
    ISO_8601("an ISO-8601 time such as 2026-11-21T10:00:00.123Z") {
        @Override
        OptionalLong nanos(String cell) {
            try {
                TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(cell.replace(' ', 'T'),
                        OffsetDateTime::from, LocalDateTime::from);
                Instant instant = time instanceof OffsetDateTime offset
                        ? offset.toInstant()
                        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
                return OptionalLong.of(ChronoUnit.NANOS.between(Instant.EPOCH, instant));
            } catch (DateTimeException | ArithmeticException notATime) {
                return OptionalLong.empty();
            }
        }
    };

    /** About three hundred years: what fits into nanoseconds. */
    private static final double MAX_SECONDS = 9e9;

    private final String description;

    TimeFormat(String description) {
        this.description = description;
    }

    /** Nanoseconds since the format's origin; empty when the cell is not such a time. */
    abstract OptionalLong nanos(String cell);

    /** What a cell would have to be, for messages. */
    String description() {
        return description;
    }

    /** The format that can read this cell. */
    static Optional<TimeFormat> of(String cell) {
        for (TimeFormat format : values()) {
            if (format.nanos(cell).isPresent()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
