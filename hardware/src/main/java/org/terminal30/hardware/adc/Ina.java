package org.terminal30.hardware.adc;

import org.jspecify.annotations.Nullable;

/**
 * Register access of a Texas Instruments monitor of bus voltage and shunt, set to measure both without end. Methods throw
 * {@link com.pi4j.exception.Pi4JException} when the chip does not answer. Used by one thread.
 */
sealed interface Ina permits Ina226, Ina228 {
    /** What the flag register says. Reading it clears the flag. */
    enum Look {
        /** A cycle has ended since the last look. */
        READY,
        /** No cycle has ended since then. */
        PENDING,
        /** The settings are gone: the chip was reset, or something else answers in its place. */
        UNSET,
        /** The chip found its own factory settings to be damaged. */
        DAMAGED
    }

    /** The driver of a chip of this kind. */
    static Ina of(InaModel model, I2cRegisters registers) {
        return switch (model) {
            case INA226 -> new Ina226(registers);
            case INA228 -> new Ina228(registers);
        };
    }

    /** Why what answers is not this kind of chip; null when it is. Reads only. */
    @Nullable
    String stranger();

    /** Begins to measure. */
    void configure();

    Look look();

    /** Volts between the VBUS pin and ground, of the last cycle; never below 0. */
    double busVolts();

    /** Volts from IN+ to IN−, of the last cycle. */
    double shuntVolts();
}
