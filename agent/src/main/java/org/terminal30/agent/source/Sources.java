package org.terminal30.agent.source;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.ChipConfig;
import org.terminal30.agent.config.InstrumentConfig;
import org.terminal30.agent.config.PlayedConfig;
import org.terminal30.agent.config.SourceConfig;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.trace.TraceException;

/** Makes the front-end that a configuration asks for. */
public final class Sources {
    private Sources() {
    }

    /**
     * The front-end, which opens its devices when it is first polled.
     *
     * @throws TraceException when the trace of a replay cannot be read
     */
    public static VoltageSource open(BayConfig config, NanoClock clock) throws TraceException {
        List<VoltageSource> opened = new ArrayList<>();
        try {
            for (SourceConfig source : config.sources()) {
                opened.add(open(source, new Scales(config.scales()), clock));
            }
        } catch (TraceException | RuntimeException impossible) {
            opened.forEach(VoltageSource::close);
            throw impossible;
        }
        return opened.size() == 1 ? opened.getFirst() : new ParallelSource(opened);
    }

    private static VoltageSource open(SourceConfig source, Scales scales, NanoClock clock) throws TraceException {
        return switch (source) {
            case ChipConfig chip -> ChipSources.open(chip, scales, clock);
            case InstrumentConfig instrument -> InstrumentSources.open(instrument, scales, clock);
            case PlayedConfig played -> PlayedSources.open(played, clock);
        };
    }
}
