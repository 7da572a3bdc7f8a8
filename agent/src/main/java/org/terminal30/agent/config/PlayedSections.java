package org.terminal30.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.terminal30.agent.config.PlayedConfig.Played;
import org.terminal30.agent.config.PlayedConfig.Replay;
import org.terminal30.agent.config.PlayedConfig.Simulated;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.waveform.Profiles;

/** Reads the sources that are played instead of measured. */
final class PlayedSections {
    static final List<String> TYPES = List.of("replay", "simulated", "waveform");
    private static final double LOWEST_REST_VOLTS = 6;
    private static final double HIGHEST_REST_VOLTS = 16;
    private static final double LONGEST_PAUSE_SECONDS = 3600;

    private final Section in;
    private final Function<String, Path> resolved;

    PlayedSections(Section in, Function<String, Path> resolved) {
        this.in = in;
        this.resolved = resolved;
    }

    /** Empty after a fault that leaves no source. */
    Optional<? extends SourceConfig> read(String type) {
        return switch (type) {
            case "replay" -> replay();
            case "simulated" -> simulated();
            case "waveform" -> waveform();
            default -> throw new IllegalArgumentException(type + " is none of " + TYPES);
        };
    }

    private Optional<PlayedConfig> replay() {
        String name = in.text("file", "the path of a recorded trace");
        Path file = resolved.apply(name);
        if (!name.isEmpty() && !Files.isReadable(file)) {
            in.fault("file", file, "a file that can be read");
        }
        String time = in.textOr("time", "", "the name of the time column");
        boolean loop = in.flagOr("loop", false);
        Map<Channel, String> columns = in.section("columns").map(PlayedSections::columns).orElse(Map.of());
        if (!in.has("columns")) {
            in.fault("columns", "missing", "a table such as { onboard = \"volts\" }");
        }
        return name.isEmpty() || columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replay(file, columns, time.isEmpty() ? null : time, loop));
    }

    private Optional<PlayedConfig> simulated() {
        String scenario = in.textOr("scenario", Simulated.BATTERY_SWAP, "the name of a scenario");
        int seed = in.integerOr("seed", 1, 0, Integer.MAX_VALUE);
        if (!scenario.equals(Simulated.BATTERY_SWAP)) {
            in.fault("scenario", scenario, Simulated.BATTERY_SWAP);
            return Optional.empty();
        }
        return Optional.of(new Simulated(scenario, seed));
    }

    private Optional<PlayedConfig> waveform() {
        String profile = in.text("profile", "one of " + Profiles.ids());
        double rest = in.numberOr("rest_volts", Double.NaN, LOWEST_REST_VOLTS, HIGHEST_REST_VOLTS);
        double pause = in.numberOr("pause_seconds", Played.DEFAULT_PAUSE_SECONDS, 0.1, LONGEST_PAUSE_SECONDS);
        int seed = in.integerOr("seed", 1, 0, Integer.MAX_VALUE);
        if (Profiles.find(profile).isEmpty()) {
            if (!profile.isEmpty()) {
                in.fault("profile", profile, "one of " + Profiles.ids());
            }
            return Optional.empty();
        }
        return Optional.of(new Played(profile, Double.isNaN(rest) ? null : rest, pause, seed));
    }

    private static Map<Channel, String> columns(Section in) {
        Map<Channel, String> columns = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            if (in.has(channel.wireName())) {
                columns.put(channel, in.text(channel.wireName(), "the name of a column"));
            }
        }
        in.done();
        return columns;
    }
}
