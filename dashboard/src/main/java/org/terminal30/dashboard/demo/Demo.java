package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.bay.RunningBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.scenario.AtBay;
import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.simulate.Simulation;
import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.simulated.RepeatedCar;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;

/**
 * A bay with a simulated car at a dashboard, round after round of a scenario: what the scenario does at the bay a technician does
 * with the dashboard, and at the end of each round the alarms are answered and the job is finished. Nothing in between knows that
 * the car is simulated.
 */
public final class Demo implements AutoCloseable {
    public static final BayId BAY = new BayId("main", "1");
    private static final long SEED = 30;
    private static final Duration START_BOUND = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final Scenario scenario;
    private final RunningBay bay;
    private final DashboardClient client;
    private final Technician technician;
    private final NanoClock clock;
    private final long beginNanos;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread work = Thread.ofPlatform().name("technician").daemon().unstarted(this::work);

    private Demo(Scenario scenario, URI dashboard, String token, Path folder, String version, NanoClock clock,
            InstantSource wall) {
        this.scenario = scenario;
        this.clock = clock;
        this.beginNanos = clock.nanoTime();
        this.client = new DashboardClient(dashboard);
        this.technician = new Technician(client, BAY.bay());
        BayConfig config = Simulation.config(scenario, BAY, folder.resolve("bay"), SEED)
                .sendingTo(new DashboardConfig(dashboard, token, DashboardConfig.DEFAULT_BUCKET,
                        DashboardConfig.DEFAULT_ORG, true));
        var car = new RepeatedCar(round -> scenario.car(SEED + round), scenario.duration(), beginNanos);
        this.bay = RunningBay.start(config, SimulatedFrontEnd.measuring(car, scenario.channels(), clock),
                PinHeader.ofThisMachine(), version,
                clock, wall);
    }

    /**
     * Starts the bay and its technician.
     *
     * @param token of {@link #BAY} at the dashboard
     * @param folder for what the bay keeps
     */
    public static Demo start(Scenario scenario, URI dashboard, String token, Path folder, String version,
            NanoClock clock, InstantSource wall) {
        Demo demo = new Demo(scenario, dashboard, token, folder, version, clock, wall);
        demo.work.start();
        return demo;
    }

    private void work() {
        try {
            if (!technician.awaitBay(START_BOUND)) {
                LOG.error("the bay did not connect within {}: the demo goes on without jobs", START_BOUND);
                return;
            }
            long vehicle = technician.register("A417KH", "Nissan", "Almera", "G15");
            for (long round = currentRound(); closing.getCount() > 0; round++) {
                Duration begin = scenario.duration().multipliedBy(round);
                for (AtBay step : scenario.atBay()) {
                    await(begin.plus(step.at()));
                    technician.act(step.action(), vehicle);
                }
                await(begin.plus(scenario.duration()));
                technician.tidyUp();
            }
        } catch (IOException refused) {
            LOG.error("the demo goes on without jobs", refused);
        } catch (InterruptedException closed) {
            LOG.debug("the demo ends");
        }
    }

    private long currentRound() {
        return (clock.nanoTime() - beginNanos) / scenario.duration().toNanos();
    }

    /** Returns at once when that time has passed. */
    private void await(Duration sinceBegin) throws InterruptedException {
        closing.await(sinceBegin.toNanos() - (clock.nanoTime() - beginNanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        work.interrupt();
        bay.close();
        client.close();
    }
}
