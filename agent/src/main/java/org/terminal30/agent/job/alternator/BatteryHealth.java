package org.terminal30.agent.job.alternator;

import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.battery.CrankingCheck;
import org.terminal30.agent.battery.Finding;
import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.hardware.sample.Channel;

/**
 * The battery before the engine runs: at rest, and under the starter. Measured at its posts where they are measured fast enough,
 * else in the car's network, where a poor connection makes it look weaker than it is.
 */
final class BatteryHealth {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final BatteryProfile profile;
    private final Channel channel;
    private final BatteryAnalysis analysis;
    private final ConnectionCheck connection;
    private long judgedNanos;
    private @Nullable SupplyEvent cranking;

    BatteryHealth(BatteryProfile profile, BayWiring wiring) {
        this.profile = profile;
        boolean atItsPosts = wiring.rateHertz(Channel.BATTERY) >= BayWiring.GUARD_HERTZ;
        this.channel = atItsPosts ? Channel.BATTERY : Channel.ONBOARD;
        this.analysis = new BatteryAnalysis(profile, wiring.rateHertz(channel));
        this.connection = new ConnectionCheck(wiring);
    }

    /** Takes a window of any channel; true when there may be something new to say of the battery at rest. */
    boolean window(Channel of, long endNanos, double minimum, double maximum, double mean, long count) {
        connection.window(of, endNanos, mean);
        if (of != channel) {
            return false;
        }
        analysis.window(endNanos - Detector.WINDOW_NANOS, minimum, maximum, mean * count, count);
        boolean due = endNanos - judgedNanos >= SECOND_NANOS && analysis.resting().isPresent();
        judgedNanos = due ? endNanos : judgedNanos;
        return due;
    }

    /** Somebody says for how long the car has stood. */
    void stood() {
        analysis.stood();
    }

    /** A cranking of the engine, in any of its revisions. */
    void cranked(SupplyEvent event) {
        analysis.event(event);
        cranking = event;
    }

    PartVerdict rest() {
        return PartVerdict.of(analysis.restingFinding(), profile.rest().readyVolts());
    }

    /** What was measured at rest; empty while it has not been at rest. */
    OptionalDouble restVolts() {
        return volts(analysis.restingFinding());
    }

    boolean wasCranked() {
        return cranking != null;
    }

    PartVerdict start() {
        Finding finding = analysis.crankingFinding();
        double limit = finding.verdict() == Verdict.WEAK_BATTERY
                ? CrankingCheck.lenientVolts(profile.celsius())
                : CrankingCheck.strictVolts(profile.celsius());
        return PartVerdict.of(finding, limit);
    }

    /** Lowest voltage under the starter, its rush of current left out. */
    OptionalDouble crankingVolts() {
        return volts(analysis.crankingFinding());
    }

    PartVerdict connection() {
        return cranking == null
                ? PartVerdict.notMeasured(Part.CONNECTION, "no-start")
                : connection.judge(cranking);
    }

    private static OptionalDouble volts(Finding finding) {
        Double volts = finding.value();
        return volts == null ? OptionalDouble.empty() : OptionalDouble.of(volts);
    }
}
