package org.terminal30.hardware.adc;

import java.util.concurrent.locks.LockSupport;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.PullResistance;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.NanoClock;

/**
 * A GPIO line that a chip pulls low for a moment when a conversion is ready. Pi4J tells of the edges on a thread of its own; one
 * other thread waits for them.
 */
final class ReadyLine {
    /** A falling edge: how many there were before it, and when it was told. */
    record Pulse(long number, long nanos) {}

    private final Lease lease;
    private final NanoClock clock;
    private final int gpio;
    private @Nullable DigitalInput input;
    private volatile Pulse last = new Pulse(0, 0);
    private volatile @Nullable Thread waiting;

    /** @param gpio Broadcom's number of the line; the chip's output is open drain, so that the line is pulled up here too */
    ReadyLine(Lease lease, NanoClock clock, int gpio) {
        this.lease = lease;
        this.clock = clock;
        this.gpio = gpio;
    }

    int gpio() {
        return gpio;
    }

    /** @throws Pi4JException when the line cannot be had; it may be asked for again */
    void open() {
        if (input != null) {
            return;
        }
        DigitalInput opened;
        try {
            opened = lease.open(context -> context.create(DigitalInput.newConfigBuilder(context).id("ready-" + gpio)
                    .address(gpio).pull(PullResistance.PULL_UP).debounce(0L).build()));
        } catch (Pi4JException e) {
            throw new Pi4JException("ready line, GPIO %d: %s".formatted(gpio, e.getMessage()), e);
        }
        opened.addListener(event -> {
            if (event.state().isLow()) {
                pulsed();
            }
        });
        input = opened;
    }

    private void pulsed() {
        last = new Pulse(last.number() + 1, clock.nanoTime());
        LockSupport.unpark(waiting);
    }

    /** The last pulse there was; of number 0 before the first. */
    Pulse last() {
        return last;
    }

    /** The last pulse, as soon as its number is above {@code number}; at this time at the latest, whatever its number. */
    Pulse awaitAfter(long number, long untilNanos) {
        waiting = Thread.currentThread();
        long nowNanos = clock.nanoTime();
        while (last.number() <= number && nowNanos < untilNanos && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(untilNanos - nowNanos);
            nowNanos = clock.nanoTime();
        }
        return last;
    }
}
