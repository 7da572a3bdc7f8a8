package org.terminal30.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.signal.SignalLines;

/**
 * The configuration of a bay: {@code docs/bay.toml} shows every key.
 *
 * @param id site and bay on the wire
 * @param state directory of what must survive a restart
 * @param dashboard where to send; empty when the bay stands alone
 * @param sources what to measure with; at least one, and each channel in one of them only
 * @param scales calibration and plausible range of every channel of the sources
 * @param backup profile of the backup supply
 * @param thresholds limits that replace those of the detection
 * @param pulledUp whether each sense input has its pull-up, which tells an open lead from a dead network (rule B2)
 * @param signals where light, buzzer and button are
 * @param calibrations comparisons with a reference meter
 */
public record BayConfig(
        BayId id,
        Path state,
        Optional<DashboardConfig> dashboard,
        List<SourceConfig> sources,
        Map<Channel, ChannelScale> scales,
        BackupConfig backup,
        Map<Threshold, Double> thresholds,
        boolean pulledUp,
        SignalLines signals,
        CalibrationFile calibrations) {
    public BayConfig {
        sources = List.copyOf(sources);
        scales = Map.copyOf(scales);
        thresholds = Map.copyOf(thresholds);
    }

    /** What it measures with, for people. */
    public String sourceDescription() {
        return sources.stream().map(SourceConfig::description).collect(Collectors.joining(", "));
    }

    /** The same bay, sending there. */
    public BayConfig sendingTo(DashboardConfig receiver) {
        return new BayConfig(id, state, Optional.of(receiver), sources, scales, backup, thresholds, pulledUp,
                signals, calibrations);
    }

    /**
     * Reads a TOML file. Relative paths in it are relative to its directory.
     *
     * @throws BayConfigException with every fault of the file
     */
    public static BayConfig read(Path file) throws BayConfigException {
        return new BayConfigReader(file).read();
    }
}
