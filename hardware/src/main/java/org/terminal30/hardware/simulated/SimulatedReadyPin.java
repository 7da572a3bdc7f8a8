package org.terminal30.hardware.simulated;

import java.util.concurrent.locks.LockSupport;

/**
 * The ALERT/RDY pin of a simulated ADS1115, wired to a GPIO line: high, and low for 8 µs when a conversion ends in continuous mode
 * while the thresholds ask for it. Works in real time on a thread of its own, until it is closed.
 */
public final class SimulatedReadyPin implements AutoCloseable {
    private static final long PULSE_NANOS = 8_000;
    private static final long LOOK_NANOS = 50_000;

    private final SimulatedAds1115 chip;
    private final SimulatedGpio gpio;
    private final int line;
    private volatile boolean stuck;
    private volatile boolean closed;

    /** Wires the pin to a line of the Raspberry Pi. */
    public SimulatedReadyPin(SimulatedAds1115 chip, SimulatedGpio gpio, int line) {
        this.chip = chip;
        this.gpio = gpio;
        this.line = line;
        Thread.ofPlatform().daemon().name("simulated-ready-" + line).start(this::play);
    }

    /** From now on the line stays as it is: broken off, or shorted; or it moves again. */
    public void stick(boolean still) {
        stuck = still;
    }

    private void play() {
        gpio.drive(line, true);
        long told = chip.readyPulses();
        while (!closed) {
            LockSupport.parkNanos(LOOK_NANOS);
            long pulses = chip.readyPulses();
            if (pulses > told && !stuck) {
                gpio.drive(line, false);
                LockSupport.parkNanos(PULSE_NANOS);
                gpio.drive(line, true);
            }
            told = pulses;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
