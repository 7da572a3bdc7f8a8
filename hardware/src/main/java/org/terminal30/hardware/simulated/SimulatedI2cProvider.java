package org.terminal30.hardware.simulated;

import java.util.HashMap;
import java.util.Map;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import com.pi4j.io.i2c.I2CConfig;
import com.pi4j.io.i2c.I2CProvider;
import com.pi4j.io.i2c.I2CProviderBase;

import org.terminal30.hardware.header.PinHeader;

/** Simulated chips behind the very API of Pi4J, so that a driver cannot tell them from real ones. */
public final class SimulatedI2cProvider extends I2CProviderBase implements I2CProvider {
    private record Place(int bus, int address) {}

    private final Map<Place, RegisterChip> chips = new HashMap<>();

    public SimulatedI2cProvider() {
        super("simulated-i2c", "Simulated I²C");
    }

    /** Puts a chip on a bus; before the context hands out its device. */
    public SimulatedI2cProvider with(int bus, int address, RegisterChip chip) {
        chips.put(new Place(bus, address), chip);
        return this;
    }

    /** A header with nothing but these chips. */
    public PinHeader header() {
        return new PinHeader(this::newContext);
    }

    /** A context that knows nothing but these chips and looks for no board. */
    public Context newContext() {
        return Pi4J.newContextBuilder().noAutoDetect().add(this).disableShutdownHook().build();
    }

    @Override
    public I2C create(I2CConfig config) {
        var device = new SimulatedI2c(this, config, chips.get(new Place(config.bus(), config.device())));
        context.registry().add(device);
        return device;
    }
}
