package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.List;

import org.terminal30.agent.battery.Verdict;

/** Starts well and charges well: not the battery, not the alternator. */
final class SoundSupply implements Rule {
    private static final int ENOUGH = 2;

    @Override
    public List<Argument> arguments(CaseHistory history) {
        List<EngineStart> good = history.starts().stream()
                .filter(start -> start.charging().verdict() == Verdict.PASS && !start.isWeak()).toList();
        boolean trouble = history.hasSupplyTroubleSince(Instant.MIN);
        if (trouble || good.size() < ENOUGH) {
            return List.of();
        }
        Double volts = good.getLast().charging().value();
        return List.of(new Argument(Cause.SUPPLY, Strength.AGAINST,
                "%s without a weak one, charging well after %d of them%s".formatted(
                        Spoken.count(history.starts().size(), "engine start"), good.size(),
                        volts == null ? "" : ", the last at " + Spoken.volts(volts)),
                good.getLast().at(), good.getLast().charging().limit() + " V charging", "B7"));
    }
}
