package org.terminal30.dashboard.diagnosis;

import java.util.List;

import org.terminal30.agent.battery.Verdict;
import org.terminal30.dashboard.diagnosis.AlternatorCheck.Figure;

/**
 * What the newest alternator check came to. It is one argument however many of its parts failed: a bad alternator leaves a weak
 * battery, too. A passed check is silent once something was wrong after it.
 */
final class Checked implements Rule {
    @Override
    public List<Argument> arguments(CaseHistory history) {
        return history.standingCheck().map(check -> switch (check.verdict()) {
            case UNDERCHARGING, OVERCHARGING, RIPPLE -> List.of(argument(Cause.SUPPLY, Strength.STRONG, check));
            case WEAK_BATTERY -> weakBattery(check, history);
            case POOR_CONNECTION -> List.of(argument(Cause.CONTACT, Strength.WEAK, check));
            case PASS -> history.hasSupplyTroubleSince(check.to())
                    ? List.<Argument>of()
                    : List.of(argument(Cause.SUPPLY, Strength.AGAINST, check));
            case INSUFFICIENT_DATA -> List.<Argument>of();
        }).orElse(List.of());
    }

    /** As with any weak start: a battery that was found empty may have been emptied. */
    private static List<Argument> weakBattery(AlternatorCheck check, CaseHistory history) {
        return switch (Blame.of(check, history)) {
            case BATTERY -> List.of(argument(Cause.SUPPLY, Strength.STRONG, check));
            case DRAIN -> List.of(argument(Cause.DRAIN, Strength.WEAK, check));
            case OPEN -> List.of(argument(Cause.SUPPLY, Strength.WEAK, check),
                    argument(Cause.DRAIN, Strength.WEAK, check));
        };
    }

    private static Argument argument(Cause cause, Strength strength, AlternatorCheck check) {
        Figure figure = check.figure();
        String says = check.verdict() == Verdict.PASS
                ? "The alternator check passed in every part"
                : "The alternator check says " + check.verdict().wireName().replace('-', ' ');
        return figure == null
                ? new Argument(cause, strength, says, check.to(), "the limits of the check", "B7")
                : new Argument(cause, strength,
                        "%s: %s %s".formatted(says, Spoken.volts(figure.volts()), where(figure)), check.to(),
                        "%s %s".formatted(isLeast(check.verdict()) ? ">=" : "<=", Spoken.volts(figure.limitVolts())),
                        figure.source());
    }

    private static boolean isLeast(Verdict verdict) {
        return switch (verdict) {
            case PASS, UNDERCHARGING, WEAK_BATTERY, INSUFFICIENT_DATA -> true;
            case OVERCHARGING, RIPPLE, POOR_CONNECTION -> false;
        };
    }

    private static String where(Figure figure) {
        return switch (figure.part()) {
            case "rest" -> "at rest";
            case "start" -> "under the starter";
            case "connection" -> "lost between the battery's posts and the car under the starter";
            case "idle" -> "at idle";
            case "loaded" -> "at idle with consumers on";
            case "raised" -> "at raised revs";
            case "ripple" -> "peak to peak";
            default -> "at " + figure.part();
        };
    }
}
