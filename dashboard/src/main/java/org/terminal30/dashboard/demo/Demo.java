package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.bay.RunningBay;
import org.terminal30.agent.config.BackupConfig;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.CalibrationFile;
import org.terminal30.agent.config.DashboardConfig;
import org.terminal30.agent.config.PlayedConfig;
import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.signal.SignalLines;
import org.terminal30.hardware.simulated.BatterySwap;
import org.terminal30.hardware.simulated.BatterySwap.Phase;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;
import org.terminal30.hardware.simulated.SwappedCar;

/**
 * A bay with a simulated car at a dashboard, round after round: a watch is started, the backup slips while the battery is
 * out, and at the end of the round the alarms are answered and the job is finished. Nothing in between knows that the car is
 * simulated.
 */
public final class Demo implements AutoCloseable {
    public static final BayId BAY = new BayId("main", "1");
    private static final BatterySwap SCRIPT = BatterySwap.STANDARD;
    private static final long SEED = 30;
    /** What the model's saver shows with nothing connected. */
    private static final double SAVER_VOLTS = 13.2;
    private static final Duration START_BOUND = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final RunningBay bay;
    private final DashboardClient client;
    private final Technician technician;
    private final NanoClock clock;
    private final long beginNanos;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread work = Thread.ofPlatform().name("technician").daemon().unstarted(this::work);

    private Demo(URI dashboard, String token, Path folder, String version, NanoClock clock, InstantSource wall) {
        this.clock = clock;
        this.beginNanos = clock.nanoTime();
        this.client = new DashboardClient(dashboard);
        this.technician = new Technician(client, BAY.bay());
        PlayedConfig car = new PlayedConfig.Simulated(PlayedConfig.Simulated.BATTERY_SWAP, SEED);
        BayConfig config = new BayConfig(BAY, folder.resolve("bay"),
                Optional.of(new DashboardConfig(dashboard, token, DashboardConfig.DEFAULT_BUCKET,
                        DashboardConfig.DEFAULT_ORG, true)),
                List.of(car), Map.of(), new BackupConfig(SAVER_VOLTS), Map.of(), false, SignalLines.NONE,
                new CalibrationFile(folder.resolve("calibration.toml"), CalibrationHistory.NONE));
        this.bay = RunningBay.start(config, SimulatedFrontEnd.measuring(new SwappedCar(SCRIPT, beginNanos, SEED),
                List.of(Channel.ONBOARD, Channel.BACKUP), clock), PinHeader.ofThisMachine(), version, clock, wall);
    }

    /**
     * Starts the bay and its technician.
     *
     * @param token of {@link #BAY} at the dashboard
     * @param folder for what the bay keeps
     */
    public static Demo start(URI dashboard, String token, Path folder, String version, NanoClock clock,
            InstantSource wall) {
        Demo demo = new Demo(dashboard, token, folder, version, clock, wall);
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
            while (closing.getCount() > 0) {
                round(vehicle);
            }
        } catch (IOException refused) {
            LOG.error("the demo goes on without jobs", refused);
        } catch (InterruptedException closed) {
            LOG.debug("the demo ends");
        }
    }

    private void round(long vehicle) throws IOException, InterruptedException {
        technician.startWatch(vehicle);
        awaitPhase(Phase.SAVER_OFF);
        technician.tidyUp();
        awaitPhase(Phase.RESTING);
    }

    /** Waits for the beginning of the next such phase. */
    private void awaitPhase(Phase phase) throws InterruptedException {
        Duration sinceBegin = Duration.ofNanos(clock.nanoTime() - beginNanos);
        Duration next = SCRIPT.round().multipliedBy(SCRIPT.roundAt(sinceBegin)).plus(SCRIPT.until(phase));
        Duration left = next.compareTo(sinceBegin) > 0
                ? next.minus(sinceBegin)
                : next.plus(SCRIPT.round()).minus(sinceBegin);
        closing.await(left.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        work.interrupt();
        bay.close();
        client.close();
    }
}
