package org.terminal30.hardware.model;

/** A part that feeds current into the network, or draws it: straight lines of current over voltage, without a jump between them. */
interface Branch {
    /** Adds its line around a voltage. */
    void addTo(Line line, double volts, boolean rising);
}
