package org.terminal30.hardware.simulated;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115Input;
import org.terminal30.hardware.adc.Ads1115Source;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;

/** The front-end of a bay with simulated chips: the real driver, the real Pi4J API, and a model in the place of the car. */
public final class SimulatedFrontEnd {
    private static final int BUS = 1;
    /** A chip a little slower than its name, as most are. */
    private static final double RATE_TOLERANCE = 0.97;

    private SimulatedFrontEnd() {
    }

    /**
     * A source in which every channel has a chip to itself, on a context of its own that is closed with it.
     *
     * @param channels one to four, as there are addresses for the chip
     */
    public static Ads1115Source measuring(VoltageModel model, List<Channel> channels, NanoClock clock) {
        if (channels.isEmpty() || channels.size() > Ads1115Input.HIGHEST_ADDRESS - Ads1115Input.LOWEST_ADDRESS + 1) {
            throw new IllegalArgumentException("there are %d channels, must be 1 to 4".formatted(channels.size()));
        }
        var provider = new SimulatedI2cProvider();
        var inputs = new ArrayList<Ads1115Input>();
        for (Channel channel : channels) {
            int address = Ads1115Input.LOWEST_ADDRESS + inputs.size();
            provider.with(BUS, address, new SimulatedAds1115(clock,
                    (pin, nanos) -> Divider.STANDARD.pinVolts(model.voltsAt(channel, nanos)), RATE_TOLERANCE));
            inputs.add(new Ads1115Input(ChannelScale.uncalibrated(channel), BUS, address, Ads1115.Input.AIN0,
                    Divider.STANDARD));
        }
        return new Ads1115Source(provider.header(), inputs, clock);
    }
}
