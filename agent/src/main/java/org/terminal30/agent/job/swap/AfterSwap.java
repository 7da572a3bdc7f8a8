package org.terminal30.agent.job.swap;

import java.util.Map;
import java.util.OptionalLong;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.battery.ChargingState;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.hardware.sample.Channel;

/** What is looked at when the saver is off: that the engine starts, and that the alternator charges (rule B7). */
final class AfterSwap {
    /** So long after the saver is off a battery's voltage begins to be its own (rule B6). */
    private static final long RESTS_NANOS = 60_000_000_000L;
    private static final long STEADY_NANOS = 10_000_000_000L;

    private final BatteryAnalysis analysis;
    private final ProgressBook book;
    private long saverOffNanos;

    /** @param rateHertz nominal rate of the network's channel */
    AfterSwap(double rateHertz, ProgressBook book) {
        this.analysis = new BatteryAnalysis(BatteryProfile.UNKNOWN, rateHertz);
        this.book = book;
    }

    /** The saver is off since then. */
    void begin(long nanos) {
        saverOffNanos = nanos;
    }

    /** Whether the battery has been left to itself for long enough to be measured. */
    boolean isRested(long nowNanos) {
        return nowNanos - saverOffNanos >= RESTS_NANOS;
    }

    void onboard(long endNanos, double minimum, double maximum, double mean, long count) {
        analysis.window(endNanos - Detector.WINDOW_NANOS, minimum, maximum, mean * count, count);
        boolean steady = endNanos - analysis.charging().stateSinceNanos() >= STEADY_NANOS;
        if (!steady || book.isOver(SwapSteps.CHARGING)) {
            return;
        }
        ChargingState state = analysis.charging().state();
        switch (state) {
            case CHARGING, SMART_ALTERNATOR ->
                book.measured(SwapSteps.CHARGING, endNanos, Map.of("chargingVolts", mean));
            case UNDERCHARGING -> book.failed(SwapSteps.CHARGING, endNanos, "undercharging");
            case OVERCHARGING -> book.failed(SwapSteps.CHARGING, endNanos, "overcharging");
            case OFF, UNKNOWN -> {
                // The engine has not been started yet, or nothing can be said.
            }
        }
    }

    void event(SupplyEvent event) {
        analysis.event(event);
        if (event.channel() == Channel.ONBOARD && event.kind() == EventKind.CRANKING && !event.open()
                && event.detail() instanceof RecordDetail.Cranking cranking && cranking.started()) {
            book.measured(SwapSteps.ENGINE_START, event.endNanos(), Map.of("lowestVolts", event.minimum()));
        }
    }

    /** Since when the engine is off, as far as the voltage tells. */
    OptionalLong engineOffSinceNanos() {
        return analysis.charging().engineOffSinceNanos();
    }
}
