package org.terminal30.agent.source;

import java.util.Map;
import java.util.Optional;

import org.terminal30.agent.config.PlayedConfig;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.VoltageSource;
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

/** What is played instead of measured. */
final class PlayedSources {
    private PlayedSources() {
    }

    /** @throws TraceException when the trace of a replay cannot be read */
    static VoltageSource open(PlayedConfig config, NanoClock clock) throws TraceException {
        return switch (config) {
            case PlayedConfig.Replay replay -> new ReplaySource(trace(replay), clock, replay.loop());
            case PlayedConfig.Simulated car -> SimulatedFrontEnd.measuring(
                    new SwappedCar(BatterySwap.STANDARD, clock.nanoTime(), car.seed()), car.channels(), clock);
            case PlayedConfig.Played played -> SimulatedFrontEnd.measuring(new PlayedWaveform(waveform(played),
                    played.pauseSeconds(), clock.nanoTime(), played.seed()), played.channels(), clock);
        };
    }

    private static Waveform waveform(PlayedConfig.Played played) {
        Profile profile = Profiles.find(played.profile()).orElseThrow(() -> new IllegalArgumentException(
                "there is no profile %s, only %s".formatted(played.profile(), Profiles.ids())));
        Double restVolts = played.restVolts();
        return restVolts == null ? profile.waveform() : profile.waveform().lifted(restVolts);
    }

    private static Trace trace(PlayedConfig.Replay replay) {
        TraceColumns columns = TraceColumns.BY_NAME;
        for (Map.Entry<Channel, String> column : replay.columns().entrySet()) {
            columns = columns.with(column.getKey(), column.getValue());
        }
        Optional<String> time = Optional.ofNullable(replay.timeColumn());
        return new Trace(replay.file(), time.isPresent() ? columns.withTime(time.get()) : columns);
    }
}
