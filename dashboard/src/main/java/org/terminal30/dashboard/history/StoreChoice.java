package org.terminal30.dashboard.history;

import java.util.Optional;
import java.util.function.Function;

/** Which store the configuration chooses for the history. */
public final class StoreChoice {
    /** The key; {@link #SQLITE} without it. */
    public static final String PROPERTY = "terminal30.history.store";
    public static final String SQLITE = "sqlite";
    public static final String INFLUX = "influx";

    private StoreChoice() {
    }

    /**
     * Checks the choice before anything is opened.
     *
     * @param properties the value of a key, where there is one
     * @throws IllegalArgumentException when there is no such store
     */
    public static void check(Function<String, Optional<String>> properties) {
        String store = properties.apply(PROPERTY).orElse(SQLITE);
        if (!store.equals(SQLITE) && !store.equals(INFLUX)) {
            throw new IllegalArgumentException("%s is \"%s\", must be %s or %s".formatted(PROPERTY, store, SQLITE,
                    INFLUX));
        }
    }
}
