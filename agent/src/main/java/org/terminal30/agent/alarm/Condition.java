package org.terminal30.agent.alarm;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;

/** A supply event that sounds in the present phase. */
record Condition(SupplyEvent event, AlarmRule rule) {

    Priority priority() {
        return rule.priority();
    }

    int severity() {
        return severity(event.kind(), priority());
    }

    /** Kind before priority: low, critical, feed-lost, interruption; a kind by itself rises with its priority. */
    static int severity(EventKind kind, Priority priority) {
        int rank = switch (kind) {
            case INTERRUPTION -> 3;
            case FEED_LOST -> 2;
            case CRITICAL -> 1;
            default -> 0;
        };
        return 2 * rank + (priority == Priority.CRITICAL ? 1 : 0);
    }
}
