package org.terminal30.dashboard.history;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How many days each level is kept; null: for ever. Events, waveforms, lock events and reports always are, and the windows around
 * what went wrong.
 *
 * @param windowDays windows of 100 ms
 * @param secondDays seconds and ten seconds, at least as long as windows
 * @param minuteDays minutes and everything coarser, at least as long as seconds: after it nothing is left of a quiet day
 */
@Serdeable
public record KeepTimes(@Nullable Integer windowDays, @Nullable Integer secondDays, @Nullable Integer minuteDays) {
    /** A customer comes back after a holiday, and asks. */
    public static final int LEAST_DAYS = 28;
    public static final int MOST_DAYS = 36_500;
    /** A year, three years, for ever: see decision 34. */
    public static final KeepTimes DEFAULT = new KeepTimes(365, 1_095, null);

    public KeepTimes {
        faults(windowDays, secondDays, minuteDays).forEach((field, fault) -> {
            throw new IllegalArgumentException(field + " " + fault);
        });
    }

    /** What is wrong, by field, in their order; empty when these can be keep times. */
    public static Map<String, String> faults(@Nullable Integer windowDays, @Nullable Integer secondDays,
            @Nullable Integer minuteDays) {
        Map<String, String> faults = new LinkedHashMap<>();
        checkRange(faults, "windowDays", windowDays);
        checkRange(faults, "secondDays", secondDays);
        checkRange(faults, "minuteDays", minuteDays);
        checkOrder(faults, "secondDays", secondDays, "windows", windowDays);
        checkOrder(faults, "minuteDays", minuteDays, "seconds", secondDays);
        return faults;
    }

    private static void checkRange(Map<String, String> faults, String field, @Nullable Integer days) {
        if (days != null && (days < LEAST_DAYS || days > MOST_DAYS)) {
            faults.put(field, "is %d days, must be %d to %d, or for ever".formatted(days, LEAST_DAYS, MOST_DAYS));
        }
    }

    private static void checkOrder(Map<String, String> faults, String field, @Nullable Integer days, String finer,
            @Nullable Integer finerDays) {
        if (days != null && (finerDays == null || finerDays > days)) {
            faults.putIfAbsent(field, "is %d days, must be at least as long as %s are kept, %s".formatted(days, finer,
                    words(finerDays)));
        }
    }

    /** Days as people read them. */
    public static String words(@Nullable Integer days) {
        return days == null ? "for ever" : "%d days".formatted(days);
    }

    /** The days of windows, seconds or minutes; other levels go with the next finer one of these. */
    public @Nullable Integer days(Level level) {
        return switch (level) {
            case WINDOW -> windowDays;
            case SECOND, TEN_SECONDS -> secondDays;
            default -> minuteDays;
        };
    }
}
