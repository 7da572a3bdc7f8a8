package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

import org.terminal30.agent.bay.RunningBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.simulate.Simulation;
import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.simulated.RepeatedCar;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;

/** The bay of a demo on its simulated car: its power and its network can fail. */
final class DemoBay implements AutoCloseable {
    static final BayId ID = new BayId("main", "1");
    private static final long SEED = 30;

    private final Scenario scenario;
    private final RepeatedCar car;
    private final Cable cable;
    private final BayConfig config;
    private final String version;
    private final NanoClock clock;
    private final InstantSource wall;
    private RunningBay running;

    /** A bay at work. */
    DemoBay(Scenario scenario, URI dashboard, String token, Path folder, String version, NanoClock clock,
            InstantSource wall) throws IOException {
        this.scenario = scenario;
        this.version = version;
        this.clock = clock;
        this.wall = wall;
        this.car = new RepeatedCar(round -> scenario.car(SEED + round), scenario.duration(), clock.nanoTime());
        this.cable = new Cable(dashboard);
        this.config = Simulation.config(scenario, ID, folder.resolve("bay"), SEED)
                .sendingTo(new DashboardConfig(cable.uri(), token, DashboardConfig.DEFAULT_BUCKET,
                        DashboardConfig.DEFAULT_ORG, true));
        this.running = boot();
    }

    private RunningBay boot() {
        return RunningBay.start(config,
                SimulatedFrontEnd.measuring(scenario.converter(), car, scenario.channels(), clock),
                PinHeader.ofThisMachine(), version, clock, wall);
    }

    /** The bay is gone; its car is not. */
    synchronized void powerOff() {
        running.close();
    }

    /** It boots with what it had on disk. */
    synchronized void powerOn() {
        running = boot();
    }

    void networkOff() {
        cable.pull();
    }

    void networkOn() {
        cable.plugIn();
    }

    @Override
    public synchronized void close() {
        running.close();
        cable.close();
    }
}
