package org.terminal30.agent.alarm;

import org.terminal30.agent.detect.RecordDetail.Chattering;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Phase;

/** By what an event is judged: the phase and what else is known. */
record Situation(Phase phase, Circumstances circumstances) {

    /** How an event is judged that is known since then; its delay is over. */
    Condition judge(SupplyEvent event, AlarmRules rules, long sinceNanos, long nowNanos) {
        AlarmRule rule = rules.of(phase, event).orElse(null);
        int count = event.detail() instanceof Chattering chattering ? chattering.count() : 0;
        Cause cause = rule != null && rule.proviso().holds(circumstances, sinceNanos, nowNanos)
                ? new Cause(Place.kind(event), rule.priority(), rule.latching(), event.sequence(), count)
                : new Cause(Place.kind(event), Priority.STATUS, false, event.sequence(), count);
        return new Condition(event.channel(), cause, rule != null, sinceNanos);
    }

    Situation in(Phase next) {
        return new Situation(next, circumstances);
    }

    Situation under(Circumstances next) {
        return new Situation(phase, next);
    }
}
