package org.terminal30.hardware.adc;

import org.terminal30.hardware.adc.Ads1115.FullScale;
import org.terminal30.hardware.adc.Ads1115.Input;
import org.terminal30.hardware.adc.Ads1115.Outcome;
import org.terminal30.hardware.sample.NanoClock;

/**
 * An ADS1115 that converts one input without end and tells each conversion by a pulse of about 8 µs on its ALERT/RDY pin
 * (datasheet SBAS444D, continuous mode 7.4.2.2, conversion ready pin 7.3.8). The pulse ends the conversion, so its time is known
 * to the latency of an edge, and the chip's full rate is had with one transfer for each sample.
 *
 * <p>For one input only: a change of input takes effect with the conversion after the next, which costs every second one.
 */
final class Ads1115Continuous implements Ads1115Mode {
    /** The pin tells conversions when the sign of the upper threshold is set and that of the lower is not. */
    static final int READY_HI_THRESH = 0x8000;
    static final int READY_LO_THRESH = 0x0000;
    /**
     * Shorter than the chip's fastest conversion: a conversion read within it is the one that the pulse told, and a pulse within it
     * of the last is not that of another.
     */
    private static final long SURE_NANOS = Ads1115.CONVERSION_NANOS * 3 / 4;

    private final I2cRegisters registers;
    private final FullScale fullScale;
    private final ReadyLine ready;
    private final NanoClock clock;
    private boolean begun;
    private long seen;
    private long pulsedNanos;

    Ads1115Continuous(I2cRegisters registers, FullScale fullScale, ReadyLine ready, NanoClock clock) {
        this.registers = registers;
        this.fullScale = fullScale;
        this.ready = ready;
        this.clock = clock;
    }

    @Override
    public boolean isRecognised() {
        ready.open();
        registers.write16(Ads1115.LO_THRESH, READY_LO_THRESH);
        registers.write16(Ads1115.HI_THRESH, READY_HI_THRESH);
        return registers.read16(Ads1115.LO_THRESH) == READY_LO_THRESH
                && registers.read16(Ads1115.HI_THRESH) == READY_HI_THRESH;
    }

    @Override
    public void start(Input input) {
        if (begun) {
            return;
        }
        // COMP_QUE of 00 switches the pin on.
        registers.write16(Ads1115.CONFIG, input.mux() << 12 | fullScale.pga() << 9 | Ads1115.RATE_860);
        begun = true;
        // A conversion that was under way ends with the settings of before: its pulse is not one of ours.
        seen = ready.awaitAfter(ready.last().number(), clock.nanoTime() + Ads1115.READY_BOUND_NANOS).number();
    }

    @Override
    public Outcome await() {
        ReadyLine.Pulse pulse = ready.awaitAfter(seen, clock.nanoTime() + Ads1115.READY_BOUND_NANOS);
        if (pulse.number() <= seen) {
            return new Outcome.NeverReady();
        }
        seen = pulse.number();
        int counts = (short) registers.read16(Ads1115.CONVERSION);
        boolean late = clock.nanoTime() - pulse.nanos() > SURE_NANOS;
        if (late || pulse.nanos() - pulsedNanos < SURE_NANOS) {
            return new Outcome.Unsure();
        }
        pulsedNanos = pulse.nanos();
        return new Outcome.Converted(counts);
    }

    @Override
    public long sampledNanos() {
        return pulsedNanos - Ads1115.CONVERSION_NANOS / 2;
    }

    @Override
    public String silence() {
        return "gives no pulse on GPIO %d: is ALERT/RDY wired to it?".formatted(ready.gpio());
    }
}
