package org.terminal30.hardware.adc;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;

/** ADS1115 for voltages and INA226 or INA228 for currents, polled in turn by one thread; the conversions of all overlap. */
public final class MixedI2cSource extends I2cSource {
    /**
     * @param header gives the I²C buses, and the GPIO lines of ready pins
     * @param inputs as for {@link Ads1115Source}; not empty
     * @param wirings as for {@link InaSource}; not empty
     */
    public MixedI2cSource(PinHeader header, List<Ads1115Input> inputs, List<InaWiring> wirings, NanoClock clock) {
        this(Ads1115Source.byDevice(inputs), wirings, header.lease(), clock);
    }

    private MixedI2cSource(Map<String, List<Ads1115Input>> byDevice, List<InaWiring> wirings, Lease lease,
            NanoClock clock) {
        super(lease, clock,
                Stream.concat(Ads1115Source.channels(byDevice).stream(), InaSource.channels(wirings).stream()).toList(),
                Stream.concat(Ads1115Source.chips(byDevice, lease, clock).stream(),
                        InaSource.chips(wirings, lease, clock).stream()).toList());
    }
}
