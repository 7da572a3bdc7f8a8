package org.terminal30.hardware.adc;

import java.util.List;

import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;

/**
 * One MCP3208 with its channels.
 *
 * @param bus number of the SPI bus: 0 on the header of a Raspberry Pi
 * @param chipSelect 0 or 1 on that header
 * @param clockHertz of the bus; what the supply allows ({@link Mcp3208#maxClockHertz}), at least {@value #MIN_CLOCK_HERTZ}
 * @param rateHertz samples per second and channel
 * @param referenceVolts at the chip's VREF pin, which is not above its supply
 * @param inputs the channels, each named once and each on a pin of its own
 */
public record Mcp3208Wiring(int bus, int chipSelect, int clockHertz, double rateHertz, double referenceVolts,
        List<Mcp3208Input> inputs) {
    public static final int DEFAULT_BUS = 0;
    public static final int DEFAULT_CHIP_SELECT = 0;
    public static final int LAST_BUS = 6;
    public static final int LAST_CHIP_SELECT = 10;
    /** Below, the charge that is held bleeds off before it is converted (DS21298E, 6.2: 1.2 ms for a conversion). */
    public static final int MIN_CLOCK_HERTZ = 20_000;
    public static final int DEFAULT_CLOCK_HERTZ = 1_000_000;
    /** A poll takes at least one turn, and must not wait for it long. */
    public static final double MIN_RATE_HERTZ = 100;
    public static final double DEFAULT_RATE_HERTZ = 5_000;
    public static final double MAX_RATE_HERTZ = 50_000;
    public static final double MIN_REFERENCE_VOLTS = 2.5;
    public static final double MAX_REFERENCE_VOLTS = 5.5;
    public static final double DEFAULT_REFERENCE_VOLTS = 3.3;
    /** Share of the time that the conversions alone may take; the rest is what the kernel adds to each. */
    private static final double MAX_BUS_SHARE = 0.8;

    public Mcp3208Wiring {
        inputs = List.copyOf(inputs);
        within("bus", bus, 0, LAST_BUS);
        within("chip_select", chipSelect, 0, LAST_CHIP_SELECT);
        within("reference_volts", referenceVolts, MIN_REFERENCE_VOLTS, MAX_REFERENCE_VOLTS);
        within("clock_hertz", clockHertz, MIN_CLOCK_HERTZ, Mcp3208.maxClockHertz(referenceVolts));
        within("rate_hertz", rateHertz, MIN_RATE_HERTZ, MAX_RATE_HERTZ);
        requireDistinct(inputs);
        double highest = Math.floor(MAX_BUS_SHARE * clockHertz / Mcp3208.CONVERSION_CLOCKS / inputs.size());
        if (rateHertz > highest) {
            throw new IllegalArgumentException("rate_hertz is %s, must be at most %s for %d inputs at %d Hz of clock"
                    .formatted(rateHertz, highest, inputs.size(), clockHertz));
        }
    }

    private static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException("%s is %s, must be from %s to %s".formatted(key, value, min, max));
        }
    }

    private static void requireDistinct(List<Mcp3208Input> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs is empty, must name at least one channel");
        }
        if (inputs.stream().map(input -> input.scale().channel()).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs names a channel twice, must name each once");
        }
        if (inputs.stream().map(Mcp3208Input::pin).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs uses a pin twice, must use each once");
        }
    }

    /** Name of the chip, as the kernel counts it. */
    public String device() {
        return "mcp3208-%d.%d".formatted(bus, chipSelect);
    }

    /** Volts over the counts of the converter, calibrated: the end of its range, whichever way round an input is wired. */
    private double highestValue(Mcp3208Input input) {
        return Math.max(input.value(Mcp3208.LOWEST_COUNTS, referenceVolts),
                input.value(Mcp3208.HIGHEST_COUNTS, referenceVolts));
    }

    List<ChannelInfo> channels() {
        return inputs.stream().map(input -> new ChannelInfo(input.scale().channel(), rateHertz, device(), Timing.HOST,
                highestValue(input), input.scale().state(false))).toList();
    }
}
