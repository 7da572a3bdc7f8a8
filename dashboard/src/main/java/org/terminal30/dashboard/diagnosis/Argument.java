package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks for or against a cause.
 *
 * @param words what was seen, with its figures, a sentence for a mechanic
 * @param at when, or when last; null when it has no one moment
 * @param limit what it was held against
 * @param source of the limit or of the reasoning: {@code S1}, {@code B7}, {@code trade}, or {@code ours}
 */
public record Argument(Cause cause, Strength strength, String words, @Nullable Instant at, String limit,
        String source) {
    public Argument {
        words = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public boolean isFor() {
        return strength != Strength.AGAINST;
    }
}
