package org.terminal30.hardware.simulated;

import java.util.Arrays;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.spi.SpiBase;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.NanoClock;

/**
 * One chip select of a simulated bus in mode 0, bit by bit: the master reads and the chip takes a bit while the clock rises, the
 * chip puts out the next while it falls. A transfer lasts as long as its clocks, by the clock of the chip; like the kernel,
 * which does not sleep for a few bytes either, it looks at the clock until they are over.
 */
final class SimulatedSpi extends SpiBase {
    private final @Nullable SimulatedMcp3208 chip;
    private final int clockHertz;

    SimulatedSpi(SpiProvider provider, SpiConfig config, @Nullable SimulatedMcp3208 chip) {
        super(provider, config);
        this.chip = chip;
        this.clockHertz = config.baud();
        this.isOpen = true;
    }

    @Override
    public int transfer(byte[] write, int writeOffset, byte[] read, int readOffset, int numberOfBytes) {
        if (!isOpen) {
            throw new IOException("the bus was closed");
        }
        if (chip == null) {
            // Nothing drives the data line, and the resistor at the other end pulls it down.
            Arrays.fill(read, readOffset, readOffset + numberOfBytes, (byte) 0);
            return numberOfBytes;
        }
        NanoClock clock = chip.clock();
        long beginNanos = clock.nanoTime();
        chip.select();
        for (int i = 0; i < numberOfBytes; i++) {
            read[readOffset + i] = exchange(chip, write[writeOffset + i], beginNanos, 8 * i);
        }
        long endNanos = beginNanos + nanosOf(8 * numberOfBytes);
        while (clock.nanoTime() < endNanos) {
            clock.linger(endNanos - clock.nanoTime());
        }
        return numberOfBytes;
    }

    private byte exchange(SimulatedMcp3208 present, byte out, long beginNanos, int clocksBefore) {
        int in = 0;
        for (int bit = 0; bit < 8; bit++) {
            in = in << 1 | (present.dataOut() ? 1 : 0);
            present.rise((out >> (7 - bit) & 1) != 0);
            present.fall(beginNanos + nanosOf(clocksBefore + bit + 1));
        }
        return (byte) in;
    }

    private long nanosOf(int clocks) {
        return clocks * 1_000_000_000L / clockHertz;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        read(one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return transfer(new byte[length], 0, buffer, offset, length);
    }

    @Override
    public int write(byte b) {
        return write(new byte[]{b}, 0, 1);
    }

    @Override
    public int write(byte[] data, int offset, int length) {
        return transfer(data, offset, new byte[length], 0, length);
    }
}
