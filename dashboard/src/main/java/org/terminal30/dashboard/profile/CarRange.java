package org.terminal30.dashboard.profile;

import java.util.Locale;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Cars that left the works with a kind of head unit, all of them Nissans.
 *
 * @param fromYear first year of manufacture, inclusive; null when it was not said
 * @param toYear last one, inclusive
 */
@Serdeable
public record CarRange(String model, @Nullable String generation, @Nullable Integer fromYear,
        @Nullable Integer toYear) {
    private static final String MAKE = "Nissan";
    private static final int MODEL = 1;
    private static final int GENERATION = 4;
    private static final int YEAR = 2;

    /** How well a car is one of these: 0 when it is not, more the more of it fits. */
    int fit(String make, String carModel, @Nullable String carGeneration, @Nullable Integer year) {
        if (!make.equalsIgnoreCase(MAKE) || !alike(model, carModel)) {
            return 0;
        }
        int fit = MODEL;
        if (generation != null && carGeneration != null) {
            if (!alike(generation, carGeneration)) {
                return 0;
            }
            fit += GENERATION;
        }
        if (fromYear != null && toYear != null && year != null) {
            if (year < fromYear || year > toYear) {
                return 0;
            }
            fit += YEAR;
        }
        return fit;
    }

    private static boolean alike(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
