package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.Finding;
import org.terminal30.agent.battery.Verdict;
import org.terminal30.dashboard.diagnosis.LockSeen.Before;

/** A case history put together piece by piece, by the hour of its days. */
final class ScriptedCar {
    private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");

    private final List<LockSeen> locks = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<EngineStart> starts = new ArrayList<>();
    private final List<Stand> stands = new ArrayList<>();
    private final List<QuiescentLoad> loads = new ArrayList<>();
    private final List<Looked> looked = new ArrayList<>();
    private @Nullable Swap swap;
    private @Nullable AlternatorCheck check;

    static Instant hour(double hour) {
        return BEGIN.plusMillis((long) (hour * 3_600_000));
    }

    CaseHistory history() {
        return new CaseHistory(locks, watched, faults, starts, stands, loads, looked, swap, check);
    }

    ScriptedCar lockedAt(double hour) {
        return lockedAt(hour, Before.UNKNOWN);
    }

    ScriptedCar lockedAt(double hour, Before before) {
        locks.add(new LockSeen(hour(hour), hour(hour), before));
        return this;
    }

    ScriptedCar lockedBetween(double from, double to) {
        locks.add(new LockSeen(hour(from), hour(to), Before.UNKNOWN));
        return this;
    }

    ScriptedCar watched(Point point, double from, double to) {
        watched.add(new Watched(point, hour(from), hour(to)));
        return this;
    }

    ScriptedCar fault(Point point, Fault.Kind kind, double hour, long millis, double volts) {
        faults.add(new Fault(point, kind, hour(hour), Duration.ofMillis(millis), volts));
        return this;
    }

    ScriptedCar start(double hour, double restVolts, double crankingVolts, Verdict charging) {
        Verdict cranking = crankingVolts < 8.5 ? Verdict.WEAK_BATTERY : Verdict.PASS;
        boolean judged = charging != Verdict.INSUFFICIENT_DATA;
        starts.add(new EngineStart(hour(hour), restVolts, crankingVolts - 0.5, judged, true,
                new Finding("cranking", cranking, "", crankingVolts, "V", ">= 8.5", "table", ""),
                new Finding("charging", charging, "", judged ? 14.1 : null, "V", "13.2..15.0", "B7", "not seen")));
        return this;
    }

    ScriptedCar stood(double from, double to, double startVolts, double endVolts) {
        stands.add(new Stand(hour(from), hour(to), startVolts, endVolts, (startVolts - endVolts) / (to - from)));
        return this;
    }

    ScriptedCar draws(double amperes) {
        loads.add(new QuiescentLoad(hour(0), amperes, false));
        return this;
    }

    ScriptedCar found(Looked.What what) {
        looked.add(new Looked(what, hour(0)));
        return this;
    }

    ScriptedCar swapped(Duration longestBreak, boolean saverFailed) {
        swap = new Swap(hour(0), longestBreak, saverFailed);
        return this;
    }

    ScriptedCar swappedAt(double hour) {
        swap = new Swap(hour(hour), Duration.ZERO, false);
        return this;
    }

    /** A check of half an hour. */
    ScriptedCar checked(double hour, Verdict verdict, @Nullable Double restVolts, String part, double volts,
            double limitVolts) {
        check = new AlternatorCheck(hour(hour), hour(hour + 0.5), verdict, restVolts,
                new AlternatorCheck.Figure(part, volts, limitVolts, "B7"));
        return this;
    }
}
