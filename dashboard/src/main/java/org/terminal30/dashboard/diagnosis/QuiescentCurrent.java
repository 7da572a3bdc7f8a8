package org.terminal30.dashboard.diagnosis;

import java.util.List;

/** What the sleeping car draws, where somebody has measured it. */
final class QuiescentCurrent implements Rule {
    /** More than a sleeping car may draw. */
    static final double MOST_AMPERES = 0.05;

    @Override
    public List<Argument> arguments(CaseHistory history) {
        if (history.loads().isEmpty()) {
            return List.of();
        }
        QuiescentLoad load = history.loads().getLast();
        boolean much = load.amperes() > MOST_AMPERES;
        return List.of(new Argument(Cause.DRAIN, much ? Strength.STRONG : Strength.AGAINST,
                "The parked car draws %s (%s)".formatted(Spoken.amperes(load.amperes()),
                        load.measured() ? "measured at the bay" : "entered by hand"),
                load.at(), "25..50 mA after 75 min", "trade"));
    }
}
