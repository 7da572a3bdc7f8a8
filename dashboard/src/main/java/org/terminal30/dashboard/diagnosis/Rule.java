package org.terminal30.dashboard.diagnosis;

import java.util.List;

/** One way of reasoning from what was recorded to the causes. Small, so that a mechanic can argue with it. */
interface Rule {
    /** In no order; nothing when the history has nothing to say here. */
    List<Argument> arguments(CaseHistory history);
}
