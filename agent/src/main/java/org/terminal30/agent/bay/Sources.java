package org.terminal30.agent.bay;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.SourceConfig;
import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115Input;
import org.terminal30.hardware.adc.Ads1115Source;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.hardware.serial.SerialSource;
import org.terminal30.hardware.simulated.BatterySwap;
import org.terminal30.hardware.simulated.PlayedWaveform;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;
import org.terminal30.hardware.simulated.SwappedCar;
import org.terminal30.hardware.trace.ReplaySource;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceColumns;
import org.terminal30.hardware.trace.TraceException;
import org.terminal30.hardware.waveform.Profile;
import org.terminal30.hardware.waveform.Profiles;
import org.terminal30.hardware.waveform.Waveform;

/** Makes the front-end that a configuration asks for. */
public final class Sources {
    private Sources() {
    }

    /**
     * The front-end, which opens its device when it is first polled.
     *
     * @throws TraceException when the trace of a replay cannot be read
     */
    public static VoltageSource open(BayConfig config, NanoClock clock) throws TraceException {
        return switch (config.source()) {
            case SourceConfig.Serial serial -> SerialSource.text(new SerialTextSettings(serial.port(), serial.baud(),
                    serial.channels().stream().map(channel -> scale(config, channel)).toList(), serial.rateHertz()),
                    clock);
            case SourceConfig.Ads1115 chips -> Ads1115Source.onThisMachine(inputs(config, chips), clock);
            case SourceConfig.Replay replay -> new ReplaySource(trace(replay), clock, replay.loop());
            case SourceConfig.Simulated car -> SimulatedFrontEnd.measuring(
                    new SwappedCar(BatterySwap.STANDARD, clock.nanoTime(), car.seed()), car.channels(), clock);
            case SourceConfig.Played played -> SimulatedFrontEnd.measuring(new PlayedWaveform(waveform(played),
                    played.pauseSeconds(), clock.nanoTime(), played.seed()), played.channels(), clock);
        };
    }

    private static Waveform waveform(SourceConfig.Played played) {
        Profile profile = Profiles.find(played.profile()).orElseThrow(() -> new IllegalArgumentException(
                "there is no profile %s, only %s".formatted(played.profile(), Profiles.ids())));
        Double restVolts = played.restVolts();
        return restVolts == null ? profile.waveform() : profile.waveform().lifted(restVolts);
    }

    private static ChannelScale scale(BayConfig config, Channel channel) {
        ChannelScale own = config.scales().get(channel);
        return own == null ? ChannelScale.uncalibrated(channel) : own;
    }

    private static List<Ads1115Input> inputs(BayConfig config, SourceConfig.Ads1115 chips) {
        return chips.inputs().stream().map(input -> new Ads1115Input(scale(config, input.channel()), chips.bus(),
                input.address(), Ads1115.Input.valueOf("AIN" + input.pin()), input.divider())).toList();
    }

    private static Trace trace(SourceConfig.Replay replay) {
        TraceColumns columns = TraceColumns.BY_NAME;
        for (Map.Entry<Channel, String> column : replay.columns().entrySet()) {
            columns = columns.with(column.getKey(), column.getValue());
        }
        Optional<String> time = Optional.ofNullable(replay.timeColumn());
        return new Trace(replay.file(), time.isPresent() ? columns.withTime(time.get()) : columns);
    }
}
