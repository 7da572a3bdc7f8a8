package org.terminal30.agent.job.alternator;

import java.util.List;

import org.terminal30.agent.battery.BatteryAnalysis;
import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.battery.ChargingLimits;
import org.terminal30.agent.battery.ChargingState;
import org.terminal30.agent.battery.EngineKnowledge;
import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.job.Evidence;

/**
 * One step at a running engine, in which nobody switches anything: how well it charges, and what ripple there is. A good level is
 * told after {@value #LEAST_NANOS} ns; before one says that it is too low, a smart alternator gets time to show its steps.
 */
final class RunningStretch {
    static final long LEAST_NANOS = 15_000_000_000L;
    static final long LONGEST_NANOS = 30_000_000_000L;
    /** After a longer silence what was seen proves nothing. */
    private static final long GAP_NANOS = 10_000_000_000L;
    private static final long NOT_BEGUN = Long.MIN_VALUE;
    private static final String SOURCE = "B7";

    private final BatteryProfile profile;
    private final boolean raised;
    private final boolean loaded;
    private final double rateHertz;
    private final RecentMean recent = new RecentMean();
    private BatteryAnalysis analysis;
    private long beginNanos = NOT_BEGUN;
    private long lastNanos;
    private long chargesSinceNanos = NOT_BEGUN;
    private boolean hasCharged;
    private boolean hasFallen;
    private boolean smart;

    /** Means of the newest windows. */
    private static final class RecentMean {
        private static final int SECOND = 10;
        private static final int WINDOWS = 100;

        private final double[] means = new double[WINDOWS];
        private int added;

        void add(double mean) {
            means[added++ % WINDOWS] = mean;
        }

        void clear() {
            added = 0;
        }

        /** Of so many windows, or of those that there are. */
        double volts(int most) {
            int count = Math.min(Math.min(added, WINDOWS), most);
            double sum = 0;
            for (int i = 1; i <= count; i++) {
                sum += means[(added - i) % WINDOWS];
            }
            return sum / count;
        }
    }

    /**
     * Has seen nothing yet.
     *
     * @param part idle, loaded or raised
     * @param loaded whether somebody says that consumers are on
     */
    RunningStretch(BatteryProfile profile, Part part, boolean loaded, double rateHertz) {
        this.profile = profile;
        this.raised = part == Part.RAISED;
        this.loaded = loaded;
        this.rateHertz = rateHertz;
        this.analysis = newAnalysis();
    }

    private BatteryAnalysis newAnalysis() {
        BatteryAnalysis fresh = new BatteryAnalysis(profile, rateHertz);
        fresh.charging()
                .engineTold(raised && loaded ? EngineKnowledge.TOLD_LOADED : EngineKnowledge.TOLD_RUNNING);
        return fresh;
    }

    void window(long endNanos, double minimum, double maximum, double mean, long count) {
        if (beginNanos == NOT_BEGUN || endNanos - lastNanos > GAP_NANOS) {
            begin(endNanos - Detector.WINDOW_NANOS);
        }
        lastNanos = endNanos;
        recent.add(mean);
        analysis.window(endNanos - Detector.WINDOW_NANOS, minimum, maximum, mean * count, count);
        ChargingState state = analysis.charging().state();
        smart |= state == ChargingState.SMART_ALTERNATOR;
        boolean high = recent.volts(RecentMean.SECOND) >= profile.charging().minVolts();
        boolean charges = high && (state == ChargingState.CHARGING || state == ChargingState.SMART_ALTERNATOR);
        if (!charges) {
            chargesSinceNanos = NOT_BEGUN;
        } else if (chargesSinceNanos == NOT_BEGUN) {
            chargesSinceNanos = endNanos;
        }
        hasCharged |= charges;
        hasFallen |= hasCharged && !high;
    }

    private void begin(long nanos) {
        if (beginNanos != NOT_BEGUN) {
            analysis = newAnalysis();
        }
        beginNanos = nanos;
        recent.clear();
        chargesSinceNanos = NOT_BEGUN;
        hasCharged = false;
        hasFallen = false;
        smart = false;
    }

    /** A sample at its full rate: ripple is found in these. */
    void sample(long nanos, double volts) {
        if (beginNanos != NOT_BEGUN) {
            analysis.sample(nanos, volts);
        }
    }

    /** Whether it has been long enough for an answer. */
    boolean isOver() {
        if (beginNanos == NOT_BEGUN) {
            return false;
        }
        long lasted = lastNanos - beginNanos;
        return analysis.charging().state() == ChargingState.OVERCHARGING || lasted >= LONGEST_NANOS
                || (lasted >= LEAST_NANOS && charges());
    }

    private boolean charges() {
        long enough = profile.charging().faultSeconds() * 1_000_000_000L;
        // A good plateau of a smart alternator proves nothing where it has let go before.
        return !(smart && hasFallen) && chargesSinceNanos != NOT_BEGUN && lastNanos - chargesSinceNanos >= enough;
    }

    /** Mean of the last ten seconds; only after a window. */
    double volts() {
        return Math.round(recent.volts(RecentMean.WINDOWS) * 1000) / 1000.0;
    }

    PartVerdict charging() {
        if (analysis.charging().state() == ChargingState.OVERCHARGING) {
            return judged(Verdict.OVERCHARGING, "not-too-low");
        }
        if (charges()) {
            return judged(Verdict.PASS, "charges");
        }
        if (smart) {
            return judged(Verdict.INSUFFICIENT_DATA, "smart-alternator");
        }
        if (hasCharged) {
            // The engine was stopped, a belt slips, or the alternator gave up: all look the same.
            return judged(Verdict.INSUFFICIENT_DATA, "unsteady");
        }
        if (!raised) {
            return judged(Verdict.INSUFFICIENT_DATA, "low-at-idle");
        }
        return analysis.charging().state() == ChargingState.UNDERCHARGING
                ? judged(Verdict.UNDERCHARGING, "too-low")
                : judged(Verdict.INSUFFICIENT_DATA, loaded ? "unsteady" : "low-without-load");
    }

    /** The level held against both limits. */
    private PartVerdict judged(Verdict verdict, String reason) {
        ChargingLimits limits = profile.charging();
        double volts = volts();
        boolean over = verdict == Verdict.OVERCHARGING;
        var least = new Evidence("charging", PartVerdict.outcome(over ? Verdict.PASS : verdict), reason, volts,
                limits.minVolts(), "V", SOURCE);
        var most = new Evidence("charging-most", PartVerdict.outcome(over ? verdict : Verdict.PASS),
                over ? "too-high" : "not-too-high", volts, limits.maxVolts(), "V", SOURCE);
        return new PartVerdict(verdict, List.of(least, most));
    }

    PartVerdict ripple() {
        return PartVerdict.of(analysis.rippleFinding(), profile.ripple().maxVoltsPeakToPeak());
    }
}
