package org.terminal30.agent.battery;

import java.util.List;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;

/**
 * What a stretch of measurement of one channel says about battery and alternator: takes windows and records as the detection
 * tells them, and answers with a finding per step. Not safe for use by several threads.
 */
public final class BatteryAnalysis {
    private final ChargingRule charging = new ChargingRule(ChargingLimits.DEFAULT);
    private final ChargingVerdict chargingVerdict = new ChargingVerdict(ChargingLimits.DEFAULT, charging);
    private final SecondMeans seconds = new SecondMeans(this::second);
    private long crankingSequence;

    /** The state of charging as of now. */
    public ChargingRule charging() {
        return charging;
    }

    /** The next window of the channel, as {@link org.terminal30.agent.detect.DetectionListener} tells it. */
    public void window(long startNanos, double minimum, double maximum, double sum, long count) {
        seconds.window(startNanos, minimum, maximum, sum, count);
    }

    /** A record of the channel, in any of its revisions; all but cranking is ignored. */
    public void event(SupplyEvent event) {
        if (event.kind() != EventKind.CRANKING) {
            return;
        }
        if (event.sequence() != crankingSequence) {
            crankingSequence = event.sequence();
            charging.crankingBegan();
        }
        if (event.detail() instanceof RecordDetail.Cranking cranking && cranking.started()) {
            charging.engineStarted();
        }
    }

    private void second(long startNanos, double mean, double minimum, double maximum, long count) {
        charging.mean(startNanos, mean, minimum);
        chargingVerdict.mean(mean);
    }

    /** The stretch is over: one finding per step. What cannot be judged says why. */
    public List<Finding> finish() {
        seconds.flush();
        return List.of(chargingVerdict.finding());
    }
}
