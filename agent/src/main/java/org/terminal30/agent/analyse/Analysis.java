package org.terminal30.agent.analyse;

import java.util.List;

import org.terminal30.agent.detect.FirstFailure;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/**
 * What was found in a recording. Its times count from the first sample.
 *
 * @param recording that was analysed
 * @param events in order of their start, each in its final state; one that contains another comes first
 * @param gaps stretches without samples, in order
 * @param verdicts in order of the time they speak of
 */
record Analysis(Recording recording, List<SupplyEvent> events, List<Gap> gaps, List<Verdict> verdicts) {
    Analysis {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
        verdicts = List.copyOf(verdicts);
    }

    /** The incidents in which two channels failed, in order. */
    List<FirstFailure> firstFailures() {
        return FirstFailure.among(events, this::intervalNanos);
    }

    private long intervalNanos(Channel channel) {
        return recording.channels().stream().filter(info -> info.channel() == channel).findFirst().orElseThrow()
                .nominalIntervalNanos();
    }
}
