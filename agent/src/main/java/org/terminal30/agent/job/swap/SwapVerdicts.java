package org.terminal30.agent.job.swap;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;

/** What a swap says, in the words of the wire (rule B6). */
final class SwapVerdicts {
    static final String DISCONNECT = "disconnect";
    static final String LIFT = "lift";
    static final String REMOVE = "remove";
    static final String MEMORY = "memory";
    static final String TESTING = "testing";
    static final String KEPT = "memory-kept";
    static final String NOT_EXCLUDED = "memory-loss-not-excluded";
    private static final String WAITING = "waiting";

    private SwapVerdicts() {
    }

    static JobVerdict disconnect(DisconnectGate.Verdict verdict, List<Evidence> evidence, long nanos) {
        return switch (verdict) {
            case WAITING -> new JobVerdict(DISCONNECT, WAITING, Tint.WHITE, nanos, evidence);
            case SAFE_TO_DISCONNECT -> new JobVerdict(DISCONNECT, "safe-to-disconnect", Tint.GREEN, nanos, evidence);
            case NOT_PROVEN -> new JobVerdict(DISCONNECT, "not-proven", Tint.AMBER, nanos, evidence);
            case DO_NOT_DISCONNECT -> new JobVerdict(DISCONNECT, "do-not-disconnect", Tint.RED, nanos, evidence);
        };
    }

    /** The lift was the test of the saver, and it failed. */
    static JobVerdict liftFailed(List<Evidence> evidence, long nanos) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(new Evidence(LIFT, Outcome.FAILED, "feed-lost", null, null, null));
        return disconnect(DisconnectGate.Verdict.DO_NOT_DISCONNECT, all, nanos);
    }

    /** The clamp is off, and the first seconds are the test. */
    static JobVerdict liftTested(long nanos) {
        return new JobVerdict(LIFT, TESTING, Tint.WHITE, nanos, List.of());
    }

    static JobVerdict lift(boolean held, long nanos) {
        return new JobVerdict(LIFT, held ? "held" : "lost", held ? Tint.GREEN : Tint.RED, nanos, List.of());
    }

    static JobVerdict remove(RemoveGate.Verdict verdict, Evidence evidence, long nanos) {
        List<Evidence> why = List.of(evidence);
        return switch (verdict) {
            case WAITING -> new JobVerdict(REMOVE, WAITING, Tint.WHITE, nanos, why);
            case SAFE_TO_REMOVE -> new JobVerdict(REMOVE, "safe-to-remove", Tint.GREEN, nanos, why);
            case NOT_PROVEN -> new JobVerdict(REMOVE, "not-proven", Tint.AMBER, nanos, why);
            case DO_NOT_REMOVE -> new JobVerdict(REMOVE, "do-not-remove", Tint.RED, nanos, why);
        };
    }

    static JobVerdict memory(MemoryWatch memory, long nanos) {
        List<Evidence> why = List.of(
                new Evidence("watched", memory.isWatched() ? Outcome.PROVEN : Outcome.NOT_MEASURED,
                        memory.isWatched() ? "throughout" : "not-throughout", null, null, null),
                new Evidence("break", memory.hasBreak() ? Outcome.FAILED : Outcome.PROVEN,
                        memory.hasBreak() ? "seen" : "none-seen", memory.longestBreakNanos() / 1e9,
                        memory.shortestSeenNanos() / 1e9, "s"),
                lowest(memory));
        return memory.isKept()
                ? new JobVerdict(MEMORY, KEPT, Tint.GREEN, nanos, why)
                : new JobVerdict(MEMORY, NOT_EXCLUDED, Tint.AMBER, nanos, why);
    }

    private static Evidence lowest(MemoryWatch memory) {
        double volts = memory.lowestVolts();
        if (volts == Double.POSITIVE_INFINITY) {
            return new Evidence("lowest", Outcome.NOT_MEASURED, "nothing-seen", null, MemoryWatch.KEPT_VOLTS, "V");
        }
        boolean enough = volts >= MemoryWatch.KEPT_VOLTS;
        return new Evidence("lowest", enough ? Outcome.PROVEN : Outcome.FAILED, enough ? "high-enough" : "too-low",
                volts, MemoryWatch.KEPT_VOLTS, "V");
    }

    /** The job ended with the old battery still on. */
    static JobVerdict neverOut(long nanos) {
        return new JobVerdict(MEMORY, "battery-never-out", Tint.WHITE, nanos, List.of());
    }
}
