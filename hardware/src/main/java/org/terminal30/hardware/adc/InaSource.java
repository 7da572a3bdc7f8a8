package org.terminal30.hardware.adc;

import java.util.List;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;

import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;

/** Bus voltages and shunt currents of one or several INA226 and INA228. */
public final class InaSource extends I2cSource {
    /**
     * @param context gives the I²C buses; owned by this source, shut down when it is closed
     * @param wirings the chips, each channel named once and each chip at an address of its own
     */
    public InaSource(Context context, List<InaWiring> wirings, NanoClock clock) {
        super(context, clock, channels(wirings),
                wirings.stream().map(wiring -> new InaChip(context, clock, wiring, BLOCK_CAPACITY)).toList());
    }

    /** Chips on the I²C buses of this machine. */
    public static InaSource onThisMachine(List<InaWiring> wirings, NanoClock clock) {
        return new InaSource(Pi4J.newAutoContext(), wirings, clock);
    }

    private static List<ChannelInfo> channels(List<InaWiring> wirings) {
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
