package org.terminal30.agent.battery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;

/**
 * What a stretch of measurement of one channel says about battery and alternator: takes windows and records as the detection
 * tells them, and answers with a finding per step. Not safe for use by several threads.
 */
public final class BatteryAnalysis {
    /** The starter's inrush says more about the wiring and the sample rate than about the battery. */
    private static final long INRUSH_NANOS = 100_000_000;

    private final BatteryProfile profile;
    private final double rateHertz;
    private final ChargingRule charging;
    private final ChargingVerdict chargingVerdict;
    private final RestRule rest;
    private final RippleCheck ripple;
    private final RecentWindows windows = new RecentWindows();
    private final SecondMeans seconds = new SecondMeans(this::second);
    private long crankingSequence;
    private long crankingNanos;
    private double lowestCranking = Double.POSITIVE_INFINITY;
    private @Nullable RestingVoltage best;

    /**
     * Has seen nothing yet.
     *
     * @param rateHertz nominal rate of the channel, which decides what its samples can show
     */
    public BatteryAnalysis(BatteryProfile profile, double rateHertz) {
        this.profile = profile;
        this.rateHertz = rateHertz;
        this.charging = new ChargingRule(profile.charging());
        this.chargingVerdict = new ChargingVerdict(profile.charging(), charging);
        this.rest = new RestRule(profile.rest(), profile.charging());
        this.ripple = new RippleCheck(profile.ripple(), rateHertz, profile.charging().inferredVolts());
    }

    /** The state of charging as of now. */
    public ChargingRule charging() {
        return charging;
    }

    /** As of now; empty while the battery is not at rest. */
    public Optional<RestingVoltage> resting() {
        return rest.resting();
    }

    /** The lowest of all crankings so far, the starter's inrush left out; empty before any. */
    public OptionalDouble lowestCrankingVolts() {
        return lowestCranking == Double.POSITIVE_INFINITY
                ? OptionalDouble.empty()
                : OptionalDouble.of(lowestCranking);
    }

    /** Whether a cranking was lower than a healthy battery goes in the coldest weather. */
    public static boolean isWeakCranking(double lowestVolts) {
        return lowestVolts < CrankingCheck.minVoltsAt(CrankingCheck.COLDEST);
    }

    /** Somebody says that the battery had stood for hours when the measurement began: its surface charge is gone. */
    public void stood() {
        rest.stood();
    }

    /** What has been measured of the battery at rest so far. */
    public Finding restingFinding() {
        return RestingCheck.judge(Optional.ofNullable(best), profile);
    }

    /** How the battery has stood the starter so far; the weakest of several tries counts. */
    public Finding crankingFinding() {
        return lowestCranking == Double.POSITIVE_INFINITY
                ? CrankingCheck.none()
                : CrankingCheck.judge(lowestCranking, crankingNanos, profile.celsius(), rateHertz);
    }

    /** The ripple of what was charging so far. */
    public Finding rippleFinding() {
        return ripple.finding();
    }

    /** The next window of the channel, as {@link org.terminal30.agent.detect.DetectionListener} tells it. */
    public void window(long startNanos, double minimum, double maximum, double sum, long count) {
        windows.add(startNanos + Detector.WINDOW_NANOS, sum / count);
        seconds.window(startNanos, minimum, maximum, sum, count);
    }

    /** The next sample of the channel; ripple is found in these. A slow source may leave them out. */
    public void sample(long nanos, double volts) {
        ripple.sample(nanos, volts, charging.engine().isRunning());
    }

    private void second(long startNanos, double mean, double minimum, double maximum, long count) {
        charging.mean(startNanos, mean, minimum);
        chargingVerdict.mean(mean);
        rest.mean(startNanos, mean);
        rest.resting().filter(now -> best == null || now.tellsMoreThan(best)).ifPresent(now -> best = now);
    }

    /** A record of the channel, in any of its revisions; all but cranking is ignored. */
    public void event(SupplyEvent event) {
        if (event.kind() != EventKind.CRANKING) {
            return;
        }
        if (event.sequence() != crankingSequence) {
            crankingSequence = event.sequence();
            charging.crankingBegan();
            rest.cranked();
        }
        cranking(event);
        if (event.detail() instanceof RecordDetail.Cranking cranking && cranking.started()) {
            charging.engineStarted();
        }
    }

    private void cranking(SupplyEvent event) {
        OptionalDouble afterInrush = windows.lowestMean(event.startNanos() + INRUSH_NANOS, event.endNanos(),
                Detector.WINDOW_NANOS);
        double lowest = afterInrush.orElse(event.minimum());
        if (lowest <= lowestCranking) {
            lowestCranking = lowest;
            crankingNanos = event.durationNanos();
        }
    }

    /** The stretch is over: one finding per step. What cannot be judged says why. */
    public List<Finding> finish() {
        seconds.flush();
        ripple.close(charging.engine().isRunning());
        return List.of(restingFinding(), crankingFinding(), chargingVerdict.finding(), rippleFinding());
    }
}
