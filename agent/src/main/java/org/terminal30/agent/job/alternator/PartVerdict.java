package org.terminal30.agent.job.alternator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.Finding;
import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;

/** The answer to one part of the check, with its figures, limits and their sources. */
record PartVerdict(Verdict verdict, List<Evidence> evidence) {
    PartVerdict {
        evidence = List.copyOf(evidence);
    }

    /** Nothing was measured, and this is why. */
    static PartVerdict notMeasured(Part part, String reason) {
        return of(part.wireName(), Verdict.INSUFFICIENT_DATA, reason, null, null, null);
    }

    /** A finding, held against the one figure of its limit that matters. */
    static PartVerdict of(Finding finding, double limit) {
        return of(finding.step(), finding.verdict(), finding.reason(), finding.value(), limit, finding.source());
    }

    /** @param source where the limit comes from; null without a limit */
    static PartVerdict of(String about, Verdict verdict, String reason, @Nullable Double volts, @Nullable Double limit,
            @Nullable String source) {
        return new PartVerdict(verdict, List.of(new Evidence(about, outcome(verdict), reason, volts, limit,
                volts == null && limit == null ? null : "V", source)));
    }

    static Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Outcome.PROVEN;
            case INSUFFICIENT_DATA -> Outcome.NOT_MEASURED;
            case UNDERCHARGING, OVERCHARGING, RIPPLE, WEAK_BATTERY, POOR_CONNECTION -> Outcome.FAILED;
        };
    }
}
