package org.terminal30.dashboard.history;

import java.util.List;

import org.terminal30.agent.wire.BayId;

/** Stretches of a bay's time that somebody is going to look at closely for ever, beside those around its events. */
@FunctionalInterface
public interface Keepsakes {
    /** Nothing but events. */
    Keepsakes NONE = (bay, range) -> List.of();

    /** Those that touch the range. */
    List<TimeRange> touching(BayId bay, TimeRange range);
}
