package org.terminal30.agent.job;

/** What the technician says of a step. */
public sealed interface Action {
    /** The step, on the wire. */
    String step();

    /** It is done. */
    record Tap(String step) implements Action {}

    /** It is done, with a figure or a word that only the technician has. */
    record Enter(String step, String value) implements Action {}

    /** It is left out. */
    record Skip(String step, String why) implements Action {}
}
