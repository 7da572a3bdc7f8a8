package org.terminal30.agent.job.swap;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;

/**
 * How far a criterion of a gate is met.
 *
 * @param value what was measured, in volts or amperes; null when nothing was
 * @param limit what it was held against
 */
record CriterionFinding(Criterion criterion, Outcome outcome, Reason reason, @Nullable Double value,
        @Nullable Double limit) {
    /** Why; each has its words and its remedy on the page. */
    enum Reason {
        MEASURED("measured"),
        LOAD_TESTED("load-tested"),
        SETTLING("settling"),
        NO_BACKUP_CHANNEL("no-backup-channel"),
        NOT_SEEN_BEFORE("not-seen-before"),
        DEAD("dead"),
        SAGS("sags"),
        NO_LEAD_CHANNEL("no-lead-channel"),
        NOT_CONNECTED("not-connected"),
        LEAD_NEVER_OFF("lead-never-off"),
        LEAD_NOT_ON_CAR("lead-not-on-car"),
        LEAD_REVERSED("lead-reversed"),
        LOAD_UNKNOWN("load-unknown"),
        RATING_UNKNOWN("rating-unknown"),
        ENTERED("entered"),
        OVERLOAD("overload"),
        NO_CURRENT_CHANNEL("no-current-channel"),
        CAR_ABOVE_SAVER("car-above-saver"),
        TOO_LITTLE("too-little"),
        FEEDS_NOTHING("feeds-nothing");

        private final String wireName;

        Reason(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    public CriterionFinding {
        Objects.requireNonNull(criterion);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(reason);
    }

    /** As it goes to the dashboard. */
    Evidence told() {
        return new Evidence(criterion.wireName(), outcome, reason.wireName(), value, limit, criterion.unit());
    }
}
