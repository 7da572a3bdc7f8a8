package org.terminal30.agent.scenario;

import java.time.Duration;
import java.util.List;

import org.terminal30.agent.config.BackupConfig;
import org.terminal30.hardware.model.Beginning;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Timed;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.simulated.SimulatedFrontEnd.Converter;

/**
 * A car, and what happens to it and at its bay: {@code docs/scenarios.md} shows every key.
 *
 * @param name of the file
 * @param title one sentence, for people
 * @param duration of the whole
 * @param channels what the bay measures
 * @param converter with which chip
 * @param backup what the bay is told of the saver
 * @param pulledUp whether the bay is told that its inputs have pull-ups; they have
 * @param script what happens to the car
 * @param atBay what is done at the bay, in order of time
 */
public record Scenario(String name, String title, Duration duration, List<Channel> channels, Converter converter,
        BackupConfig backup,
        boolean pulledUp, Parts parts, Beginning beginning, List<Timed> script, List<AtBay> atBay,
        Expectation expectation) {
    public Scenario {
        channels = List.copyOf(channels);
        script = List.copyOf(script);
        atBay = List.copyOf(atBay);
    }

    /** The car at its beginning. */
    public CarModel car(long seed) {
        return new CarModel(parts, beginning, script, seed);
    }
}
