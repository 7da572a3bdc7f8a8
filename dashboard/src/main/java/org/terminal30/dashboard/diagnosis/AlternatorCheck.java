package org.terminal30.dashboard.diagnosis;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.Verdict;

/**
 * The newest alternator check that was finished.
 *
 * @param from when it was begun
 * @param verdict of the whole: the worst fault of any part, a pass only when every part passed
 * @param restVolts of the battery before the start; null when it was not seen at rest
 * @param figure what the verdict rests on; null when nothing was measured
 */
public record AlternatorCheck(Instant from, Instant to, Verdict verdict, @Nullable Double restVolts,
        @Nullable Figure figure) {
    /**
     * What was measured of a part.
     *
     * @param part in the words of the wire: {@code rest start connection idle loaded raised ripple}
     * @param volts measured, or lost, or peak to peak
     * @param source of the limit
     */
    public record Figure(String part, double volts, double limitVolts, String source) {}

    boolean covers(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** Whether it says of battery or alternator that they are bad. */
    boolean isSupplyFault() {
        return isChargingFault() || verdict == Verdict.WEAK_BATTERY;
    }

    /** Whether the alternator is bad, whatever battery stands beside it. */
    boolean isChargingFault() {
        return switch (verdict) {
            case UNDERCHARGING, OVERCHARGING, RIPPLE -> true;
            case WEAK_BATTERY, POOR_CONNECTION, PASS, INSUFFICIENT_DATA -> false;
        };
    }
}
