package org.terminal30.hardware.adc;

import org.jspecify.annotations.Nullable;

/**
 * Driver of the Texas Instruments INA228: bus voltage 0–85 V in steps of 195.3125 µV, shunt ±163.84 mV in steps of 312.5 nV, each
 * 20 bits in the upper part of a register of 24.
 *
 * <p>After the datasheet SLYS021A, section 7.6.1: CONFIG table 7-5, ADC_CONFIG table 7-6, VSHUNT, VBUS, DIAG_ALRT,
 * MANUFACTURER_ID and DEVICE_ID in the tables that follow; steps in 8.1.1. The conversion flag CNVRF is cleared by reading only
 * while ALATCH is set. SHUNT_CAL stays 0: the current is calculated here from the shunt voltage. The alert pin is not used.
 */
final class Ina228 implements Ina {
    /** 540 µs for each of shunt and bus, without averaging: as fast as an ADS1115, so that breaks are seen alike. */
    static final long CYCLE_NANOS = 2 * 540_000;
    /** The oscillator is good to ±1 % over temperature (6.5); twice that is let pass. */
    static final double CYCLE_TOLERANCE = 0.02;
    static final double BUS_FULL_SCALE_VOLTS = 85;
    static final double SHUNT_FULL_SCALE_VOLTS = ((1 << 19) - 1) * 312.5e-9;

    private static final int CONFIG = 0x00;
    private static final int ADC_CONFIG = 0x01;
    private static final int SHUNT_CAL = 0x02;
    private static final int VSHUNT = 0x04;
    private static final int VBUS = 0x05;
    private static final int DIAG_ALRT = 0x0B;
    private static final int MANUFACTURER_ID = 0x3E;
    private static final int DEVICE_ID = 0x3F;

    private static final int TEXAS_INSTRUMENTS = 0x5449;
    /** Above four bits of revision. */
    private static final int DIE = 0x228;
    /** No delay, no compensation of the shunt's temperature, ±163.84 mV. */
    private static final int WIDE_SHUNT_RANGE = 0;
    /** Shunt and bus without end, 540 µs each (and for the temperature, which is not measured), no averaging. */
    private static final int CONTINUOUS = 0xB << 12 | 0b100 << 9 | 0b100 << 6 | 0b100 << 3;
    /** Reading clears CNVRF. A chip that was reset has lost it. */
    private static final int ALERT_LATCH = 1 << 15;
    private static final int CONVERSION_READY = 1 << 1;
    /** Cleared when the checksum of the factory settings is wrong. */
    private static final int MEMORY_SOUND = 1;
    /** CNVR, SLOWALERT, APOL and the reserved bit: all 0 as set here, all 1 on a line that nobody pulls down. */
    private static final int ALWAYS_ZERO = 1 << 14 | 1 << 13 | 1 << 12 | 1 << 8;
    private static final double BUS_VOLTS_PER_COUNT = 195.3125e-6;
    private static final double SHUNT_VOLTS_PER_COUNT = 312.5e-9;

    private final I2cRegisters registers;

    Ina228(I2cRegisters registers) {
        this.registers = registers;
    }

    @Override
    public @Nullable String stranger() {
        int manufacturer = registers.read16(MANUFACTURER_ID);
        int device = registers.read16(DEVICE_ID);
        return manufacturer == TEXAS_INSTRUMENTS && device >> 4 == DIE
                ? null
                : "names itself 0x%04x 0x%04x, an INA228 0x5449 0x228 and its revision".formatted(manufacturer, device);
    }

    @Override
    public void configure() {
        registers.write16(CONFIG, WIDE_SHUNT_RANGE);
        registers.write16(SHUNT_CAL, 0);
        registers.write16(DIAG_ALRT, ALERT_LATCH);
        registers.write16(ADC_CONFIG, CONTINUOUS);
    }

    @Override
    public Look look() {
        int flags = registers.read16(DIAG_ALRT);
        if ((flags & (ALERT_LATCH | ALWAYS_ZERO)) != ALERT_LATCH) {
            return Look.UNSET;
        }
        if ((flags & MEMORY_SOUND) == 0) {
            return Look.DAMAGED;
        }
        return (flags & CONVERSION_READY) != 0 ? Look.READY : Look.PENDING;
    }

    @Override
    public double busVolts() {
        return counts(VBUS) * BUS_VOLTS_PER_COUNT;
    }

    @Override
    public double shuntVolts() {
        return counts(VSHUNT) * SHUNT_VOLTS_PER_COUNT;
    }

    /** The sign is that of bit 23, the four lowest bits are none. */
    private int counts(int register) {
        return registers.read24(register) << 8 >> 12;
    }
}
