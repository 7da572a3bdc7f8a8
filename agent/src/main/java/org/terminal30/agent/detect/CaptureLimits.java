package org.terminal30.agent.detect;

import static org.terminal30.agent.detect.Bounds.within;

/**
 * How much of the full-rate samples is kept around a record.
 *
 * @param beforeMillis before its start
 * @param afterMillis after its start
 * @param allowanceMillis at most so much in a row; a tenth of the time that passes is granted anew
 */
public record CaptureLimits(long beforeMillis, long afterMillis, long allowanceMillis) {
    public static final CaptureLimits DEFAULT = new CaptureLimits(1_000, 4_000, 60_000);

    public CaptureLimits {
        within("capture.beforeMillis", beforeMillis, 0, 1_000);
        within("capture.afterMillis", afterMillis, 100, 60_000);
        within("capture.allowanceMillis", allowanceMillis, afterMillis, 3_600_000);
    }
}
