package org.terminal30.agent.source;

import org.terminal30.agent.config.InstrumentConfig;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.serial.SerialSource;
import org.terminal30.hardware.serial.SerialTextSettings;

/** Instruments on the serial ports of this machine. */
final class InstrumentSources {
    private InstrumentSources() {
    }

    static VoltageSource open(InstrumentConfig config, Scales scales, NanoClock clock) {
        return switch (config) {
            case InstrumentConfig.Serial text -> SerialSource.text(new SerialTextSettings(text.port(), text.baud(),
                    scales.of(text.channels()), text.rateHertz()), clock);
            case InstrumentConfig.Stream frames -> SerialSource.stream(new SerialTextSettings(frames.port(),
                    frames.baud(), scales.of(frames.channels()), frames.rateHertz()), clock);
            case InstrumentConfig.Elm327 adapter -> SerialSource.elm327(adapter.port(), adapter.baud(),
                    scales.of(adapter.channel()), clock);
            case InstrumentConfig.VeDirect victron -> SerialSource.veDirect(victron.port(), victron.baud(),
                    scales.of(victron.channels()), victron.inOrder(), clock);
            case InstrumentConfig.Scpi meter -> SerialSource.scpi(meter.port(), meter.baud(),
                    scales.of(meter.channel()), clock);
        };
    }
}
