package org.terminal30.hardware.adc;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.sample.Backoff;
import org.terminal30.hardware.sample.NanoClock;

/**
 * The way to one chip on an I²C bus: whether it is there, why not, and when to look for it again. Used by one thread.
 */
final class ChipLink {
    private static final long FIRST_RETRY_NANOS = 100_000_000L;
    private static final long LONGEST_RETRY_NANOS = 1_000_000_000L;
    /** A single conversion may fail by a disturbance on the bus; so many in a row are a fault, found in less than 0.1 s. */
    static final int MAX_FAILURES = 5;

    private final Lease lease;
    private final NanoClock clock;
    private final String device;
    private final int bus;
    private final int address;
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private @Nullable I2C i2c;
    private @Nullable String lostReason;
    private boolean present;
    private int failures;
    private long lost;

    /** @param device name of the chip, for people and for Pi4J */
    ChipLink(Lease lease, NanoClock clock, String device, int bus, int address) {
        this.lease = lease;
        this.clock = clock;
        this.device = device;
        this.bus = bus;
        this.address = address;
    }

    /** Whether the chip was found and has not been lost since. */
    boolean isPresent() {
        return present;
    }

    /** Whether a lost chip is to be left alone for now. */
    boolean isResting() {
        return !present && backoff.remainingNanos(clock.nanoTime()) > 0;
    }

    /** @throws Pi4JException when there is no such bus */
    I2cRegisters registers() {
        if (i2c == null) {
            i2c = lease.open(context -> context
                    .create(I2C.newConfigBuilder(context).id(device).bus(bus).device(address).build()));
        }
        return new I2cRegisters(i2c);
    }

    void found() {
        present = true;
        failures = 0;
    }

    /** The chip gave a conversion: it works. */
    void worked() {
        failures = 0;
        lostReason = null;
        backoff.succeeded();
    }

    /** A conversion failed; the chip is lost when too many in a row did. */
    void failed(String what) {
        if (++failures >= MAX_FAILURES) {
            lose(what);
        }
    }

    void lose(Pi4JException silence) {
        lose("does not answer (%s): is it powered and wired?".formatted(silence.getMessage()));
    }

    void lose(String what) {
        lost += present ? 1 : 0;
        present = false;
        lostReason = "%s %s".formatted(device, what);
        backoff.failed(clock.nanoTime());
    }

    /** Why the chip cannot be read, null while it can. */
    @Nullable
    String lostReason() {
        return lostReason;
    }

    /** Times that the chip went away. */
    long lost() {
        return lost;
    }
}
