package org.terminal30.hardware.calibration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/** A source whose values go through the lines of calibration records, whatever kind of source it is. */
public final class CalibratedSource implements VoltageSource {
    private final VoltageSource nominal;
    private final Map<Channel, Calibration> lines = new EnumMap<>(Channel.class);

    /**
     * @param nominal delivers what the front-end means to measure; closed together with this
     * @param records what is known better; channels without one are taken as they are
     */
    public CalibratedSource(VoltageSource nominal, Map<Channel, CalibrationRecord> records) {
        this.nominal = nominal;
        records.forEach((channel, record) -> lines.put(channel, record.line()));
    }

    @Override
    public List<ChannelInfo> channels() {
        return nominal.channels().stream().map(this::calibrated).toList();
    }

    private ChannelInfo calibrated(ChannelInfo info) {
        Calibration line = lines.get(info.channel());
        return line == null
                ? info
                : new ChannelInfo(info.channel(), info.nominalRateHertz(), info.device(), info.timing(),
                        line.apply(info.railVolts()), CalibrationState.CALIBRATED);
    }

    @Override
    public Status poll(SampleSink sink) throws InterruptedException {
        return nominal.poll(block -> {
            apply(block);
            sink.accept(block);
        });
    }

    private void apply(SampleBlock block) {
        Calibration line = lines.get(block.channel());
        if (line != null) {
            block.replaceValues(line::apply);
        }
    }

    @Override
    public Counters counters() {
        return nominal.counters();
    }

    @Override
    public void close() {
        nominal.close();
    }
}
