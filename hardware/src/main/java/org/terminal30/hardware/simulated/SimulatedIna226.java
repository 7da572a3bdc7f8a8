package org.terminal30.hardware.simulated;

import org.terminal30.hardware.sample.NanoClock;

/**
 * An INA226 by its registers (datasheet SBOS547B, section 7.1). The flag CVRF is set when a cycle ends, and cleared by reading
 * Mask/Enable and by writing the configuration. The math overflow flag OVF is set when the calibration lets the current leave its
 * 16 bits. Limits and the alert pin are not simulated.
 */
public final class SimulatedIna226 extends SimulatedIna {
    private static final int[] CONVERSION_MICROS = {140, 204, 332, 588, 1_100, 2_116, 4_156, 8_244};
    private static final int[] AVERAGES = {1, 4, 16, 64, 128, 256, 512, 1_024};
    private static final int CONFIGURATION_RESET = 0x4127;
    private static final int RESET = 1 << 15;
    private static final int CVRF = 1 << 3;
    private static final int OVF = 1 << 2;
    /** Bits of Mask/Enable that can be written: the alert functions, polarity and latch. */
    private static final int WRITABLE = 0xFC03;

    private int configuration = CONFIGURATION_RESET;
    private int maskEnable;
    private int calibration;
    private int alertLimit;
    private int shunt;
    private int bus;

    public SimulatedIna226(NanoClock clock, InaInputs inputs, double rateTolerance) {
        super(clock, inputs, rateTolerance);
        restart(true);
    }

    /** Its supply drops for a moment: every register is as after power-on. */
    public void brownOut() {
        reset();
    }

    private void reset() {
        configuration = CONFIGURATION_RESET;
        maskEnable = 0;
        calibration = 0;
        alertLimit = 0;
        shunt = 0;
        bus = 0;
        restart(true);
    }

    @Override
    long shuntConversionNanos() {
        return CONVERSION_MICROS[configuration >> 3 & 0b111] * 1_000L;
    }

    @Override
    long busConversionNanos() {
        return CONVERSION_MICROS[configuration >> 6 & 0b111] * 1_000L;
    }

    @Override
    int averages() {
        return AVERAGES[configuration >> 9 & 0b111];
    }

    @Override
    int width(int register) {
        return 2;
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x00 -> configuration;
            case 0x01 -> shunt & 0xFFFF;
            case 0x02 -> bus;
            case 0x05 -> calibration;
            case 0x06 -> {
                int flags = maskEnable;
                maskEnable &= ~CVRF;
                yield flags;
            }
            case 0x07 -> alertLimit;
            case 0xFE -> 0x5449;
            case 0xFF -> isStranger() ? 0x2270 : 0x2260;
            default -> 0;
        };
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> configure(value);
            case 0x05 -> calibration = value & 0x7FFF;
            case 0x06 -> maskEnable = (maskEnable & ~WRITABLE) | (value & WRITABLE);
            case 0x07 -> alertLimit = value;
            default -> {
                // The others can only be read.
            }
        }
    }

    private void configure(int value) {
        if ((value & RESET) != 0) {
            reset();
            return;
        }
        configuration = (value & 0x0FFF) | 0b100 << 12;
        boolean powerDown = (value & 0b011) == 0;
        maskEnable = powerDown ? maskEnable : maskEnable & ~CVRF;
        restart((value & 0b111) == 0b111);
    }

    @Override
    void measured(double shuntVolts, double busVolts) {
        shunt = (int) Math.clamp(Math.round(shuntVolts / 2.5e-6), -32_768L, 32_767L);
        bus = (int) Math.clamp(Math.round(busVolts / 1.25e-3), 0L, 32_767L);
        long current = (long) shunt * calibration / 2_048;
        boolean overflow = current != (short) current;
        maskEnable = (maskEnable & ~OVF) | CVRF | (overflow ? OVF : 0);
    }
}
