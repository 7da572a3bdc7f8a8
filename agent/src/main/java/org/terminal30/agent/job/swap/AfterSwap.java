package org.terminal30.agent.job.swap;

import java.util.Map;
import java.util.OptionalLong;

import org.terminal30.agent.battery.ChargingState;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.EngineWatch;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.hardware.sample.Channel;

/** What is looked at when the saver is off: that the engine starts, and that the alternator charges (rule B7). */
final class AfterSwap {
    /** So long after the saver is off a battery's voltage begins to be its own (rule B6). */
    private static final long RESTS_NANOS = 60_000_000_000L;
    private static final long STEADY_NANOS = 10_000_000_000L;

    private final EngineWatch engine;
    private final ProgressBook book;
    private long saverOffNanos;

    AfterSwap(BayWiring wiring, ProgressBook book) {
        this.engine = new EngineWatch(wiring);
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
        engine.window(Channel.ONBOARD, endNanos, minimum, maximum, mean, count);
        boolean steady = endNanos - engine.analysis().charging().stateSinceNanos() >= STEADY_NANOS;
        if (!steady || book.isOver(SwapSteps.CHARGING)) {
            return;
        }
        ChargingState state = engine.analysis().charging().state();
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
        engine.event(event);
        if (event.channel() == Channel.ONBOARD && event.kind() == EventKind.CRANKING && !event.open()
                && event.detail() instanceof RecordDetail.Cranking cranking && cranking.started()) {
            book.measured(SwapSteps.ENGINE_START, event.endNanos(), Map.of("lowestVolts", event.minimum()));
        }
    }

    /** Since when the engine is off, as far as the voltage tells. */
    OptionalLong engineOffSinceNanos() {
        return engine.engineOffSinceNanos();
    }
}
