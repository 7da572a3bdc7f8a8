package org.terminal30.hardware.adc;

import java.util.Arrays;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.spi.Spi;

import org.terminal30.hardware.sample.NanoClock;

/**
 * Driver of the Microchip MCP3208, a 12 bit converter with eight inputs on SPI: it holds what the pin has at one moment.
 *
 * <p>After the datasheet DS21298E: communication in 5.0 and figures 5-1 and 5-2, table 5-2 for the inputs, frames of whole bytes
 * in 6.1 and figure 6-1, the longest that a conversion may take in 6.2, clock and errors in 1.0. A conversion is a transfer of
 * its own, because lowering chip select is what begins it. Used by one thread; allocates nothing.
 *
 * <p>The chip has no register that names it. What can be told is the null bit, which it pulls low before each result, and that
 * it reads a result out a second time, backwards, when clocked on. A chip that is not there fails both where a resistor pulls
 * its data line up; where the line is pulled down, it reads as zero, and zeros are all that can be told.
 */
public final class Mcp3208 {
    public static final int INPUTS = 8;
    public static final int LOWEST_COUNTS = 0;
    public static final int HIGHEST_COUNTS = 4095;
    /** In the place of a conversion: nothing pulled the null bit low. */
    public static final int NO_REPLY = -1;
    /** Clocks of a conversion in whole bytes (figure 6-1). */
    public static final int CONVERSION_CLOCKS = 24;

    /** Five leading zeros, start, single-ended, and the highest bit of the pin. */
    private static final int START_SINGLE_ENDED = 0b110;
    private static final int NULL_BIT = 0x10;
    private static final int CONVERSION_BYTES = CONVERSION_CLOCKS / 8;
    /** Eleven bits more for the result backwards from its second bit on, then zeros. */
    private static final int PROOF_BYTES = 5;
    /** What is left in the buffer by a transfer that failed without a word: no null bit. */
    private static final byte NOT_READ = (byte) 0xFF;
    /** The pin is held with the falling edge of the fifth clock after the start bit, which is the sixth. */
    private static final int HOLD_CLOCKS = 11;

    private final Spi spi;
    private final NanoClock clock;
    private final long holdBeforeMiddleNanos;
    private final byte[] command = new byte[PROOF_BYTES];
    private final byte[] reply = new byte[PROOF_BYTES];
    private long sampledNanos;

    /** @param spi mode 0, most significant bit first, at most {@link #maxClockHertz} */
    public Mcp3208(Spi spi, int clockHertz, NanoClock clock) {
        this.spi = spi;
        this.clock = clock;
        this.holdBeforeMiddleNanos = (CONVERSION_CLOCKS / 2 - HOLD_CLOCKS) * 1_000_000_000L / clockHertz;
    }

    /** The fastest clock that the datasheet promises: 2 MHz from a supply of 5 V (−5 %), else the 1 MHz of 2.7 V. */
    public static int maxClockHertz(double supplyVolts) {
        return supplyVolts >= 4.75 ? 2_000_000 : 1_000_000;
    }

    /**
     * Converts a pin against ground: 0 to {@link #HIGHEST_COUNTS} over the reference, or {@link #NO_REPLY}.
     *
     * @param pin 0 to 7
     * @throws Pi4JException when the bus itself fails
     */
    public int convert(int pin) {
        long beforeNanos = clock.nanoTime();
        exchange(pin, CONVERSION_BYTES);
        long tookNanos = clock.nanoTime() - beforeNanos;
        // The clocks lie somewhere within what the transfer took: in the middle, as far as anybody can know.
        sampledNanos = beforeNanos + tookNanos / 2 - holdBeforeMiddleNanos;
        return replied();
    }

    /** When the pin of the last conversion was held; uncertain by half of what the kernel adds to the transfer. */
    public long sampledNanos() {
        return sampledNanos;
    }

    /**
     * Whether a conversion that is read out twice, forwards and backwards, is the same both times. A floating line or another
     * chip fails; zeros pass.
     *
     * @throws Pi4JException when the bus itself fails
     */
    public boolean repeatsItself(int pin) {
        exchange(pin, PROOF_BYTES);
        int forwards = replied();
        int backwards = (reply[3] & 0xFF) << 8 | (reply[4] & 0xFF);
        // The lowest bit is not repeated: 11 bits are left of the 12, and five zeros follow them.
        return forwards != NO_REPLY && backwards == (Integer.reverse(forwards) >>> 20 & 0x7FF) << 5;
    }

    private int replied() {
        return (reply[1] & NULL_BIT) == 0 ? (reply[1] & 0x0F) << 8 | (reply[2] & 0xFF) : NO_REPLY;
    }

    private void exchange(int pin, int bytes) {
        command[0] = (byte) (START_SINGLE_ENDED | pin >> 2);
        command[1] = (byte) (pin << 6);
        Arrays.fill(reply, NOT_READ);
        try {
            // What it returns is no evidence: the count of bytes in Pi4J 3, 0 in Pi4J 4, and -1 without an exception on failure.
            spi.transfer(command, 0, reply, 0, bytes);
        } catch (Pi4JException e) {
            throw e;
        } catch (RuntimeException e) {
            // Providers let their native layer's exceptions through.
            throw new Pi4JException(e.getMessage(), e);
        }
    }
}
