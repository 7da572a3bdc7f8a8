package org.terminal30.hardware.simulated;

import java.util.concurrent.Callable;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CBase;
import com.pi4j.io.i2c.I2CBus;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import org.jspecify.annotations.Nullable;

/** One address of a simulated bus; nothing acknowledges where no chip is. */
final class SimulatedI2c extends I2CBase<SimulatedI2c.Bus> implements I2C {
    /** A bus that nobody else talks on. */
    static final class Bus implements I2CBus {
        @Override
        public <R> R execute(I2C i2c, Callable<R> action) {
            try {
                return action.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new Pi4JException(e);
            }
        }
    }

    private final @Nullable RegisterChip chip;
    /** The register that a plain read goes on from, as the chips of this kind keep it. */
    private int pointer;

    SimulatedI2c(I2CProvider provider, I2CConfig config, @Nullable RegisterChip chip) {
        super(provider, config, new Bus());
        this.chip = chip;
    }

    private RegisterChip chip() {
        if (chip == null) {
            throw new Pi4JException(
                    "no acknowledge from address 0x%x of bus %d".formatted(config.device(), config.bus()));
        }
        return chip;
    }

    @Override
    public int writeRegister(int register, byte[] data, int offset, int length) {
        chip().write(register, data, offset, length);
        pointer = register;
        return length;
    }

    @Override
    public int readRegister(int register, byte[] buffer, int offset, int length) {
        chip().read(register, buffer, offset, length);
        pointer = register;
        return length;
    }

    @Override
    public int writeRegister(int register, byte b) {
        return writeRegister(register, new byte[]{b}, 0, 1);
    }

    @Override
    public int writeRegister(byte[] register, byte[] data, int offset, int length) {
        return writeRegister(register[0], data, offset, length);
    }

    @Override
    public int readRegister(int register) {
        byte[] one = new byte[1];
        readRegister(register, one, 0, 1);
        return one[0] & 0xFF;
    }

    @Override
    public int readRegister(byte[] register, byte[] buffer, int offset, int length) {
        return readRegister(register[0], buffer, offset, length);
    }

    @Override
    public int read() {
        return readRegister(pointer);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return readRegister(pointer, buffer, offset, length);
    }

    @Override
    public int write(byte b) {
        chip();
        pointer = b & 0xFF;
        return 1;
    }

    @Override
    public int write(byte[] data, int offset, int length) {
        pointer = data[offset] & 0xFF;
        if (length > 1) {
            chip().write(pointer, data, offset + 1, length - 1);
        }
        return length;
    }
}
