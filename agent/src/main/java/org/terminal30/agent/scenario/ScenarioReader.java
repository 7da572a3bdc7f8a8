package org.terminal30.agent.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;

import org.terminal30.agent.config.BackupConfig;
import org.terminal30.agent.config.Section;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Step;
import org.terminal30.hardware.model.Beginning;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Timed;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;
import org.terminal30.hardware.simulated.SimulatedFrontEnd.Converter;

/** Reads a scenario from its text. One reading shows every fault, with its line. */
final class ScenarioReader {
    private static final double LONGEST_SECONDS = 30 * 86_400;
    private static final String STATES = "one of " + Step.State.wireNames();

    private final String name;
    private final List<String> faults = new ArrayList<>();
    private final List<Timed> script = new ArrayList<>();
    private final List<AtBay> atBay = new ArrayList<>();

    ScenarioReader(String name) {
        this.name = name;
    }

    Scenario read(String text) throws ScenarioException {
        JsonNode tree = parsed(text);
        Section root = Section.ofFile(tree, faults, TomlLines.of(text)::prefix);
        String title = root.text("title", "one sentence that says what happens");
        if (!root.has("duration_seconds")) {
            root.fault("duration_seconds", "missing", "the length of the whole, in seconds");
        }
        double seconds = root.numberOr("duration_seconds", 1, 1, LONGEST_SECONDS);
        Parts parts = PartsSections.read(root);
        Optional<Section> bay = root.section("bay");
        List<Channel> channels = bay.map(this::channels).orElse(List.of(Channel.ONBOARD, Channel.BACKUP));
        Converter converter = bay.map(in -> converter(in, channels)).orElse(Converter.ADS1115);
        BackupConfig backup = bay.map(in -> backup(in, parts)).orElse(new BackupConfig(parts.saver().noLoadVolts()));
        boolean pulledUp = bay.map(in -> in.flagOr("pulled_up", true)).orElse(true);
        bay.ifPresent(Section::done);
        Beginning beginning = root.section("begin").map(ScenarioReader::beginning).orElse(Beginning.PARKED);
        root.section("timeline").ifPresent(in -> timeline(in, parts));
        Expectation expectation = root.section("expect").map(ScenarioReader::expectation).orElse(Expectation.NONE);
        root.done();
        if (!faults.isEmpty()) {
            throw new ScenarioException(faults);
        }
        atBay.sort(Comparator.comparing(AtBay::at));
        return new Scenario(name, title, Duration.ofNanos(Math.round(seconds * 1e9)), channels, converter, backup,
                pulledUp,
                parts, beginning, script, atBay, expectation);
    }

    private static JsonNode parsed(String text) throws ScenarioException {
        try {
            return new TomlMapper().readTree(text);
        } catch (JsonProcessingException notToml) {
            throw new ScenarioException(List.of("line %d: not TOML: %s".formatted(notToml.getLocation().getLineNr(),
                    notToml.getOriginalMessage())));
        }
    }

    private List<Channel> channels(Section in) {
        if (!in.has("channels")) {
            return List.of(Channel.ONBOARD, Channel.BACKUP);
        }
        String right = "channels, each once, of " + Channel.wireNames();
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String wireName : in.texts("channels", right)) {
            if (!Channel.ofWireName(wireName).map(channels::add).orElse(false)) {
                in.fault("channels", "\"%s\"".formatted(wireName), right);
            }
        }
        if (!channels.contains(Channel.ONBOARD)) {
            in.fault("channels", channels, "such that onboard is one of them");
        }
        return List.copyOf(channels);
    }

    private static Converter converter(Section in, List<Channel> channels) {
        String right = "ads1115, or mcp3208 for one or two channels in volts";
        String name = in.has("converter") ? in.text("converter", right) : "ads1115";
        boolean few = channels.size() <= SimulatedFrontEnd.MOST_FAST_VOLTAGES
                && channels.stream().allMatch(channel -> channel.unit() == Unit.VOLT);
        if (name.equals("mcp3208") && few) {
            return Converter.MCP3208;
        }
        if (!name.equals("ads1115")) {
            in.fault("converter", "\"%s\"".formatted(name), right);
        }
        return Converter.ADS1115;
    }

    private static BackupConfig backup(Section in, Parts parts) {
        double noLoad = in.numberOr("saver_no_load_volts", parts.saver().noLoadVolts(),
                BackupConfig.MIN_NO_LOAD_VOLTS, BackupConfig.MAX_NO_LOAD_VOLTS);
        double floor = in.numberOr("hold_floor_volts", BackupConfig.DEFAULT.holdFloorVolts(),
                BackupConfig.MIN_HOLD_FLOOR_VOLTS, BackupConfig.MAX_HOLD_FLOOR_VOLTS);
        Double rating = in.has("saver_rating_amperes")
                ? (Double) in.numberOr("saver_rating_amperes", BackupConfig.MIN_RATING_AMPERES,
                        BackupConfig.MIN_RATING_AMPERES, BackupConfig.MAX_RATING_AMPERES)
                : null;
        double diode = in.numberOr("saver_diode_volts", BackupConfig.DEFAULT.diodeVolts(), 0,
                BackupConfig.MAX_DIODE_VOLTS);
        return new BackupConfig(noLoad, floor, rating, diode);
    }

    private static Beginning beginning(Section in) {
        Beginning usual = Beginning.PARKED;
        Beginning beginning = new Beginning(in.flagOr("battery", usual.battery()),
                in.flagOr("saver", usual.saver()), in.flagOr("sense", usual.sense()),
                in.flagOr("saver_on", usual.saverOn()), in.flagOr("engine_runs", usual.engineRuns()));
        in.done();
        return beginning;
    }

    private void timeline(Section in, Parts parts) {
        in.sections("steps").forEach(step -> new StepReader(step, parts.loads().keySet()).read(script, atBay));
        in.done();
    }

    private static Expectation expectation(Section in) {
        Optional<Boolean> memory = Optional.empty();
        if (in.has("memory")) {
            String said = in.text("memory", "kept or lost");
            if (!Set.of("kept", "lost", "").contains(said)) {
                in.fault("memory", "\"%s\"".formatted(said), "kept or lost");
            }
            memory = Optional.of(said.equals("kept"));
        }
        Optional<Set<EventKind>> records = in.has("records") ? Optional.of(records(in)) : Optional.empty();
        Map<String, String> verdicts = words(in, "verdicts", "a word of the job");
        Map<String, Step.State> steps = new TreeMap<>();
        words(in, "steps", STATES).forEach((step, word) -> Step.State.ofWireName(word).ifPresentOrElse(
                state -> steps.put(step, state),
                () -> in.fault("steps." + step, "\"%s\"".formatted(word), STATES)));
        in.done();
        return new Expectation(memory, records, verdicts, steps);
    }

    /** A table of names of one's own. */
    private static Map<String, String> words(Section in, String table, String right) {
        Map<String, String> words = new TreeMap<>();
        in.section(table).ifPresent(said -> {
            said.keys().forEach(name -> words.put(name, said.text(name, right)));
            said.done();
        });
        return words;
    }

    private static Set<EventKind> records(Section in) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String wireName : in.textsOrNone("records", "kinds of records, such as \"interruption\"")) {
            EventKind.ofWireName(wireName).ifPresentOrElse(kinds::add,
                    () -> in.fault("records", "\"%s\"".formatted(wireName), "a kind of record"));
        }
        return kinds;
    }
}
