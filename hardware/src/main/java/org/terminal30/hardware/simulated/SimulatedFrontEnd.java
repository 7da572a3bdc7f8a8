package org.terminal30.hardware.simulated;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115Input;
import org.terminal30.hardware.adc.Ads1115Source;
import org.terminal30.hardware.adc.InaModel;
import org.terminal30.hardware.adc.InaWiring;
import org.terminal30.hardware.adc.Mcp3208Input;
import org.terminal30.hardware.adc.Mcp3208Source;
import org.terminal30.hardware.adc.Mcp3208Wiring;
import org.terminal30.hardware.adc.MixedI2cSource;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;

/** The front-end of a bay with simulated chips: the real driver, the real Pi4J API, and a model in the place of the car. */
public final class SimulatedFrontEnd {
    static final int MOST_VOLTAGES = 7;
    /** More conversions do not fit into the time at 12 500 samples a second and channel. */
    public static final int MOST_FAST_VOLTAGES = 2;
    private static final int BUS = 1;
    private static final int CHIPS = Ads1115Input.HIGHEST_ADDRESS - Ads1115Input.LOWEST_ADDRESS + 1;
    /** A chip a little slower than its name, as most are. */
    private static final double RATE_TOLERANCE = 0.97;

    /** What is at the pins of an MCP3208: a clock and a reference as on the bay's box, fast enough for the ripple of an alternator. */
    private static final double FAST_HERTZ = 12_500;
    private static final double REFERENCE_VOLTS = 3.0;

    /** Which chip takes the voltages. */
    public enum Converter {
        /** 860 samples a second; currents have a chip of their own. */
        ADS1115,
        /** 12 500 samples a second, and no currents. */
        MCP3208
    }

    private SimulatedFrontEnd() {
    }

    /** A source with this converter; an MCP3208 takes one to {@value #MOST_FAST_VOLTAGES} channels in volts. */
    public static VoltageSource measuring(Converter converter, VoltageModel model, List<Channel> channels,
            NanoClock clock) {
        return switch (converter) {
            case ADS1115 -> measuring(model, channels, clock);
            case MCP3208 -> fast(model, channels, clock);
        };
    }

    private static VoltageSource fast(VoltageModel model, List<Channel> channels, NanoClock clock) {
        if (channels.stream().anyMatch(channel -> channel.unit() != Unit.VOLT)
                || channels.size() > MOST_FAST_VOLTAGES) {
            throw new IllegalArgumentException("channels are %s, must be one to %d in volts".formatted(channels,
                    MOST_FAST_VOLTAGES));
        }
        var chip = new SimulatedMcp3208(clock,
                (pin, nanos) -> Divider.BOX.pinVolts(pin < channels.size()
                        ? model.voltsAt(channels.get(pin), nanos)
                        : 0),
                REFERENCE_VOLTS);
        var inputs = new ArrayList<Mcp3208Input>();
        for (Channel channel : channels) {
            inputs.add(new Mcp3208Input(ChannelScale.uncalibrated(channel), inputs.size(), Divider.BOX));
        }
        var wiring = new Mcp3208Wiring(Mcp3208Wiring.DEFAULT_BUS, Mcp3208Wiring.DEFAULT_CHIP_SELECT,
                Mcp3208Wiring.DEFAULT_CLOCK_HERTZ, FAST_HERTZ, REFERENCE_VOLTS, inputs);
        return new Mcp3208Source(new SimulatedSpiProvider().with(wiring.bus(), wiring.chipSelect(), chip).header(),
                wiring, clock);
    }

    /**
     * A source in which a voltage has a chip to itself, the fifth and further ones share the fourth chip with the fourth, and a
     * current has a chip with a shunt.
     *
     * @param channels each named once, at least one in volts; there are {@value #MOST_VOLTAGES} inputs
     */
    public static VoltageSource measuring(VoltageModel model, List<Channel> channels, NanoClock clock) {
        List<Channel> volts = channels.stream().filter(channel -> channel.unit() == Unit.VOLT).toList();
        List<Channel> amperes = channels.stream().filter(channel -> channel.unit() == Unit.AMPERE).toList();
        if (volts.isEmpty() || volts.size() > MOST_VOLTAGES) {
            throw new IllegalArgumentException(
                    "there are %d channels in volts, must be 1 to %d".formatted(volts.size(), MOST_VOLTAGES));
        }
        var provider = new SimulatedI2cProvider();
        List<Ads1115Input> inputs = inputs(provider, model, volts, clock);
        List<InaWiring> wirings = amperes.stream().map(channel -> monitor(provider, model, channel, clock)).toList();
        return wirings.isEmpty()
                ? new Ads1115Source(provider.header(), inputs, clock)
                : new MixedI2cSource(provider.header(), inputs, wirings, clock);
    }

    private static List<Ads1115Input> inputs(SimulatedI2cProvider provider, VoltageModel model, List<Channel> channels,
            NanoClock clock) {
        var inputs = new ArrayList<Ads1115Input>();
        for (Channel channel : channels) {
            int index = inputs.size();
            int pin = Math.max(0, index - CHIPS + 1);
            int address = Ads1115Input.LOWEST_ADDRESS + index - pin;
            if (pin == 0) {
                provider.with(BUS, address,
                        new SimulatedAds1115(clock, (at, nanos) -> Divider.STANDARD
                                .pinVolts(model.voltsAt(channels.get(index + at), nanos)), RATE_TOLERANCE));
            }
            inputs.add(new Ads1115Input(ChannelScale.uncalibrated(channel), BUS, address,
                    Ads1115.Input.valueOf("AIN" + pin), Divider.STANDARD));
        }
        return inputs;
    }

    /** ± 8.2 A over the range of an INA226 for what a saver gives, ± 819 A for what a starter takes. */
    static double shuntOhms(Channel channel) {
        return channel == Channel.BACKUP_CURRENT ? 0.01 : 0.000_1;
    }

    private static InaWiring monitor(SimulatedI2cProvider provider, VoltageModel model, Channel channel,
            NanoClock clock) {
        int address = InaWiring.LOWEST_ADDRESS + (channel == Channel.BACKUP_CURRENT ? 0 : 1);
        double shuntOhms = shuntOhms(channel);
        provider.with(BUS, address, new SimulatedIna226(clock, new InaInputs() {
            @Override
            public double busVoltsAt(long nanos) {
                return 0;
            }

            @Override
            public double shuntVoltsAt(long nanos) {
                return shuntOhms * model.voltsAt(channel, nanos);
            }
        }, 1));
        return new InaWiring(InaModel.INA226, BUS, address, shuntOhms, null, ChannelScale.uncalibrated(channel));
    }
}
