package org.terminal30.agent.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Step;

/**
 * How a scenario is meant to end; what is empty is left open.
 *
 * @param memoryKept whether the radio really keeps its memory
 * @param records exactly the kinds of records that the bay makes, on any channel
 * @param verdicts what the bay last said, by question
 * @param steps how far steps of the job came, by their names
 */
public record Expectation(Optional<Boolean> memoryKept, Optional<Set<EventKind>> records,
        Map<String, String> verdicts, Map<String, Step.State> steps) {
    public static final Expectation NONE = new Expectation(Optional.empty(), Optional.empty(), Map.of(), Map.of());
}
