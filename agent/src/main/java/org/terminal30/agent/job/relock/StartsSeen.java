package org.terminal30.agent.job.relock;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.EngineWatch;
import org.terminal30.hardware.sample.Channel;

/** The engine starts in a watch, and how low the car's network went at all. Used by one thread. */
final class StartsSeen {
    private final EngineWatch engine;
    private final boolean seesMinima;
    private final boolean exact;
    private int count;
    private long lastSequence;
    private double lowestStartVolts = Double.POSITIVE_INFINITY;
    private double lowestVolts = Double.POSITIVE_INFINITY;

    StartsSeen(BayWiring wiring) {
        this.engine = new EngineWatch(wiring);
        this.seesMinima = wiring.mayGuard();
        this.exact = !wiring.isCoarse(Channel.ONBOARD);
    }

    void restored(int earlier, double lowestStart, double lowest) {
        count = earlier;
        lowestStartVolts = lowestStart;
        lowestVolts = lowest;
    }

    /** A window of the car's network. */
    void window(long endNanos, double minimum, double maximum, double mean, long samples) {
        engine.window(Channel.ONBOARD, endNanos, minimum, maximum, mean, samples);
        lowestVolts = Math.min(lowestVolts, minimum);
    }

    /** A record; whether it is a start that was not known before. */
    boolean event(SupplyEvent event) {
        engine.event(event);
        engine.analysis().lowestCrankingVolts()
                .ifPresent(volts -> lowestStartVolts = Math.min(lowestStartVolts, volts));
        boolean isNew = event.channel() == Channel.ONBOARD && event.kind() == EventKind.CRANKING
                && event.sequence() != lastSequence;
        if (isNew) {
            lastSequence = event.sequence();
            count++;
        }
        return isNew;
    }

    EngineWatch engine() {
        return engine;
    }

    int count() {
        return count;
    }

    /** The starter's inrush left out; infinite before any start. */
    double lowestStartVolts() {
        return lowestStartVolts;
    }

    double lowestVolts() {
        return lowestVolts;
    }

    /** Whether a start was too weak for a healthy battery, however cold it was. */
    boolean isWeak() {
        return exact && BatteryAnalysis.isWeakCranking(lowestStartVolts);
    }

    /** Whether the channel is fast and exact enough for a minimum that speaks for the battery. */
    boolean seesMinima() {
        return seesMinima;
    }
}
