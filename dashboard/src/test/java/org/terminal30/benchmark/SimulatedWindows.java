package org.terminal30.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.scenario.ScenarioException;
import org.terminal30.agent.scenario.Scenarios;
import org.terminal30.agent.simulate.Simulation;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord.Window;
import org.terminal30.hardware.sample.Channel;

/** Windows to measure a store with. */
public final class SimulatedWindows {
    public static final BayId BAY = new BayId("main", "1");
    private static final long WINDOW_NANOS = 100_000_000;
    private static final int WINDOWS_A_SECOND = 10;
    private static final double CHARGING_VOLTS = 13;
    private static final int SAMPLES_A_WINDOW = 86;
    /** What an ADS1115 behind the usual divider tells apart. */
    private static final double STEP_VOLTS = 0.000_613_25;
    private static final double NOISE_VOLTS = 0.000_7;
    private static final double RIPPLE_VOLTS = 0.03;

    private SimulatedWindows() {
    }

    /** What a bay sends of one channel while a scenario is played through chips and drivers. */
    public static List<Window> ofScenario(String name, Channel channel)
            throws ScenarioException, IOException, InterruptedException {
        List<Window> windows = new ArrayList<>();
        Scenario scenario = Scenarios.find(name);
        Path folder = Files.createTempDirectory("terminal30-windows-");
        new Simulation(scenario, 1, folder, record -> {
            if (record instanceof Window window && window.channel() == channel) {
                windows.add(window);
            }
        }).play();
        return windows;
    }

    /**
     * A bay's day without a simulation's cost: 50 minutes at rest, 10 minutes with the engine running, in a converter's steps, with its
     * noise and the alternator's ripple, 85 to 87 samples a window.
     */
    public static List<Window> invented(Channel channel, long startNanos, int count, Random random) {
        List<Window> windows = new ArrayList<>(count);
        double drift = 0;
        for (int i = 0; i < count; i++) {
            boolean running = i / 6_000 % 6 == 5;
            drift = drift * 0.999 + random.nextGaussian() * 0.000_2;
            windows.add(window(channel, startNanos + i * WINDOW_NANOS, (running ? 14.2 : 12.6) + drift,
                    running ? RIPPLE_VOLTS : NOISE_VOLTS, random));
        }
        return windows;
    }

    /** Windows along a slow recording of a value a second: straight lines in between, and a converter's steps and noise on top. */
    public static List<Window> along(List<Double> volts, long startNanos, Random random) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < (volts.size() - 1) * WINDOWS_A_SECOND; i++) {
            double before = volts.get(i / WINDOWS_A_SECOND);
            double after = volts.get(i / WINDOWS_A_SECOND + 1);
            double centre = before + (after - before) * (i % WINDOWS_A_SECOND) / WINDOWS_A_SECOND;
            windows.add(window(Channel.ONBOARD, startNanos + i * WINDOW_NANOS, centre,
                    centre > CHARGING_VOLTS ? RIPPLE_VOLTS : NOISE_VOLTS, random));
        }
        return windows;
    }

    private static Window window(Channel channel, long startNanos, double centre, double spread, Random random) {
        double lowest = stepped(centre - spread * (1.8 + random.nextDouble()));
        double highest = stepped(centre + spread * (1.8 + random.nextDouble()));
        int samples = SAMPLES_A_WINDOW - 1 + random.nextInt(3);
        double sum = stepped(centre * samples + random.nextGaussian() * spread * Math.sqrt(samples));
        return new Window(BAY, channel, startNanos, WindowLimits.rounded(lowest),
                WindowLimits.rounded(highest), WindowLimits.rounded(sum), samples);
    }

    private static double stepped(double volts) {
        return Math.rint(volts / STEP_VOLTS) * STEP_VOLTS;
    }
}
