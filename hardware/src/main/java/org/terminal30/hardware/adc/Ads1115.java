package org.terminal30.hardware.adc;

import org.terminal30.hardware.sample.NanoClock;

/**
 * Driver of the Texas Instruments ADS1115, a 16 bit converter with four inputs on I²C, in single-shot mode: one conversion is
 * started, awaited by its OS bit and read, so none is read twice and a change of input needs no settling conversion.
 *
 * <p>After the datasheet SBAS444: registers in 8.1, conversion register 8.1.2, config register 8.1.3, threshold registers 8.1.4,
 * single-shot mode 7.4.2.1. Every read is one combined transfer with a repeated start. Used by one thread. Methods that talk to
 * the chip throw {@link com.pi4j.exception.Pi4JException} when it does not answer.
 */
public final class Ads1115 implements Ads1115Mode {
    /** The four inputs, each against ground. */
    public enum Input {
        AIN0(0b100),
        AIN1(0b101),
        AIN2(0b110),
        AIN3(0b111);

        private final int mux;

        Input(int mux) {
            this.mux = mux;
        }

        /** Its bits in the config register. */
        int mux() {
            return mux;
        }
    }

    /** Full scale of the programmable gain amplifier; no pin may be above the chip's supply, whatever the full scale. */
    public enum FullScale {
        VOLTS_6_144(6.144, 0b000),
        VOLTS_4_096(4.096, 0b001),
        VOLTS_2_048(2.048, 0b010),
        VOLTS_1_024(1.024, 0b011),
        VOLTS_0_512(0.512, 0b100),
        VOLTS_0_256(0.256, 0b101);

        private final double volts;
        private final int pga;

        FullScale(double volts, int pga) {
            this.volts = volts;
            this.pga = pga;
        }

        /** Its bits in the config register. */
        int pga() {
            return pga;
        }

        /** Volts of one count; 2^15 counts are the full scale. */
        public double voltsPerCount() {
            return volts / 32_768;
        }
    }

    /** How a conversion went. */
    public sealed interface Outcome {
        /** A new conversion: −32768 to 32767 over ± full scale. */
        record Converted(int counts) implements Outcome {}

        /** The chip did not take the start: what its conversion register holds was read before. */
        record Repeated() implements Outcome {}

        /** Whether the conversion was read before cannot be told: it was read late, or its pulse is none. */
        record Unsure() implements Outcome {}

        /** The chip did not say within {@link #READY_BOUND_NANOS} that a conversion is ready. */
        record NeverReady() implements Outcome {}
    }

    /** The fastest of the chip's rates; ±10 %. */
    public static final int RATE_HERTZ = 860;
    public static final int LOWEST_COUNTS = -32_768;
    public static final int HIGHEST_COUNTS = 32_767;
    /** Ten conversions at the slowest that the tolerance allows. */
    public static final long READY_BOUND_NANOS = 13_000_000;
    static final long CONVERSION_NANOS = 1_000_000_000L / RATE_HERTZ;
    /** Between two looks at the OS bit: a look is a transfer of about 125 µs at 400 kHz. */
    private static final long LOOK_NANOS = 60_000;

    static final int CONVERSION = 0;
    static final int CONFIG = 1;
    static final int LO_THRESH = 2;
    static final int HI_THRESH = 3;
    private static final int LO_THRESH_RESET = 0x8000;
    private static final int HI_THRESH_RESET = 0x7FFF;

    private static final int OS = 1 << 15;
    private static final int SINGLE_SHOT = 1 << 8;
    static final int RATE_860 = 0b111 << 5;
    /** Without effect while the comparator is off; carries the number of the start, to be read back. */
    private static final int COMP_POL = 1 << 3;
    private static final int COMPARATOR_OFF = 0b11;

    private final I2cRegisters registers;
    private final FullScale fullScale;
    private final NanoClock clock;
    private int started;
    private long startedNanos;
    private boolean odd;

    Ads1115(I2cRegisters registers, FullScale fullScale, NanoClock clock) {
        this.registers = registers;
        this.fullScale = fullScale;
        this.clock = clock;
    }

    /** One that is held in reset, a shorted bus or another kind of chip does not keep what is written. */
    @Override
    public boolean isRecognised() {
        registers.write16(LO_THRESH, LO_THRESH_RESET);
        registers.write16(HI_THRESH, HI_THRESH_RESET);
        return registers.read16(LO_THRESH) == LO_THRESH_RESET && registers.read16(HI_THRESH) == HI_THRESH_RESET;
    }

    /**
     * As {@link #isRecognised}, without writing, for a chip that may be at work: its thresholds are those of a reset, or those
     * that make of its alert pin a ready pin.
     */
    public boolean seemsToBeOne() {
        int low = registers.read16(LO_THRESH);
        int high = registers.read16(HI_THRESH);
        boolean reset = low == LO_THRESH_RESET && high == HI_THRESH_RESET;
        boolean readyPin = (low & LO_THRESH_RESET) == 0 && (high & LO_THRESH_RESET) != 0;
        return reset || readyPin;
    }

    @Override
    public void start(Input input) {
        odd = !odd;
        started = (input.mux << 12) | (fullScale.pga << 9) | SINGLE_SHOT | RATE_860 | (odd ? COMP_POL : 0)
                | COMPARATOR_OFF;
        registers.write16(CONFIG, OS | started);
        startedNanos = clock.nanoTime();
    }

    @Override
    public long sampledNanos() {
        return startedNanos + CONVERSION_NANOS / 2;
    }

    @Override
    public Outcome await() {
        clock.pause(startedNanos + CONVERSION_NANOS - clock.nanoTime());
        int config = registers.read16(CONFIG);
        while ((config & OS) == 0) {
            if (clock.nanoTime() - startedNanos > READY_BOUND_NANOS) {
                return new Outcome.NeverReady();
            }
            clock.pause(LOOK_NANOS);
            config = registers.read16(CONFIG);
        }
        if ((config & ~OS) != started) {
            return new Outcome.Repeated();
        }
        return new Outcome.Converted((short) registers.read16(CONVERSION));
    }

    @Override
    public String silence() {
        return "does not finish its conversions";
    }
}
