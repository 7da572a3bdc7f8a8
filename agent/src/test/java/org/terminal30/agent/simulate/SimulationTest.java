package org.terminal30.agent.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.scenario.ScenarioException;
import org.terminal30.agent.scenario.Scenarios;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.model.Truth;

import static org.assertj.core.api.Assertions.assertThat;

class SimulationTest {
    @TempDir
    private Path folder;

    private record Played(Truth truth, List<WireRecord> records, List<String> surprises) {
        List<String> told() {
            JsonTelling telling = new JsonTelling();
            return Stream.concat(records.stream().map(telling::record), Stream.of(telling.end(truth, surprises)))
                    .filter(line -> !line.isEmpty()).toList();
        }

        List<String> jobStates() {
            return records.stream().filter(WireRecord.Job.class::isInstance).map(WireRecord.Job.class::cast)
                    .map(job -> job.refused() == null ? job.state() : job.refused()).toList();
        }
    }

    private Played play(String name, long seed, String run) throws ScenarioException, InterruptedException {
        Scenario scenario = Scenarios.find(name);
        List<WireRecord> records = new ArrayList<>();
        Story story = new Story();
        Truth truth = new Simulation(scenario, seed, folder.resolve(run), record -> {
            story.add(record);
            records.add(record);
        }).play();
        return new Played(truth, records, story.surprises(scenario.expectation(), truth));
    }

    static List<String> builtIn() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void builtInScenario_endsAsItIsMeantTo(String name) throws ScenarioException, InterruptedException {
        Played played = play(name, 1, "one");

        assertThat(played.surprises()).isEmpty();
        assertThat(played.jobStates()).first().isEqualTo("running");
    }

    @Test
    void sameSeed_tellsTheSame_andAnotherDoesNot() throws ScenarioException, InterruptedException {
        List<String> first = play("clamp-slips", 3, "first").told();

        assertThat(play("clamp-slips", 3, "second").told()).isEqualTo(first);
        assertThat(play("clamp-slips", 4, "third").told()).isNotEqualTo(first);
    }

    @Test
    void jobBeforeThePowerCut_isFinishedAfterIt() throws ScenarioException, InterruptedException {
        assertThat(play("power-cut-while-watching", 1, "one").jobStates()).containsExactly("running", "finished");
    }

    @Test
    void brokenFeed_isToldAsItReallyWas() throws ScenarioException, InterruptedException {
        Played slips = play("clamp-slips", 1, "one");

        assertThat(slips.truth().memoryKept()).isFalse();
        assertThat(slips.truth().longestBreakSeconds()).as("1.5 s less what the car held by itself")
                .isBetween(1.2, 1.5);
        assertThat(slips.told().getLast()).startsWith("{\"told\":\"truth\",\"memoryKept\":false,\"feedBroken\":true");
    }

    @Test
    void wornBattery_doesNotStartTheEngine() throws ScenarioException, InterruptedException {
        assertThat(play("weak-battery-start", 1, "one").truth().engineRuns()).isFalse();
        assertThat(play("healthy-start", 1, "two").truth().engineRuns()).isTrue();
    }
}
