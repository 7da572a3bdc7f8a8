package org.terminal30.hardware.simulated;

import org.terminal30.hardware.sample.NanoClock;

/**
 * An INA228 by its registers (datasheet SLYS021A, section 7.6.1). CNVRF is set when a cycle ends; while ALATCH is set it is cleared
 * by reading DIAG_ALRT, otherwise it stays until the next cycle begins, which here is at once: it always reads 1 after the first
 * cycle. MATHOF is set when the calibration lets the current leave its 20 bits. Temperature, energy, charge, limits and the alert
 * pin are not simulated.
 */
public final class SimulatedIna228 extends SimulatedIna {
    private static final int[] CONVERSION_MICROS = {50, 84, 150, 280, 540, 1_052, 2_074, 4_120};
    private static final int[] AVERAGES = {1, 4, 16, 64, 128, 256, 512, 1_024};
    private static final int ADC_CONFIG_RESET = 0xFB68;
    private static final int RESET = 1 << 15;
    private static final int ADCRANGE = 1 << 4;
    private static final int ALATCH = 1 << 15;
    private static final int MATHOF = 1 << 9;
    private static final int CNVRF = 1 << 1;
    private static final int MEMSTAT = 1;
    /** Bits of DIAG_ALRT that are settings. */
    private static final int WRITABLE = 0xF000;
    private static final int LARGEST = (1 << 19) - 1;

    private int config;
    private int adcConfig = ADC_CONFIG_RESET;
    private int shuntCal = 0x1000;
    private int diagAlrt = MEMSTAT;
    private int shunt;
    private int bus;
    private volatile boolean damaged;

    public SimulatedIna228(NanoClock clock, InaInputs inputs, double rateTolerance) {
        super(clock, inputs, rateTolerance);
    }

    /** Makes the checksum of the factory settings wrong, or right again; from any thread. */
    public void damage(boolean wrong) {
        damaged = wrong;
    }

    /** Its supply drops for a moment: every register is as after power-on. */
    public void brownOut() {
        reset();
    }

    private void reset() {
        config = 0;
        adcConfig = ADC_CONFIG_RESET;
        shuntCal = 0x1000;
        diagAlrt = MEMSTAT;
        shunt = 0;
        bus = 0;
        // The temperature is measured too after a reset; that cycle is not simulated.
        restart(false);
    }

    @Override
    long shuntConversionNanos() {
        return CONVERSION_MICROS[adcConfig >> 6 & 0b111] * 1_000L;
    }

    @Override
    long busConversionNanos() {
        return CONVERSION_MICROS[adcConfig >> 9 & 0b111] * 1_000L;
    }

    @Override
    int averages() {
        return AVERAGES[adcConfig & 0b111];
    }

    @Override
    int width(int register) {
        return switch (register) {
            case 0x04, 0x05, 0x07, 0x08 -> 3;
            case 0x09, 0x0A -> 5;
            default -> 2;
        };
    }

    @Override
    int get(int register) {
        return switch (register) {
            case 0x00 -> config;
            case 0x01 -> adcConfig;
            case 0x02 -> shuntCal;
            case 0x04 -> shunt << 4;
            case 0x05 -> bus << 4;
            case 0x0B -> diagnosis();
            case 0x3E -> 0x5449;
            case 0x3F -> isStranger() ? 0x2381 : 0x2281;
            default -> 0;
        };
    }

    private int diagnosis() {
        int flags = damaged ? diagAlrt & ~MEMSTAT : diagAlrt;
        if ((diagAlrt & ALATCH) != 0) {
            diagAlrt &= ~CNVRF;
        }
        return flags;
    }

    @Override
    void set(int register, int value) {
        switch (register) {
            case 0x00 -> {
                if ((value & RESET) != 0) {
                    reset();
                } else {
                    config = value & 0x3FF0;
                }
            }
            case 0x01 -> {
                adcConfig = value;
                restart(value >> 12 == 0xB);
            }
            case 0x02 -> shuntCal = value & 0x7FFF;
            case 0x0B -> diagAlrt = (diagAlrt & ~WRITABLE) | (value & WRITABLE);
            default -> {
                // The others can only be read, or are not simulated.
            }
        }
    }

    @Override
    void measured(double shuntVolts, double busVolts) {
        double shuntStep = (config & ADCRANGE) != 0 ? 78.125e-9 : 312.5e-9;
        shunt = (int) Math.clamp(Math.round(shuntVolts / shuntStep), -LARGEST - 1L, (long) LARGEST);
        bus = (int) Math.clamp(Math.round(busVolts / 195.3125e-6), 0L, (long) LARGEST);
        long current = (long) shunt * shuntCal / 4_096;
        boolean overflow = current > LARGEST || current < -LARGEST - 1;
        diagAlrt = (diagAlrt & ~MATHOF) | CNVRF | (overflow ? MATHOF : 0);
    }
}
