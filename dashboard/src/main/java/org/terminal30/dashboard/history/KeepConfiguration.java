package org.terminal30.dashboard.history;

import java.util.Optional;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * How long the configuration says that the history is kept: {@code terminal30.keep.windows}, {@code .seconds} and {@code .minutes}, each a
 * number of days or {@code forever}. When one of them is there, the others have their defaults and nobody can change them on a page.
 */
@Singleton
public final class KeepConfiguration {
    private static final String PREFIX = "terminal30.keep.";
    private static final String FOREVER = "forever";

    private final @Nullable KeepTimes times;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it cannot be; names the key, the value and what would be right
     */
    public KeepConfiguration(@Nullable @Property(name = PREFIX + "windows") String windows,
            @Nullable @Property(name = PREFIX + "seconds") String seconds,
            @Nullable @Property(name = PREFIX + "minutes") String minutes) {
        times = windows == null && seconds == null && minutes == null
                ? null
                : new KeepTimes(days("windows", windows, KeepTimes.DEFAULT.windowDays()),
                        days("seconds", seconds, KeepTimes.DEFAULT.secondDays()),
                        days("minutes", minutes, KeepTimes.DEFAULT.minuteDays()));
    }

    private static @Nullable Integer days(String level, @Nullable String text, @Nullable Integer byDefault) {
        if (text == null) {
            return byDefault;
        }
        if (text.strip().equals(FOREVER)) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("%s%s is \"%s\", must be a number of days or %s".formatted(PREFIX,
                    level, text, FOREVER), notANumber);
        }
    }

    /** Empty when it says nothing. */
    public Optional<KeepTimes> times() {
        return Optional.ofNullable(times);
    }
}
