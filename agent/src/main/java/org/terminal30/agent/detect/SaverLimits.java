package org.terminal30.agent.detect;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * What the saver of a job has to show (rules B3 and B6), in place of what the bay's own has to.
 *
 * @param minimumVolts lost below this, once it was alive
 * @param holdFloorVolts while there is no reference, the car's feed is lost below this
 */
public record SaverLimits(double minimumVolts, double holdFloorVolts) {
    public SaverLimits {
        within("saver.minimumVolts", minimumVolts, 4, 16);
        within("saver.holdFloorVolts", holdFloorVolts, 5, 13);
    }
}
