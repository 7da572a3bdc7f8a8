package org.terminal30.hardware.adc;

import java.util.List;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;

/** Bus voltages and shunt currents of one or several INA226 and INA228. */
public final class InaSource extends I2cSource {
    /**
     * @param header gives the I²C buses
     * @param wirings the chips, each channel named once and each chip at an address of its own
     */
    public InaSource(PinHeader header, List<InaWiring> wirings, NanoClock clock) {
        this(channels(wirings), wirings, header.lease(), clock);
    }

    private InaSource(List<ChannelInfo> channels, List<InaWiring> wirings, Lease lease, NanoClock clock) {
        super(lease, clock, channels, chips(wirings, lease, clock));
    }

    static List<InaChip> chips(List<InaWiring> wirings, Lease lease, NanoClock clock) {
        return wirings.stream().map(wiring -> new InaChip(lease, clock, wiring, BLOCK_CAPACITY)).toList();
    }

    static List<ChannelInfo> channels(List<InaWiring> wirings) {
        List<ChannelInfo> channels = wirings.stream().flatMap(wiring -> wiring.channels().stream()).toList();
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("chips is empty, must name at least one");
        }
        if (channels.stream().map(ChannelInfo::channel).distinct().count() < channels.size()) {
            throw new IllegalArgumentException("chips name a channel twice, must name each once");
        }
        if (wirings.stream().map(wiring -> wiring.bus() << 7 | wiring.address()).distinct().count() < wirings.size()) {
            throw new IllegalArgumentException("chips share an address, each must have its own");
        }
        return channels;
    }
}
