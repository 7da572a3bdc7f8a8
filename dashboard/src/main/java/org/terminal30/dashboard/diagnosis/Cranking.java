package org.terminal30.dashboard.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** How the battery stands the starter. */
final class Cranking implements Rule {
    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<Argument> arguments = new ArrayList<>();
        List<EngineStart> battery = weak(Blame.BATTERY, history);
        if (!battery.isEmpty()) {
            arguments.add(argument(Cause.SUPPLY, battery.size() >= 2 ? Strength.STRONG : Strength.WEAK, battery,
                    "from a battery that was charged or had lost nothing while it stood"));
        }
        List<EngineStart> drain = weak(Blame.DRAIN, history);
        if (!drain.isEmpty()) {
            arguments.add(argument(Cause.DRAIN, Strength.WEAK, drain, "after the parked car had emptied its battery"));
        }
        List<EngineStart> open = weak(Blame.OPEN, history);
        if (!open.isEmpty()) {
            arguments.add(argument(Cause.SUPPLY, Strength.WEAK, open, "from a discharged battery"));
            arguments.add(argument(Cause.DRAIN, Strength.WEAK, open, "from a discharged battery"));
        }
        return arguments;
    }

    private static List<EngineStart> weak(Blame blame, CaseHistory history) {
        return history.startsBesideCheck().stream().filter(start -> start.isWeak() && Blame.of(start, history) == blame)
                .toList();
    }

    private static Argument argument(Cause cause, Strength strength, List<EngineStart> starts, String words) {
        EngineStart last = starts.getLast();
        Double volts = last.cranking().value();
        return new Argument(cause, strength, "%s %s, the last down to %s from %s".formatted(
                Spoken.count(starts.size(), "weak start"), words,
                Spoken.volts(volts == null ? last.lowestVolts() : volts), Spoken.volts(last.restVolts())), last.at(),
                last.cranking().limit() + " V while cranking, inrush left out", last.cranking().source());
    }
}
