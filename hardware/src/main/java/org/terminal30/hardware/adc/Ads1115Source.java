package org.terminal30.hardware.adc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.NanoClock;

/**
 * Channels on one or several ADS1115. The channels of one chip share its {@value Ads1115#RATE_HERTZ} conversions a second; the
 * conversions of different chips overlap, so a channel that has a chip to itself has its whole rate.
 */
public final class Ads1115Source extends I2cSource {
    /**
     * @param header gives the I²C buses, and the GPIO lines of ready pins
     * @param inputs the channels, each named once and each on a pin of its own
     */
    public Ads1115Source(PinHeader header, List<Ads1115Input> inputs, NanoClock clock) {
        this(byDevice(inputs), header.lease(), clock);
    }

    private Ads1115Source(Map<String, List<Ads1115Input>> byDevice, Lease lease, NanoClock clock) {
        super(lease, clock, channels(byDevice), chips(byDevice, lease, clock));
    }

    static List<ChannelInfo> channels(Map<String, List<Ads1115Input>> byDevice) {
        return byDevice.values().stream().flatMap(of -> of.stream().map(input -> info(input, of.size()))).toList();
    }

    static List<Ads1115Chip> chips(Map<String, List<Ads1115Input>> byDevice, Lease lease, NanoClock clock) {
        return byDevice.values().stream().map(of -> new Ads1115Chip(lease, clock, of, BLOCK_CAPACITY)).toList();
    }

    private static ChannelInfo info(Ads1115Input input, int sharing) {
        return new ChannelInfo(input.scale().channel(), (double) Ads1115.RATE_HERTZ / sharing, input.device(),
                Timing.HOST, input.highestValue(), input.scale().state(false));
    }

    static Map<String, List<Ads1115Input>> byDevice(List<Ads1115Input> inputs) {
        requireDistinct(inputs);
        return inputs.stream()
                .collect(Collectors.groupingBy(Ads1115Input::device, LinkedHashMap::new, Collectors.toList()));
    }

    private static void requireDistinct(List<Ads1115Input> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs is empty, must name at least one channel");
        }
        if (inputs.stream().map(input -> input.scale().channel()).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs names a channel twice, must name each once");
        }
        if (inputs.stream().map(input -> input.device() + input.input()).distinct().count() < inputs.size()) {
            throw new IllegalArgumentException("inputs uses a pin of a chip twice, must use each once");
        }
        for (Ads1115Input input : inputs) {
            long sharing = inputs.stream().filter(other -> other.device().equals(input.device())).count();
            if (input.readyGpio().isPresent() && sharing > 1) {
                throw new IllegalArgumentException(
                        "ready_gpio is set for a chip with %d channels, must be one channel alone on its chip"
                                .formatted(sharing));
            }
        }
    }
}
