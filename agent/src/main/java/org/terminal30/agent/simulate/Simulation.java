package org.terminal30.agent.simulate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.bay.HeadlessBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.CalibrationFile;
import org.terminal30.agent.config.PlayedConfig;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.scenario.AtBay;
import org.terminal30.agent.scenario.BayAction;
import org.terminal30.agent.scenario.Scenario;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Truth;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.signal.SignalLines;
import org.terminal30.hardware.simulated.ModelledCar;
import org.terminal30.hardware.simulated.SimulatedFrontEnd;
import org.terminal30.hardware.simulated.VirtualClock;

/**
 * A scenario played from its beginning to its end, as fast as the computer can: the car's model, simulated chips, the real drivers,
 * and a bay that knows nothing of the model. The same scenario and seed give the same records.
 */
public final class Simulation {
    private static final String TECHNICIAN = "technician";
    private static final BayId BAY = new BayId("simulated", "1");

    private final Scenario scenario;
    private final long seed;
    private final Path folder;
    private final Consumer<WireRecord> records;
    private final VirtualClock clock = new VirtualClock();
    private final Deque<AtBay> toDo;
    /** What waits for the dashboard. */
    private final List<WireRecord> unsent = new ArrayList<>();
    private long awayUntilNanos = Long.MIN_VALUE;
    private long orders;
    private WireRecord.@Nullable Job job;

    /**
     * A scenario to play once.
     *
     * @param seed of bouncing contacts and noise
     * @param folder for what the bay keeps from boot to boot
     * @param records gets what the bay would send; their labels count from the epoch
     */
    public Simulation(Scenario scenario, long seed, Path folder, Consumer<WireRecord> records) {
        this.scenario = scenario;
        this.seed = seed;
        this.folder = folder;
        this.records = records;
        this.toDo = new ArrayDeque<>(scenario.atBay());
    }

    /**
     * The configuration that a bay of this scenario has.
     *
     * @param folder for its state
     */
    public static BayConfig config(Scenario scenario, BayId bay, Path folder, long seed) {
        return new BayConfig(bay, folder, Optional.empty(),
                List.of(new PlayedConfig.Simulated(scenario.name(), seed)), Map.of(), scenario.backup(), Map.of(),
                scenario.pulledUp(), SignalLines.NONE,
                new CalibrationFile(folder.resolve("calibration.toml"), CalibrationHistory.NONE));
    }

    /** Plays to the end as fast as it can, and says what really happened. */
    public Truth play() throws InterruptedException {
        return play(Pace.UNHELD);
    }

    /** Plays to the end at a pace, and says what really happened. */
    public Truth play(Pace pace) throws InterruptedException {
        CarModel model = scenario.car(seed);
        ModelledCar car = new ModelledCar(model, clock.nanoTime(), seed);
        BayConfig config = config(scenario, BAY, folder, seed);
        try (OutboxFile file = OutboxFile.open(folder.resolve("outbox.sqlite"))) {
            String left = "";
            while (clock.nanoTime() < scenario.duration().toNanos()) {
                try (VoltageSource source = SimulatedFrontEnd.measuring(scenario.converter(), car,
                        scenario.channels(), clock)) {
                    left = boot(new HeadlessBay(config, source, clock, file.state(), left, this::told), pace);
                }
            }
        }
        send();
        return model.truth();
    }

    /** Runs until the power fails or all is over; what is left for the next boot. */
    private String boot(HeadlessBay bay, Pace pace) throws InterruptedException {
        while (clock.nanoTime() < scenario.duration().toNanos()) {
            bay.turn();
            pace.reached(clock.nanoTime());
            if (!isDashboardAway()) {
                send();
            }
            for (AtBay next = due(); next != null; next = due()) {
                toDo.remove();
                if (next.action() instanceof BayAction.PowerCut cut) {
                    clock.pause(Math.round(cut.seconds() * 1e9));
                    return bay.snapshot();
                }
                act(bay, next.action());
            }
        }
        bay.finish();
        return bay.snapshot();
    }

    private void told(WireRecord record) {
        unsent.add(record);
        if (!isDashboardAway()) {
            send();
        }
    }

    private boolean isDashboardAway() {
        return clock.nanoTime() < awayUntilNanos;
    }

    /** What the outbox holds goes out, in its order. */
    private void send() {
        for (WireRecord record : unsent) {
            if (record instanceof WireRecord.Job said && said.refused() == null) {
                job = said;
            }
            records.accept(record);
        }
        unsent.clear();
    }

    private @Nullable AtBay due() {
        AtBay next = toDo.peek();
        return next != null && next.at().toNanos() <= clock.nanoTime() ? next : null;
    }

    private void act(HeadlessBay bay, BayAction action) {
        switch (action) {
            case BayAction.Acknowledge acknowledge -> bay.acknowledge();
            case BayAction.NetworkGone gone -> awayUntilNanos = clock.nanoTime() + Math.round(gone.seconds() * 1e9);
            case BayAction.PowerCut cut -> throw new IllegalStateException("a power cut is nothing the bay does");
            case BayAction.OnPage onPage -> {
                // An order is never kept for a bay that cannot be reached (rule B10).
                if (!isDashboardAway()) {
                    bay.order(order(onPage));
                }
            }
        }
    }

    private Order order(BayAction.OnPage action) {
        String id = job == null ? "none" : job.id();
        int revision = job == null ? 0 : job.revision();
        return switch (action) {
            case BayAction.StartJob start -> new Order.StartJob(header(0), start.kind().wireName(), "1",
                    start.settings());
            case BayAction.FinishJob finish -> new Order.FinishJob(header(revision), id);
            case BayAction.AbortJob abort -> new Order.AbortJob(header(revision), id);
            case BayAction.Tap tap -> new Order.TickStep(header(0), id, new Action.Tap(tap.step()));
            case BayAction.Enter enter ->
                new Order.TickStep(header(0), id, new Action.Enter(enter.step(), enter.value()));
            case BayAction.Skip skip -> new Order.TickStep(header(0), id, new Action.Skip(skip.step(), skip.why()));
        };
    }

    private Order.Header header(int revision) {
        return new Order.Header("simulated-" + ++orders, revision, Instant.MAX, TECHNICIAN);
    }
}
