package org.terminal30.agent.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;

import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.PlausibleRange;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.signal.SignalLines;

/** One reading of a configuration file. */
final class BayConfigReader {
    /** Keeps the reading going after a fault; never leaves this class. */
    private static final BayId SOME_BAY = new BayId("site", "bay");
    private static final String DEFAULT_CALIBRATIONS = "calibration.toml";
    private static final double WIDEST = 10_000;

    private final Path file;
    private final List<String> faults = new ArrayList<>();

    BayConfigReader(Path file) {
        this.file = file;
    }

    BayConfig read() throws BayConfigException {
        var root = new Section("", parsed(), faults);
        String site = root.text("site", "the name of the workshop, such as \"main\"");
        String bay = root.text("bay", "the name of the bay, such as \"1\"");
        BayId id = site.isEmpty() || bay.isEmpty()
                ? SOME_BAY
                : checked(() -> new BayId(site, bay)).orElse(SOME_BAY);
        Path state = resolved(root.text("state", "the directory for what must survive a restart"));
        Optional<DashboardConfig> dashboard = root.section("dashboard").flatMap(this::dashboard);
        GpioTable gpios = new GpioTable();
        List<SourceConfig> sources = sources(root, gpios);
        Map<Channel, ChannelScale> scales = scales(root.sections("channel"),
                sources.stream().flatMap(source -> source.channels().stream()).toList());
        BackupConfig backup = root.section("backup").map(BayConfigReader::backup).orElse(BackupConfig.DEFAULT);
        Map<Threshold, Double> thresholds = root.section("thresholds").map(BayConfigReader::thresholds)
                .orElse(Map.of());
        boolean pulledUp = root.flagOr("pulled_up", false);
        SignalLines signals = root.section("signals")
                .map(section -> SignalSection.read(section, gpios)).orElse(SignalLines.NONE);
        CalibrationFile calibrations = calibrations(resolved(
                root.textOr("calibrations", DEFAULT_CALIBRATIONS, "the path of a file")));
        root.done();
        if (!faults.isEmpty()) {
            throw new BayConfigException(file, faults);
        }
        return new BayConfig(id, state, dashboard, sources, scales, backup, thresholds, pulledUp, signals,
                calibrations);
    }

    private List<SourceConfig> sources(Section root, GpioTable gpios) {
        if (!root.has("source")) {
            root.fault("source", "missing", "a section [source] that says what to measure with");
        }
        List<SourceConfig> sources = new ArrayList<>();
        Set<Channel> measured = EnumSet.noneOf(Channel.class);
        Set<String> devices = new HashSet<>();
        for (Section section : root.sectionOrSections("source")) {
            new SourceConfigReader(section, this::resolved).read().ifPresent(source -> {
                for (Channel channel : source.channels()) {
                    if (!measured.add(channel)) {
                        section.fault("type", "%s is measured by an earlier source too, each channel has one source"
                                .formatted(channel.wireName()));
                    }
                }
                source.devices().stream().filter(device -> !devices.add(device)).forEach(device -> section.fault("type",
                        "%s is used by an earlier source too, must be used by one".formatted(device)));
                takeGpios(section, source, gpios);
                sources.add(source);
            });
        }
        return sources;
    }

    private static void takeGpios(Section in, SourceConfig source, GpioTable gpios) {
        for (GpioUse use : source.gpios()) {
            gpios.take(source.description(), use).ifPresent(by -> in.fault("type",
                    "GPIO %d is needed for %s and must be free, %s".formatted(use.gpio(), use.purpose(), by)));
        }
    }

    private JsonNode parsed() throws BayConfigException {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException notToml) {
            throw new BayConfigException(file, List.of("not TOML at line %d, column %d: %s".formatted(
                    notToml.getLocation().getLineNr(), notToml.getLocation().getColumnNr(),
                    notToml.getOriginalMessage())));
        } catch (IOException unreadable) {
            throw new BayConfigException(file, List.of("%s cannot be read: %s".formatted(file, unreadable)));
        }
    }

    private Path resolved(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    /** A record that validates itself; its message becomes a fault. */
    private <T> Optional<T> checked(Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException invalid) {
            faults.add(String.valueOf(invalid.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<DashboardConfig> dashboard(Section in) {
        String url = in.text("url", "an address such as \"http://dashboard:8030\"");
        String token = token(in);
        String bucket = in.textOr("bucket", DashboardConfig.DEFAULT_BUCKET, "the name of a bucket");
        String org = in.textOr("org", DashboardConfig.DEFAULT_ORG, "the name of an organisation");
        boolean orders = in.flagOr("orders", true);
        in.done();
        return url.isEmpty() || token.isEmpty() || bucket.isEmpty() || org.isEmpty()
                ? Optional.empty()
                : checked(() -> new DashboardConfig(URI.create(url), token, bucket, org, orders));
    }

    private String token(Section in) {
        if (in.has("token") == in.has("token_file")) {
            in.fault("token", in.has("token") ? "given twice" : "missing",
                    "given once, as token or as token_file, the path of a file that holds it");
            return "";
        }
        if (in.has("token")) {
            return in.text("token", "the token of the bay");
        }
        Path path = resolved(in.text("token_file", "the path of a file that holds the token"));
        try {
            String token = Files.readString(path).strip();
            if (token.isEmpty()) {
                in.fault("token_file", path, "a file that holds the token, it is empty");
            }
            return token;
        } catch (IOException unreadable) {
            in.fault("token_file", path, "a file that can be read: " + unreadable);
            return "";
        }
    }

    private Map<Channel, ChannelScale> scales(List<Section> sections, List<Channel> measured) {
        Map<Channel, ChannelScale> scales = new EnumMap<>(Channel.class);
        for (Section in : sections) {
            String name = in.text("name", "one of " + Channel.wireNames());
            Optional<Channel> channel = Channel.ofWireName(name);
            channel.ifPresent(known -> scale(in, known).ifPresent(scale -> {
                if (scales.put(known, scale) != null) {
                    in.fault("name", name, "the name of a channel that has no other section");
                }
            }));
            boolean unmeasured = channel.isEmpty() || (!measured.isEmpty() && !measured.contains(channel.get()));
            if (!name.isEmpty() && unmeasured) {
                in.fault("name", name, "a channel of the source, which has "
                        + measured.stream().map(Channel::wireName).toList());
            }
            in.done();
        }
        measured.forEach(channel -> scales.putIfAbsent(channel, ChannelScale.uncalibrated(channel)));
        return scales;
    }

    private Optional<ChannelScale> scale(Section in, Channel channel) {
        PlausibleRange usual = PlausibleRange.of(channel.unit());
        double gain = in.numberOr("gain", 1, -Calibration.MAX_GAIN, Calibration.MAX_GAIN);
        double offset = in.numberOr("offset", 0, -Calibration.MAX_OFFSET, Calibration.MAX_OFFSET);
        double min = in.numberOr("plausible_min", usual.min(), -WIDEST, WIDEST);
        double max = in.numberOr("plausible_max", usual.max(), -WIDEST, WIDEST);
        return checked(
                () -> new ChannelScale(channel, new Calibration(gain, offset), new PlausibleRange(min, max), false));
    }

    private CalibrationFile calibrations(Path path) {
        try {
            return CalibrationFile.read(path);
        } catch (BayConfigException wrong) {
            wrong.faults().forEach(fault -> faults.add("calibrations in %s: %s".formatted(path, fault)));
            return new CalibrationFile(path, CalibrationHistory.NONE);
        }
    }

    private static BackupConfig backup(Section in) {
        double noLoad = in.numberOr("no_load_volts", BackupConfig.DEFAULT.noLoadVolts(),
                BackupConfig.MIN_NO_LOAD_VOLTS, BackupConfig.MAX_NO_LOAD_VOLTS);
        double holdFloor = in.numberOr("hold_floor_volts", BackupConfig.DEFAULT.holdFloorVolts(),
                BackupConfig.MIN_HOLD_FLOOR_VOLTS, BackupConfig.MAX_HOLD_FLOOR_VOLTS);
        Double rating = in.has("rating_amperes")
                ? (Double) in.numberOr("rating_amperes", BackupConfig.MIN_RATING_AMPERES,
                        BackupConfig.MIN_RATING_AMPERES, BackupConfig.MAX_RATING_AMPERES)
                : null;
        double diode = in.numberOr("diode_volts", BackupConfig.SCHOTTKY_VOLTS, 0, BackupConfig.MAX_DIODE_VOLTS);
        in.done();
        return new BackupConfig(noLoad, holdFloor, rating, diode);
    }

    private static Map<Threshold, Double> thresholds(Section in) {
        Map<Threshold, Double> thresholds = new EnumMap<>(Threshold.class);
        for (Threshold threshold : Threshold.values()) {
            if (in.has(threshold.key())) {
                thresholds.put(threshold, in.numberOr(threshold.key(), threshold.min(), threshold.min(),
                        threshold.max()));
            }
        }
        in.done();
        return thresholds;
    }
}
