package org.terminal30.agent.battery;

/** What is known of the engine, and from where. */
public enum EngineKnowledge {
    UNKNOWN(false),
    /** Somebody says so. */
    TOLD_OFF(false),
    /** Nobody saw a start, but the voltage is one that only an alternator or a charger makes. */
    INFERRED(true),
    /** Its start was seen (rule B5). */
    STARTED(true),
    /** Somebody, or the engine speed, says so. */
    TOLD_RUNNING(true),
    /** The same at 2000 rpm with consumers on: what an alternator is judged at. */
    TOLD_LOADED(true);

    private final boolean running;

    EngineKnowledge(boolean running) {
        this.running = running;
    }

    boolean isRunning() {
        return running;
    }

    boolean isTold() {
        return this == TOLD_OFF || this == TOLD_RUNNING || this == TOLD_LOADED;
    }
}
