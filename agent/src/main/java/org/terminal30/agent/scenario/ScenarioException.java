package org.terminal30.agent.scenario;

import java.util.ArrayList;
import java.util.List;

/** A scenario that cannot be played: every fault in it, each naming line, key, value and what would be right. */
public final class ScenarioException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> faults;

    ScenarioException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = new ArrayList<>(faults);
    }

    /** One sentence per fault, at least one. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
