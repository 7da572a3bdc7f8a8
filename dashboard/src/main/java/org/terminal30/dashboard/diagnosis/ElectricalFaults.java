package org.terminal30.dashboard.diagnosis;

import java.util.List;

/** Short breaks, deep dips and severe surges of the car's own supply: clamp, cable or regulator, lock or no lock. */
final class ElectricalFaults implements Rule {
    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Fault> faults = history.faults().stream().filter(SupplyTrouble::isElectrical).toList();
        if (faults.isEmpty()) {
            return List.of();
        }
        Fault last = faults.getLast();
        String words = "%s of the car's own supply outside engine starts, the last to %s for %s".formatted(
                Spoken.count(faults.size(), "short fault"), Spoken.volts(last.volts()), Spoken.length(last.lasted()));
        return List.of(new Argument(Cause.SUPPLY, faults.size() >= 2 ? Strength.STRONG : Strength.WEAK, words,
                last.at(), "9..16 V outside starts, for up to 10 s", "B3, B6, ours"));
    }
}
