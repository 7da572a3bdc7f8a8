package org.terminal30.hardware.sample;

/** How far the values of a channel can be trusted, and so what they may be held against. */
public enum CalibrationState {
    /** Compared with a reference instrument. */
    CALIBRATED("calibrated"),
    /** As the parts are: a divider of 1 % parts is within ± 210 mV. */
    UNCALIBRATED("uncalibrated"),
    /**
     * A coarse instrument that was never compared with another: steps of 0.1 V, an error of some 0.3 V. Thresholds that such an
     * error would cross are not judged.
     */
    COARSE("coarse");

    private final String wireName;

    CalibrationState(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }
}
