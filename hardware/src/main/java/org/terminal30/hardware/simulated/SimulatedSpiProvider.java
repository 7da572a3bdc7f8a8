package org.terminal30.hardware.simulated;

import java.util.HashMap;
import java.util.Map;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import com.pi4j.io.spi.SpiConfig;
import com.pi4j.io.spi.SpiProvider;
import com.pi4j.io.spi.SpiProviderBase;

import org.terminal30.hardware.header.PinHeader;

/** Simulated chips on SPI behind the very API of Pi4J, so that a driver cannot tell them from real ones. */
public final class SimulatedSpiProvider extends SpiProviderBase implements SpiProvider {
    private record Place(int bus, int chipSelect) {}

    private final Map<Place, SimulatedMcp3208> chips = new HashMap<>();

    public SimulatedSpiProvider() {
        super("simulated-spi", "Simulated SPI");
    }

    /** Puts a chip on a chip select; before the context hands out its device. */
    public SimulatedSpiProvider with(int bus, int chipSelect, SimulatedMcp3208 chip) {
        chips.put(new Place(bus, chipSelect), chip);
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
    public Spi create(SpiConfig config) {
        var device = new SimulatedSpi(this, config, chips.get(new Place(config.bus().getBus(), config.address())));
        context.registry().add(device);
        return device;
    }
}
