package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.scenario.AtBay;
import org.terminal30.agent.scenario.BayAction;
import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.sample.NanoClock;

/**
 * A bay with a simulated car at a dashboard, round after round of a scenario: what the scenario does at the bay a technician does
 * with the dashboard, and at the end of each round the alarms are answered and the job is finished. Nothing in between knows that
 * the car is simulated.
 */
public final class Demo implements AutoCloseable {
    public static final BayId BAY = DemoBay.ID;
    private static final Duration START_BOUND = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final Scenario scenario;
    private final DemoBay bay;
    private final DashboardClient client;
    private final Technician technician;
    private final NanoClock clock;
    private final long beginNanos;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread work = Thread.ofPlatform().name("technician").daemon().unstarted(this::work);
    /** When the network comes back, since the beginning; null while it is there. */
    private @Nullable Duration backAt;

    private Demo(Scenario scenario, URI dashboard, String token, Path folder, String version, NanoClock clock,
            InstantSource wall) throws IOException {
        this.scenario = scenario;
        this.clock = clock;
        this.beginNanos = clock.nanoTime();
        this.client = new DashboardClient(dashboard);
        this.technician = new Technician(client, BAY.bay());
        this.bay = new DemoBay(scenario, dashboard, token, folder, version, clock, wall);
    }

    /**
     * Starts the bay and its technician.
     *
     * @param token of {@link #BAY} at the dashboard
     * @param folder for what the bay keeps
     * @throws IOException when this machine has no port left for the bay's cable
     */
    public static Demo start(Scenario scenario, URI dashboard, String token, Path folder, String version,
            NanoClock clock, InstantSource wall) throws IOException {
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
            technician.fitRadio(vehicle, "Panasonic", "almera-g15-panasonic");
            for (long round = currentRound(); closing.getCount() > 0; round++) {
                play(scenario.duration().multipliedBy(round), vehicle);
            }
        } catch (IOException refused) {
            LOG.error("the demo goes on without jobs", refused);
        } catch (InterruptedException closed) {
            LOG.debug("the demo ends");
        }
    }

    private void play(Duration begin, long vehicle) throws InterruptedException {
        for (AtBay step : scenario.atBay()) {
            await(begin.plus(step.at()));
            switch (step.action()) {
                case BayAction.OnPage onPage -> tried(() -> technician.act(onPage, vehicle));
                case BayAction.Acknowledge acknowledge -> tried(technician::answerAlarms);
                case BayAction.PowerCut cut -> powerCut(begin.plus(step.at()).plus(length(cut.seconds())));
                case BayAction.NetworkGone gone -> {
                    bay.networkOff();
                    backAt = begin.plus(step.at()).plus(length(gone.seconds()));
                }
            }
        }
        await(begin.plus(scenario.duration()));
        tried(technician::tidyUp);
    }

    private void powerCut(Duration until) throws InterruptedException {
        bay.powerOff();
        await(until);
        bay.powerOn();
    }

    /** Something that the technician does on a page. */
    private interface OnPage {
        void act() throws IOException, InterruptedException;
    }

    /** What the bay does not take, or cannot get, is left: the scenario goes on. */
    private static void tried(OnPage what) throws InterruptedException {
        try {
            what.act();
        } catch (IOException refused) {
            LOG.info("the technician is told: {}", refused.getMessage());
        }
    }

    private static Duration length(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private long currentRound() {
        return (clock.nanoTime() - beginNanos) / scenario.duration().toNanos();
    }

    /** Returns at once when that time has passed. */
    private void await(Duration sinceBegin) throws InterruptedException {
        Duration back = backAt;
        if (back != null && back.compareTo(sinceBegin) <= 0) {
            backAt = null;
            await(back);
            bay.networkOn();
        }
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
