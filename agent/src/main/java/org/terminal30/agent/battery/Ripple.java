package org.terminal30.agent.battery;

import java.util.OptionalDouble;

/** What the alternator leaves on the voltage. */
public sealed interface Ripple {
    /**
     * Seen in full.
     *
     * @param voltsPeakToPeak without trend and without the outermost hundredth of the samples, which are spikes
     * @param dominantHertz of the strongest component; empty when none stands out of the noise
     * @param bandwidthHertz faster components would not have been seen
     * @param diodeSignature a component at a sixth of the ripple frequency: one of the six diodes does not conduct
     */
    record Measured(double voltsPeakToPeak, OptionalDouble dominantHertz, double bandwidthHertz,
            boolean diodeSignature) implements Ripple {}

    /**
     * Cannot be said.
     *
     * @param reason for people, with what would be needed
     */
    record NotMeasurable(String reason) implements Ripple {}
}
