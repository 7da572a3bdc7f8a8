package org.terminal30.agent.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.ChipConfig;
import org.terminal30.agent.config.InstrumentConfig;
import org.terminal30.agent.config.PlayedConfig;
import org.terminal30.agent.config.SourceConfig;
import org.terminal30.hardware.calibration.CalibratedSource;
import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.trace.TraceException;

/** Makes the front-end that a configuration asks for. */
public final class Sources {
    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private Sources() {
    }

    /**
     * The front-end, which opens its devices when it is first polled, with the calibrations of the bay.
     *
     * @param header where chips are wired to
     * @throws TraceException when the trace of a replay cannot be read
     */
    public static VoltageSource open(BayConfig config, PinHeader header, NanoClock clock) throws TraceException {
        return calibrated(nominal(config, header, clock), config.calibrations().history());
    }

    /** Values by the records of these devices; what was found of another device says nothing about this one. */
    private static VoltageSource calibrated(VoltageSource nominal, CalibrationHistory history) {
        Map<Channel, CalibrationRecord> records = new EnumMap<>(Channel.class);
        for (ChannelInfo info : nominal.channels()) {
            history.of(info.channel(), info.device()).ifPresent(record -> records.put(info.channel(), record));
            history.ofAnotherDevice(info.channel(), info.device())
                    .ifPresent(foreign -> LOG.warn(
                            "{} was calibrated on {} with {} and is measured with {} now: taken as uncalibrated",
                            info.channel().wireName(), foreign.date(), foreign.device(), info.device()));
        }
        return records.isEmpty() ? nominal : new CalibratedSource(nominal, records);
    }

    /**
     * The front-end without the calibrations of the bay: what a new one is made from.
     *
     * @param header where chips are wired to
     * @throws TraceException when the trace of a replay cannot be read
     */
    public static VoltageSource nominal(BayConfig config, PinHeader header, NanoClock clock) throws TraceException {
        List<VoltageSource> opened = new ArrayList<>();
        try {
            for (SourceConfig source : config.sources()) {
                opened.add(open(source, new Scales(config.scales()), header, clock));
            }
        } catch (TraceException | RuntimeException impossible) {
            opened.forEach(VoltageSource::close);
            throw impossible;
        }
        return opened.size() == 1 ? opened.getFirst() : new ParallelSource(opened);
    }

    private static VoltageSource open(SourceConfig source, Scales scales, PinHeader header, NanoClock clock)
            throws TraceException {
        return switch (source) {
            case ChipConfig chip -> ChipSources.open(chip, scales, header, clock);
            case InstrumentConfig instrument -> InstrumentSources.open(instrument, scales, clock);
            case PlayedConfig played -> PlayedSources.open(played, clock);
        };
    }
}
