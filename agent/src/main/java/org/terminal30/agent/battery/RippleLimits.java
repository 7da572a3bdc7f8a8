package org.terminal30.agent.battery;

import org.terminal30.agent.detect.Bounds;

/**
 * What is needed to measure ripple, and how much of it is good.
 *
 * @param maxVoltsPeakToPeak too much above
 * @param minRateHertz slowest source that sees it: some eight samples for each of the 1.2 kHz at idle
 * @param minSeconds shortest stretch: forty periods of the 200 Hz that an open diode adds at idle
 * @param maxUnevenness standard deviation of the sample interval as a share of it, above which time stamps tell nothing
 * @param lowestHertz slower than this is load, not ripple
 * @param lowestRippleHertz no six-pulse ripple is slower: 600 rpm, pulley 2, six pole pairs
 * @param diodeShare a component at a sixth of the frequency counts from this share of the dominant one
 */
public record RippleLimits(double maxVoltsPeakToPeak, double minRateHertz, double minSeconds, double maxUnevenness,
        double lowestHertz, double lowestRippleHertz, double diodeShare) {

    /**
     * The trade's limits disagree: 50 mV and 90 mV AC, 0.25 V, 0.3 V, 0.5 V at B+. The effective value of six-pulse ripple is
     * 0.3 of its peak-to-peak value, which makes 0.17 V and 0.30 V of the first two; 0.3 V is the middle of the five.
     */
    public static final RippleLimits DEFAULT = new RippleLimits(0.3, 10_000, 0.2, 0.2, 40, 700, 0.2);

    /** Where the default comes from, for people. */
    static final String SOURCE = "middle of five limits of the trade";

    public RippleLimits {
        Bounds.within("ripple.maxVoltsPeakToPeak", maxVoltsPeakToPeak, 0.01, 5);
        Bounds.within("ripple.minRateHertz", minRateHertz, 1_000, 100_000);
        Bounds.within("ripple.minSeconds", minSeconds, 0.05, 10);
        Bounds.within("ripple.maxUnevenness", maxUnevenness, 0, 0.5);
        Bounds.within("ripple.lowestHertz", lowestHertz, 5, 1_000);
        Bounds.within("ripple.lowestRippleHertz", lowestRippleHertz, lowestHertz, 5_000);
        Bounds.within("ripple.diodeShare", diodeShare, 0.01, 1);
    }
}
