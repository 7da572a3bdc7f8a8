package org.terminal30.hardware.adc;

import com.pi4j.io.i2c.I2C;

/**
 * Registers of a chip on I²C, the most significant byte first. Every read is one combined transfer with a repeated start. Throws
 * {@link com.pi4j.exception.Pi4JException} when the chip does not answer. Used by one thread.
 */
final class I2cRegisters {
    private static final int LONGEST_BYTES = 3;

    private final I2C i2c;
    private final byte[] bytes = new byte[LONGEST_BYTES];

    I2cRegisters(I2C i2c) {
        this.i2c = i2c;
    }

    void write16(int register, int value) {
        bytes[0] = (byte) (value >> 8);
        bytes[1] = (byte) value;
        i2c.writeRegister(register, bytes, 0, 2);
    }

    /** 0 to 0xFFFF. */
    int read16(int register) {
        i2c.readRegister(register, bytes, 0, 2);
        return (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    }

    /** 0 to 0xFFFFFF. */
    int read24(int register) {
        i2c.readRegister(register, bytes, 0, 3);
        return (bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF);
    }
}
