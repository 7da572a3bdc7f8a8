package org.terminal30.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.scenario.ScenarioException;
import org.terminal30.agent.scenario.Scenarios;
import org.terminal30.agent.simulate.JsonTelling;
import org.terminal30.agent.simulate.Pace;
import org.terminal30.agent.simulate.Simulation;
import org.terminal30.agent.simulate.Story;
import org.terminal30.agent.simulate.Telling;
import org.terminal30.agent.simulate.TextTelling;
import org.terminal30.hardware.model.Truth;

/** Plays a scenario through the simulated chips, the real drivers and the real bay: in real time, faster, or as fast as it can. */
@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Plays a scenario, and says what the bay makes of it and what really happened.")
final class SimulateCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_SCENARIO = 2;

    /** How the result is written. */
    enum Format {
        text,
        json
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--scenario", required = true, paramLabel = "NAME|FILE.toml", description = "A built-in scenario by its name, or a file.")
    private String scenario = "";

    @Option(names = "--headless", description = "As fast as the computer can; without it, in real time.")
    private boolean headless;

    @Option(names = "--speed", defaultValue = "1", paramLabel = "N", description = "So many times as fast as real time (default ${DEFAULT-VALUE}).")
    private double speed;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Of bouncing contacts and noise; the same gives the same.")
    private long seed;

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "json prints one object per line.")
    private Format format = Format.text;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!(speed > 0)) {
            say("--speed is %s, must be above 0".formatted(speed));
            return WRONG_SCENARIO;
        }
        Path folder = Files.createTempDirectory("terminal30-simulation");
        try {
            return played(Scenarios.find(scenario), folder);
        } catch (ScenarioException wrong) {
            wrong.faults().forEach(fault -> say(scenario + ": " + fault));
            return WRONG_SCENARIO;
        } catch (IllegalArgumentException | OutboxException impossible) {
            say(scenario + ": " + impossible.getMessage());
            return FAILED;
        } finally {
            remove(folder);
        }
    }

    private int played(Scenario playing, Path folder) throws InterruptedException {
        Telling telling = format == Format.json ? new JsonTelling() : new TextTelling();
        Story story = new Story();
        Truth truth = new Simulation(playing, seed, folder, record -> {
            story.add(record);
            tell(telling.record(record));
        }).play(headless ? Pace.UNHELD : Pace.of(speed, Main.clock()));
        List<String> surprises = story.surprises(playing.expectation(), truth);
        tell(telling.end(truth, surprises));
        return surprises.isEmpty() ? DONE : FAILED;
    }

    private void tell(String lines) {
        if (!lines.isEmpty()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(lines);
            out.flush();
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
