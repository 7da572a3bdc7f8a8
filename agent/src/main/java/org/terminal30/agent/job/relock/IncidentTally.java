package org.terminal30.agent.job.relock;

import java.util.List;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/** Counts what a watch has seen. Used by one thread. */
final class IncidentTally {
    private int radioBreaks;
    private long longestRadioBreakNanos;
    private int supplyFaults;
    private int radioAway;
    private int supplyAway;
    private int empty;

    /** Goes on with what an earlier boot counted. */
    void restored(int breaks, long longestBreakNanos, int faults, int radioGone, int supplyGone, int criticals) {
        radioBreaks = breaks;
        longestRadioBreakNanos = longestBreakNanos;
        supplyFaults = faults;
        radioAway = radioGone;
        supplyAway = supplyGone;
        empty = criticals;
    }

    void broke(Channel channel, List<SupplyEvent> breaks) {
        if (channel == Channel.RADIO) {
            radioBreaks += breaks.size();
            breaks.forEach(event -> longestRadioBreakNanos = Math.max(longestRadioBreakNanos, event.durationNanos()));
        } else {
            supplyFaults += breaks.size();
        }
    }

    /** A lead, or what it is on, was taken off and put back. */
    void away(Channel channel) {
        if (channel == Channel.RADIO) {
            radioAway++;
        } else {
            supplyAway++;
        }
    }

    void empty() {
        empty++;
    }

    /** Breaks of the radio's feed while the car's own supply was steady. */
    int radioBreaks() {
        return radioBreaks;
    }

    long longestRadioBreakNanos() {
        return longestRadioBreakNanos;
    }

    /** Short breaks and severe surges of the car's own supply, starts left out. */
    int supplyFaults() {
        return supplyFaults;
    }

    int radioAway() {
        return radioAway;
    }

    int supplyAway() {
        return supplyAway;
    }

    /** How often the battery fell below the critical voltage while nothing cranked. */
    int empties() {
        return empty;
    }
}
