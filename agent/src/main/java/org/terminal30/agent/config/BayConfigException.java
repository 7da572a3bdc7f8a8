package org.terminal30.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A configuration that cannot be used: every fault in it, each naming key, value and what is allowed. */
public final class BayConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> faults;

    public BayConfigException(Path file, List<String> faults) {
        super("%s: %s".formatted(file, String.join("; ", faults)));
        this.faults = new ArrayList<>(faults);
    }

    /** One sentence per fault, at least one. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
