package org.terminal30.agent.job;

import java.util.OptionalLong;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

/** What the car's own voltage tells of battery and engine during a job; everything but that channel is ignored. */
public final class EngineWatch {
    private final BatteryAnalysis analysis;

    /** @param wiring of the bay; one that does not measure the car's network never knows anything */
    public EngineWatch(BayWiring wiring) {
        this.analysis = new BatteryAnalysis(BatteryProfile.UNKNOWN,
                Math.max(1, wiring.rateHertz(Channel.ONBOARD)));
    }

    /** A window of 100 ms, as a {@link Procedure} is told it. */
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        if (channel == Channel.ONBOARD) {
            analysis.window(endNanos - Detector.WINDOW_NANOS, minimum, maximum, mean * count, count);
        }
    }

    /** A record, in any of its revisions. */
    public void event(SupplyEvent event) {
        if (event.channel() == Channel.ONBOARD) {
            analysis.event(event);
        }
    }

    /** What was found so far. */
    public BatteryAnalysis analysis() {
        return analysis;
    }

    /** Since when the engine is off, as far as the voltage tells; empty while it charges, and before anything was measured. */
    public OptionalLong engineOffSinceNanos() {
        return analysis.charging().engineOffSinceNanos();
    }

    /**
     * What the alarms ask of a job without a saver. The provisos of B4 take an engine that is off for long enough, and one of
     * which nobody knows anything by how long the voltage has been low.
     */
    public Circumstances circumstances() {
        OptionalLong off = engineOffSinceNanos();
        return off.isEmpty()
                ? Circumstances.UNKNOWN
                : new Circumstances((Long) off.getAsLong(), null, Circumstances.Saver.NONE);
    }
}
