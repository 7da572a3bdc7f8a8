package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.terminal30.dashboard.diagnosis.LockRisk.Level;
import org.terminal30.dashboard.diagnosis.LockRisk.Reason;

/** Says what the history makes of the risk of a lock. */
public final class RiskJudge {
    /** An older lock says little about the car as it is. */
    private static final Duration RECENT = Duration.ofDays(90);
    /** Less than this is no look at the car. */
    private static final Duration A_LOOK = Duration.ofMinutes(10);
    /** So many reasons together are grave. */
    private static final int MANY = 3;

    /**
     * Weighs it.
     *
     * @param codeMissing the radio's head unit is known, and nobody knows where its code lies
     */
    public LockRisk judge(CaseHistory history, boolean codeMissing, Instant now) {
        List<Reason> reasons = Stream
                .of(code(codeMissing), locks(history, now), radioBreaks(history), unit(history), battery(history),
                        supply(history), swap(history))
                .flatMap(List::stream).sorted(Comparator.comparing(Reason::level))
                .toList();
        if (!reasons.isEmpty()) {
            boolean high = reasons.getFirst().level() == Level.HIGH || reasons.size() >= MANY;
            return new LockRisk(high ? Level.HIGH : Level.RAISED, reasons);
        }
        Duration watched = history.watched(Point.ONBOARD);
        if (watched.compareTo(A_LOOK) < 0) {
            return new LockRisk(Level.UNKNOWN, List.of(new Reason(Level.UNKNOWN,
                    "No lock is entered, and the supply was watched for less than " + Spoken.length(A_LOOK), null,
                    "ours")));
        }
        return new LockRisk(Level.NONE_SEEN, List.of(new Reason(Level.NONE_SEEN,
                "No lock is entered and no fault was seen in %s of watching".formatted(Spoken.length(watched)), null,
                "ours")));
    }

    /** It makes no lock likelier, and every lock a matter of days (S0, S3). */
    private static List<Reason> code(boolean missing) {
        return missing
                ? List.of(new Reason(Level.RAISED, "Nobody knows where the radio's code lies", null, "S0, S1"))
                : List.of();
    }

    private static List<Reason> locks(CaseHistory history, Instant now) {
        List<LockSeen> recent = history.locks().stream().filter(lock -> lock.to().isAfter(now.minus(RECENT))).toList();
        if (recent.isEmpty()) {
            return List.of();
        }
        return List.of(new Reason(recent.size() > 1 ? Level.HIGH : Level.RAISED,
                "The radio locked %s in %d days".formatted(recent.size() == 1 ? "once" : recent.size() + " times",
                        RECENT.toDays()),
                recent.getLast().to(), "S1"));
    }

    private static List<Reason> radioBreaks(CaseHistory history) {
        List<Fault> breaks = history.radioAlone();
        return breaks.isEmpty()
                ? List.of()
                : List.of(new Reason(breaks.size() >= MANY ? Level.HIGH : Level.RAISED,
                        "The radio's own feed broke %s".formatted(
                                breaks.size() == 1 ? "once" : breaks.size() + " times"),
                        breaks.getLast().at(), "S1, S3"));
    }

    private static List<Reason> unit(CaseHistory history) {
        List<Reason> reasons = new ArrayList<>();
        for (Looked entry : history.looked()) {
            if (entry.what() == Looked.What.ASKS_AT_EVERY_IGNITION) {
                reasons.add(new Reason(Level.HIGH, "The radio asks for its code at every ignition", entry.at(),
                        "S1, S3"));
            } else if (entry.what() == Looked.What.FIRMWARE_UNOFFICIAL) {
                reasons.add(new Reason(Level.RAISED, "The radio runs unofficial firmware", entry.at(), "S1, S4"));
            }
        }
        return reasons;
    }

    private static List<Reason> battery(CaseHistory history) {
        List<Reason> reasons = new ArrayList<>();
        if (!history.starts().isEmpty() && history.starts().getLast().isWeak()) {
            EngineStart last = history.starts().getLast();
            reasons.add(new Reason(Level.RAISED, "The last engine start was weak: down to "
                    + Spoken.volts(last.lowestVolts()), last.at(), last.cranking().source()));
        }
        if (!history.stands().isEmpty() && ParkedVoltage.isSteep(history.stands().getLast())) {
            Stand last = history.stands().getLast();
            reasons.add(new Reason(Level.RAISED, "The parked car emptied its battery: %s after %s".formatted(
                    Spoken.volts(last.endVolts()), Spoken.length(last.length())), last.to(), "trade"));
        }
        return reasons;
    }

    private static List<Reason> supply(CaseHistory history) {
        List<Fault> faults = history.faults().stream().filter(SupplyTrouble::isElectrical).toList();
        return faults.isEmpty()
                ? List.of()
                : List.of(new Reason(Level.RAISED, "%s of the car's own supply, the last to %s".formatted(
                        Spoken.count(faults.size(), "short fault"), Spoken.volts(faults.getLast().volts())),
                        faults.getLast().at(), "B3, B6"));
    }

    private static List<Reason> swap(CaseHistory history) {
        Swap swap = history.swap();
        if (swap == null) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        if (!swap.longestBreak().isZero()) {
            reasons.add(new Reason(Level.RAISED, "The last battery swap broke the feed for "
                    + Spoken.length(swap.longestBreak()), swap.at(), "B6"));
        }
        if (swap.saverFailed()) {
            reasons.add(new Reason(Level.RAISED, "The backup supply failed in the last battery swap", swap.at(), "B6"));
        }
        return reasons;
    }
}
