package org.terminal30.agent.detect;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * When the backup no longer feeds the car (rule B6). The reference is the median of a stretch after the clamp was lifted.
 *
 * @param holdFloorVolts while there is no reference, lost below this; of the saver
 * @param fallVolts with a reference, lost so far below it …
 * @param delayMillis … for this long
 * @param hysteresisVolts found again at so far below the reference (above the floor, without one) …
 * @param endMillis … for this long
 * @param settleMillis the reference begins this long after the lift
 * @param referenceMillis and is taken over this long
 */
public record FeedLimits(double holdFloorVolts, double fallVolts, long delayMillis, double hysteresisVolts,
        long endMillis, long settleMillis, long referenceMillis) {
    /** Rule B6 as written. */
    public static final FeedLimits DEFAULT = new FeedLimits(10.5, 0.5, 20, 0.25, 2_000, 300, 1_000);

    public FeedLimits {
        within("feed.holdFloorVolts", holdFloorVolts, 5, 13);
        within("feed.fallVolts", fallVolts, 0.1, 5);
        within("feed.delayMillis", delayMillis, 0, 1_000);
        within("feed.hysteresisVolts", hysteresisVolts, 0, fallVolts);
        within("feed.endMillis", endMillis, 0, 60_000);
        within("feed.settleMillis", settleMillis, 0, 10_000);
        within("feed.referenceMillis", referenceMillis, 100, 1_000);
    }
}
