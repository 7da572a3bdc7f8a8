package org.terminal30.agent.job;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A reason for a verdict: what was asked, what was found, and against which limit.
 *
 * @param about what was asked, on the wire
 * @param outcome what came of it
 * @param reason why, on the wire; its words and its remedy are the dashboard's
 * @param value what was measured or entered, in {@code unit}; null when nothing was
 * @param limit what it was held against
 * @param unit of both: {@code V A s}; null without figures
 * @param source where the limit comes from, such as {@code B7}; null where the procedure as a whole says so
 */
public record Evidence(String about, Outcome outcome, String reason, @Nullable Double value, @Nullable Double limit,
        @Nullable String unit, @Nullable String source) {
    /** What is known of it. */
    public enum Outcome {
        PROVEN,
        /** It is being measured, and not there yet. */
        WAITING,
        /** This wiring, or this supply, cannot show it. */
        NOT_MEASURED,
        FAILED
    }

    public Evidence {
        Objects.requireNonNull(about);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(reason);
    }

    /** Of a procedure whose limits all come from the same rule. */
    public Evidence(String about, Outcome outcome, String reason, @Nullable Double value, @Nullable Double limit,
            @Nullable String unit) {
        this(about, outcome, reason, value, limit, unit, null);
    }

    /** Whether it says the same, whatever the figures were. */
    public boolean saysTheSameAs(Evidence other) {
        return about.equals(other.about) && outcome == other.outcome && reason.equals(other.reason);
    }
}
