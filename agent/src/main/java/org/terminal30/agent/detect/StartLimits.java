package org.terminal30.agent.detect;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * How an engine start is told from a battery that drops out (rule B5). Rest is the mean of the two seconds before the fall.
 *
 * @param recognised whether starts are recognised at all
 * @param fallVolts a fall of this much …
 * @param fallMillis … within this long, or between two neighbours, may be a start
 * @param coarseFallVolts the same for sources slower than {@link #COARSE_HERTZ}, between neighbours
 * @param chargingVolts with rest at or above this, the engine runs already
 * @param deadVolts below this for …
 * @param deadMillis … this long it is no start
 * @param riseVolts a starter lets the voltage rise this much above the minimum …
 * @param riseMillis … within this long
 * @param filteredRiseMillis the same for sources slower than {@link #FILTERED_HERTZ}: their cranking is flat for seconds
 * @param minMillis a shorter one is no start; of a coarse source a single sample suffices
 * @param maxMillis a longer one is no start
 * @param backVolts a start comes back to at most this far below rest
 * @param crankingVolts a starter pulls the voltage below this; where it did not, only a running engine shows that it was one
 * @param startedVolts this far above rest the alternator charges: the engine has started
 * @param coarseStartedVolts the same for coarse sources
 */
public record StartLimits(boolean recognised, double fallVolts, long fallMillis, double coarseFallVolts,
        double chargingVolts, double deadVolts, long deadMillis, double riseVolts, long riseMillis,
        long filteredRiseMillis, long minMillis, long maxMillis, double backVolts, double crankingVolts,
        double startedVolts,
        double coarseStartedVolts) {
    /** A slower source sees a start in one or two values. */
    public static final double COARSE_HERTZ = 10;
    /** A slower source sees no stroke of the engine. */
    public static final double FILTERED_HERTZ = 100;
    /** Rule B5 as written. */
    public static final StartLimits DEFAULT = new StartLimits(true, 0.8, 60, 0.3, 13.6, 2.0, 10, 0.3, 700, 10_000, 300,
            20_000, 0.5, 12.0, 0.3, 0.5);

    public StartLimits {
        within("start.fallVolts", fallVolts, 0.3, 5);
        within("start.fallMillis", fallMillis, 1, 500);
        within("start.coarseFallVolts", coarseFallVolts, 0.1, 5);
        within("start.chargingVolts", chargingVolts, 12.6, 15);
        within("start.deadVolts", deadVolts, 0, 5);
        within("start.deadMillis", deadMillis, 0, 1_000);
        within("start.riseVolts", riseVolts, 0.1, 3);
        within("start.riseMillis", riseMillis, 100, 5_000);
        within("start.filteredRiseMillis", filteredRiseMillis, riseMillis, 20_000);
        within("start.minMillis", minMillis, 100, 2_000);
        within("start.maxMillis", maxMillis, minMillis, 60_000);
        within("start.backVolts", backVolts, 0.1, fallVolts);
        within("start.crankingVolts", crankingVolts, 9, 12.5);
        within("start.startedVolts", startedVolts, 0.1, 2);
        within("start.coarseStartedVolts", coarseStartedVolts, startedVolts, 2);
    }

    /** The same limits, not applied. */
    public StartLimits off() {
        return new StartLimits(false, fallVolts, fallMillis, coarseFallVolts, chargingVolts, deadVolts, deadMillis,
                riseVolts, riseMillis, filteredRiseMillis, minMillis, maxMillis, backVolts, crankingVolts, startedVolts,
                coarseStartedVolts);
    }
}
