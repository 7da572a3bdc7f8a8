package org.terminal30.agent.job.alternator;

import java.util.Arrays;
import java.util.List;

/** What an alternator check has to find out; each answer stands at the step that gives it. */
enum Part {
    /** How the battery stands at rest. */
    REST("rest", AlternatorSteps.REST),
    /** How the battery stands the starter. */
    START("start", AlternatorSteps.START),
    /** What is lost between the battery's posts and the car's network while the starter turns. */
    CONNECTION("connection", AlternatorSteps.START),
    /** How the alternator charges at idle. */
    IDLE("idle", AlternatorSteps.IDLE),
    /** The same with consumers on. */
    LOADED("loaded", AlternatorSteps.LOADED),
    /** The same at 2000 to 2500 rpm: what an alternator is judged at. */
    RAISED("raised", AlternatorSteps.RAISED),
    /** What the rectifier leaves on the voltage, loaded and at raised revs. */
    RIPPLE("ripple", AlternatorSteps.RAISED);

    private final String wireName;
    private final String step;

    Part(String wireName, String step) {
        this.wireName = wireName;
        this.step = step;
    }

    /** The question on the wire. */
    String wireName() {
        return wireName;
    }

    String step() {
        return step;
    }

    static List<Part> of(String step) {
        return Arrays.stream(values()).filter(part -> part.step.equals(step)).toList();
    }
}
