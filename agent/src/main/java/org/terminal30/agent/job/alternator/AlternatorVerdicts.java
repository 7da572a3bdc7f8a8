package org.terminal30.agent.job.alternator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.agent.job.Progress;

/** What an alternator check says, in the words of the wire (rule B7). White, never green, where something was not measured. */
final class AlternatorVerdicts {
    static final String OVERALL = "alternator";
    static final String WAITING = "waiting";
    /** The worst first: a battery is often weak because of what stands before it. */
    private static final List<Verdict> FAULTS = List.of(Verdict.OVERCHARGING, Verdict.UNDERCHARGING, Verdict.RIPPLE,
            Verdict.POOR_CONNECTION, Verdict.WEAK_BATTERY);

    private AlternatorVerdicts() {
    }

    static JobVerdict of(Part part, PartVerdict found, long nanos) {
        return new JobVerdict(part.wireName(), found.verdict().wireName(), tint(found.verdict()), nanos,
                found.evidence());
    }

    private static Tint tint(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Tint.GREEN;
            case INSUFFICIENT_DATA -> Tint.WHITE;
            case UNDERCHARGING, OVERCHARGING, RIPPLE, WEAK_BATTERY, POOR_CONNECTION -> Tint.RED;
        };
    }

    /**
     * The check as a whole: the worst fault as soon as there is one, and a pass only when every part has passed.
     *
     * @param over whether nothing more will be measured
     */
    static JobVerdict overall(Progress progress, boolean over, long nanos) {
        Optional<Verdict> fault = FAULTS.stream().filter(verdict -> isAnywhere(verdict, progress)).findFirst();
        if (fault.isPresent()) {
            return overall(fault.get(), evidence(progress, Outcome.FAILED), nanos);
        }
        if (!over) {
            return new JobVerdict(OVERALL, WAITING, Tint.WHITE, nanos, List.of());
        }
        boolean passed = Arrays.stream(Part.values())
                .allMatch(part -> progress.says(part.wireName(), Verdict.PASS.wireName()));
        return passed
                ? overall(Verdict.PASS, evidence(progress, Outcome.PROVEN), nanos)
                : overall(Verdict.INSUFFICIENT_DATA, evidence(progress, Outcome.NOT_MEASURED), nanos);
    }

    private static JobVerdict overall(Verdict verdict, List<Evidence> why, long nanos) {
        return new JobVerdict(OVERALL, verdict.wireName(), tint(verdict), nanos, why);
    }

    private static boolean isAnywhere(Verdict verdict, Progress progress) {
        return Arrays.stream(Part.values()).anyMatch(part -> progress.says(part.wireName(), verdict.wireName()));
    }

    private static List<Evidence> evidence(Progress progress, Outcome outcome) {
        return Arrays.stream(Part.values()).flatMap(part -> progress.verdict(part.wireName()).stream())
                .flatMap(verdict -> verdict.evidence().stream()).filter(one -> one.outcome() == outcome).toList();
    }
}
