package org.terminal30.hardware.trace;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A time written after a pattern of {@link DateTimeFormatter} that somebody has given, for loggers that write it like
 * nobody else. Without a zone it is taken for UTC.
 *
 * @param pattern as it was given
 * @param formatter made of it
 */
record PatternTime(String pattern, DateTimeFormatter formatter) implements TimeFormat {
    private static final String ZONES = "zZVvOXx";

    /** @throws IllegalArgumentException when the letters are no pattern */
    static PatternTime of(String pattern) {
        return new PatternTime(pattern, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    @Override
    public long nanos(char[] characters, int from, int to) {
        try {
            TemporalAccessor time = formatter.parseBest(new String(characters, from, to - from), OffsetDateTime::from,
                    LocalDateTime::from, LocalTime::from);
            return switch (time) {
                case OffsetDateTime zoned -> sinceEpoch(zoned.toInstant());
                case LocalDateTime local -> sinceEpoch(local.toInstant(ZoneOffset.UTC));
                default -> time.getLong(ChronoField.NANO_OF_DAY);
            };
        } catch (DateTimeException | ArithmeticException notATime) {
            return NOT_A_TIME;
        }
    }

    private static long sinceEpoch(Instant instant) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    }

    /** The letter S stands for one decimal of a second. */
    @Override
    public long resolutionNanos(char[] characters, int from, int to) {
        long decimals = pattern.chars().filter(letter -> letter == 'S').count();
        return Math.max(1, Math.round(Math.pow(10, 9.0 - decimals)));
    }

    @Override
    public boolean isOfDay() {
        return !pattern.contains("d");
    }

    @Override
    public boolean isLocal() {
        return ZONES.chars().noneMatch(letter -> pattern.indexOf(letter) >= 0);
    }

    @Override
    public String description() {
        return "a time like " + pattern;
    }
}
