package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.util.Locale;

/** Figures as they stand in sentences. */
final class Spoken {
    private Spoken() {
    }

    static String volts(double volts) {
        return String.format(Locale.ROOT, "%.2f V", volts);
    }

    static String amperes(double amperes) {
        return amperes < 1
                ? String.format(Locale.ROOT, "%.0f mA", amperes * 1000)
                : String.format(Locale.ROOT, "%.1f A", amperes);
    }

    static String fall(double voltsPerHour) {
        return String.format(Locale.ROOT, "%.1f mV/h", voltsPerHour * 1000);
    }

    /** {@code 140 ms}, {@code 3.2 s}, {@code 26 h}, {@code 5 days}. */
    static String length(Duration length) {
        if (length.toMillis() < 1_000) {
            return length.toMillis() + " ms";
        }
        if (length.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        if (length.toMinutes() < 120) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 72 ? length.toHours() + " h" : length.toDays() + " days";
    }

    /** {@code 1 lock}, {@code 3 locks}. */
    static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** {@code the only lock}, {@code both locks}, {@code all 4 locks}, {@code 2 of 4 locks}. */
    static String share(int some, int all, String thing) {
        if (some < all) {
            return some + " of " + count(all, thing);
        }
        return switch (all) {
            case 1 -> "the only " + thing;
            case 2 -> "both " + thing + "s";
            default -> "all " + count(all, thing);
        };
    }
}
