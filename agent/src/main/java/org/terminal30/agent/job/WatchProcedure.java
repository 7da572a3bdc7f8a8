package org.terminal30.agent.job;

import java.util.Optional;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/** A plain watch: no steps, both thresholds sound. */
public final class WatchProcedure implements Procedure {
    private final EngineWatch engine;

    /** @param wiring of the bay */
    public WatchProcedure(BayWiring wiring) {
        this.engine = new EngineWatch(wiring);
    }

    @Override
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        engine.window(channel, endNanos, minimum, maximum, mean, count);
    }

    @Override
    public void event(SupplyEvent event) {
        engine.event(event);
    }

    @Override
    public void advanceTo(long nowNanos) {
        // Detection and alarms do all there is to do.
    }

    @Override
    public Optional<String> act(Action action, String who, long nowNanos) {
        return Optional.of("a watch has no steps");
    }

    @Override
    public void end(long nowNanos) {
        // Nothing is left to settle.
    }

    @Override
    public Progress progress() {
        return Progress.NONE;
    }

    @Override
    public Phase phase() {
        return Phase.WATCH;
    }

    @Override
    public Circumstances circumstances() {
        return engine.circumstances();
    }
}
