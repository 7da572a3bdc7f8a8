package org.terminal30.hardware.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What really happened to the head unit, which nobody at the bay can know: for tests and reports of a simulation, never for what
 * judges. Times are seconds since the model's beginning.
 *
 * @param breaks stretches in which the radio's terminal was below what its memory needs, oldest first; the last may be open
 * @param breaksLeftOut further ones, beyond {@value RadioMemory#MAX_BREAKS}
 * @param memoryLostSeconds when the radio lost its memory, empty when it kept it
 * @param radioMinVolts lowest voltage at the radio's terminal
 * @param onboardMinVolts lowest voltage of the car's network, wherever the sense lead was
 * @param saverFuseBlown whether the fuse between saver and car is blown at the end
 * @param engineRuns whether the engine runs at the end
 * @param batteryCharge share of the charge left in the battery that is there at the end
 */
public record Truth(List<Break> breaks, long breaksLeftOut, OptionalDouble memoryLostSeconds, double radioMinVolts,
        double onboardMinVolts, boolean saverFuseBlown, boolean engineRuns, double batteryCharge) {
    /**
     * The radio without its feed.
     *
     * @param seconds its length, so far when open
     */
    public record Break(double startSeconds, double seconds, boolean open) {}

    public Truth {
        breaks = List.copyOf(breaks);
    }

    public boolean memoryKept() {
        return memoryLostSeconds.isEmpty();
    }

    public boolean feedBroken() {
        return !breaks.isEmpty();
    }

    public double longestBreakSeconds() {
        return breaks.stream().mapToDouble(Break::seconds).max().orElse(0);
    }
}
