package org.terminal30.hardware.simulated;

/** What the inputs of a monitor of bus voltage and shunt see at a time of the clock. */
public interface InaInputs {
    /** Volts between the VBUS pin and ground. */
    double busVoltsAt(long nanos);

    /** Volts from IN+ to IN−. */
    double shuntVoltsAt(long nanos);
}
