package org.terminal30.hardware.adc;

import org.jspecify.annotations.Nullable;

/**
 * Driver of the Texas Instruments INA226: bus voltage 0–36 V in steps of 1.25 mV, shunt ±81.92 mV in steps of 2.5 µV.
 *
 * <p>After the datasheet SBOS547B: continuous mode, shunt first and then bus, 6.3.1; conversion ready flag, which is set at the
 * end of both and cleared by reading its register, 6.3.1 and 7.1.7; configuration register 7.1.1, shunt voltage 7.1.2, bus
 * voltage 7.1.3; manufacturer and die identification 7.1.9 and 7.1.10. The calibration register stays 0: the current is
 * calculated here from the shunt voltage, so that the math overflow flag cannot be set. The alert pin is not used.
 */
final class Ina226 implements Ina {
    /** 588 µs for each of shunt and bus, without averaging: as fast as an ADS1115, so that breaks are seen alike. */
    static final long CYCLE_NANOS = 2 * 588_000;
    /** 646 µs at most (5.5, conversion time). */
    static final double CYCLE_TOLERANCE = 0.1;
    static final double BUS_FULL_SCALE_VOLTS = 40.958_75;
    static final double SHUNT_FULL_SCALE_VOLTS = 0.081_917_5;

    private static final int CONFIGURATION = 0x00;
    private static final int SHUNT_VOLTAGE = 0x01;
    private static final int BUS_VOLTAGE = 0x02;
    private static final int CALIBRATION = 0x05;
    private static final int MASK_ENABLE = 0x06;
    private static final int MANUFACTURER_ID = 0xFE;
    private static final int DIE_ID = 0xFF;

    private static final int TEXAS_INSTRUMENTS = 0x5449;
    private static final int DIE = 0x2260;
    /** Bits that read 100, no averaging, 588 µs and 588 µs, shunt and bus without end. */
    private static final int CONTINUOUS = 0b100 << 12 | 0b000 << 9 | 0b011 << 6 | 0b011 << 3 | 0b111;
    private static final int CONVERSION_READY = 1 << 3;
    /** Polarity of the alert pin, which is not connected: a chip that was reset has lost it. */
    private static final int ALERT_POLARITY = 1 << 1;
    private static final double BUS_VOLTS_PER_COUNT = 1.25e-3;
    private static final double SHUNT_VOLTS_PER_COUNT = 2.5e-6;

    private final I2cRegisters registers;

    Ina226(I2cRegisters registers) {
        this.registers = registers;
    }

    @Override
    public @Nullable String stranger() {
        int manufacturer = registers.read16(MANUFACTURER_ID);
        int die = registers.read16(DIE_ID);
        return manufacturer == TEXAS_INSTRUMENTS && die == DIE
                ? null
                : "names itself 0x%04x 0x%04x, an INA226 0x5449 0x2260".formatted(manufacturer, die);
    }

    @Override
    public void configure() {
        registers.write16(CALIBRATION, 0);
        registers.write16(MASK_ENABLE, ALERT_POLARITY);
        registers.write16(CONFIGURATION, CONTINUOUS);
    }

    @Override
    public Look look() {
        int flags = registers.read16(MASK_ENABLE);
        if ((flags & ~CONVERSION_READY) != ALERT_POLARITY) {
            return Look.UNSET;
        }
        return (flags & CONVERSION_READY) != 0 ? Look.READY : Look.PENDING;
    }

    @Override
    public double busVolts() {
        return (short) registers.read16(BUS_VOLTAGE) * BUS_VOLTS_PER_COUNT;
    }

    @Override
    public double shuntVolts() {
        return (short) registers.read16(SHUNT_VOLTAGE) * SHUNT_VOLTS_PER_COUNT;
    }
}
