package org.terminal30.dashboard.diagnosis;

import java.time.Instant;

import org.terminal30.agent.battery.Finding;
import org.terminal30.agent.battery.Verdict;

/**
 * An engine start with what followed.
 *
 * @param restVolts mean of the two seconds before
 * @param lowestVolts lowest sample, inrush included
 * @param started whether the alternator is known to have lifted the voltage
 * @param onlyAttempt nobody tried again soon: the engine ran, whatever the voltage says
 * @param cranking how the battery was judged by it
 * @param charging how the alternator was judged after it
 */
public record EngineStart(Instant at, double restVolts, double lowestVolts, boolean started, boolean onlyAttempt,
        Finding cranking, Finding charging) {
    boolean isWeak() {
        return cranking.verdict() == Verdict.WEAK_BATTERY;
    }

    /** Weak, or followed by bad charging. */
    boolean isDoubtful() {
        return isWeak() || (charging.verdict() != Verdict.PASS && charging.verdict() != Verdict.INSUFFICIENT_DATA);
    }
}
