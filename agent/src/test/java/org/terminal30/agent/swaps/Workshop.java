package org.terminal30.agent.swaps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.bay.HeadlessBay;
import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.job.Evidence.Outcome;
import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.outbox.StateStore;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.model.Truth;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.simulated.DirectSource;
import org.terminal30.hardware.simulated.VirtualClock;

/** The car and its bay in one swap: time passes here, planned mishaps happen in it, and what is done is remembered. */
final class Workshop {
    private static final long TURN_NANOS = 10_000_000;

    /** Something that was done to the car. */
    record Done(long nanos, Action action) {}

    /**
     * A verdict as it was said.
     *
     * @param why what is not proven of it, as {@code about:reason}
     */
    record Said(long nanos, String about, String word, String why) {}

    private record Due(long nanos, long order, Mishaps.Event event) {}

    private final SwapCase swapCase;
    private final Mishaps mishaps;
    private final BayConfig config;
    private final StateStore state;
    private final VirtualClock clock = new VirtualClock();
    private final CarModel model;
    private final MeasuredCar car;
    private final PriorityQueue<Due> due = new PriorityQueue<>(
            Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
    private final List<Done> done = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private @Nullable HeadlessBay bay;
    private @Nullable VoltageSource source;
    private long offUntilNanos;
    private long awayUntilNanos;
    private long orders;
    private long queued;
    private WireRecord.@Nullable Job job;
    private Progress progress = Progress.NONE;
    private String left = "";
    private @Nullable Truth atEnd;

    Workshop(SwapCase swapCase, Mishaps mishaps, BayConfig config, StateStore state, Dice dice) {
        this.swapCase = swapCase;
        this.mishaps = mishaps;
        this.config = config;
        this.state = state;
        this.model = Counterfactual.car(swapCase);
        this.car = new MeasuredCar(model, swapCase.noise(), dice);
    }

    /** Lets time pass. */
    void pass(double seconds) throws InterruptedException {
        long until = clock.nanoTime() + Math.round(seconds * 1e9);
        while (clock.nanoTime() < until) {
            turn();
        }
    }

    /** Waits for something, and not longer than this; whether it came. */
    boolean await(double boundSeconds, BooleanSupplier what) throws InterruptedException {
        long until = clock.nanoTime() + Math.round(boundSeconds * 1e9);
        while (!what.getAsBoolean() && clock.nanoTime() < until) {
            turn();
        }
        return what.getAsBoolean();
    }

    private void turn() throws InterruptedException {
        if (clock.nanoTime() < offUntilNanos) {
            clock.pause(TURN_NANOS);
        } else {
            running().turn();
        }
        model.advance(clock.nanoTime());
        for (Due next = due.peek(); next != null && next.nanos() <= clock.nanoTime(); next = due.peek()) {
            due.remove();
            switch (next.event()) {
                case Mishaps.Event.OnCar car -> happen(car.action());
                case Mishaps.Event.DashboardAway away -> awayUntilNanos = clock.nanoTime() + nanos(away.seconds());
                case Mishaps.Event.PowerCut cut -> powerOff(clock.nanoTime() + nanos(cut.seconds()));
            }
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private HeadlessBay running() {
        HeadlessBay there = bay;
        if (there == null) {
            VoltageSource chips = new DirectSource(car, swapCase.wiring().channels(), swapCase.rateHertz(), clock);
            there = new HeadlessBay(config, chips, clock, state, left, this::told);
            source = chips;
            bay = there;
        }
        return there;
    }

    private void powerOff(long untilNanos) {
        HeadlessBay there = bay;
        if (there != null) {
            left = there.snapshot();
        }
        close();
        offUntilNanos = untilNanos;
    }

    void close() {
        bay = null;
        if (source != null) {
            source.close();
        }
    }

    private void told(WireRecord record) {
        if (record instanceof WireRecord.Job now && now.refused() == null && now.progress() != null) {
            job = now;
            if (!now.state().equals("running") && atEnd == null) {
                atEnd = model.truth();
            }
            Progress before = progress;
            progress = read(now.progress());
            for (JobVerdict verdict : progress.verdicts()) {
                if (!before.says(verdict.about(), verdict.word())) {
                    said.add(new Said(clock.nanoTime(), verdict.about(), verdict.word(), doubts(verdict)));
                }
            }
        }
    }

    private static String doubts(JobVerdict verdict) {
        return verdict.evidence().stream().filter(evidence -> evidence.outcome() != Outcome.PROVEN)
                .map(evidence -> evidence.about() + ":" + evidence.reason()).collect(Collectors.joining(" "));
    }

    /** Why the bay says what it says now. */
    String why(String about) {
        return progress.verdict(about).map(Workshop::doubts).orElse("");
    }

    private static Progress read(String text) {
        try {
            return ProgressText.read(text);
        } catch (MalformedLineException ownText) {
            throw new IllegalStateException("the bay wrote a progress that it cannot read", ownText);
        }
    }

    /** The technician has come so far: the mishaps that belong to it follow. */
    void reached(Moment moment) {
        for (Mishaps.Planned planned : mishaps.planned()) {
            if (planned.moment() == moment) {
                due.add(new Due(clock.nanoTime() + nanos(planned.afterSeconds()), ++queued, planned.event()));
            }
        }
    }

    /** Something is done to the car, now. */
    void happen(Action action) {
        model.happen(action);
        done.add(new Done(model.nowNanos(), action));
    }

    /** Whether the battery's clamps are on after an action. */
    static boolean isBatteryOn(boolean before, Action action) {
        if (action instanceof Action.Connect on && on.contact() == Contact.BATTERY) {
            return true;
        }
        boolean off = action instanceof Action.ReplaceBattery
                || (action instanceof Action.Disconnect from && from.contact() == Contact.BATTERY);
        return before && !off;
    }

    void start() {
        order(new Order.StartJob(header(0), JobKind.BATTERY_SWAP.wireName(), "1", swapCase.settings()));
    }

    void say(org.terminal30.agent.job.Action what) {
        order(new Order.TickStep(header(0), jobId(), what));
    }

    void finish() {
        order(new Order.FinishJob(header(job == null ? 0 : job.revision()), jobId()));
    }

    /** Lost when the dashboard is away or the bay is off. */
    private void order(Order order) {
        HeadlessBay there = bay;
        if (there != null && clock.nanoTime() >= awayUntilNanos) {
            there.order(order);
        }
    }

    private String jobId() {
        return job == null ? "none" : job.id();
    }

    private Order.Header header(int revision) {
        return new Order.Header("o-" + ++orders, revision, Instant.MAX, "technician");
    }

    boolean says(String about, String... words) {
        return List.of(words).contains(word(about));
    }

    /** What light and page show now of a question; nothing while the bay is off. */
    String word(String about) {
        Optional<JobVerdict> verdict = bay == null ? Optional.empty() : progress.verdict(about);
        return verdict.map(JobVerdict::word).orElse("");
    }

    long nowNanos() {
        return clock.nanoTime();
    }

    List<Done> done() {
        return done;
    }

    List<Said> said() {
        return said;
    }

    Truth truth() {
        return model.truth();
    }

    /** What had really happened when the job ended; what comes later nobody watches. */
    Truth truthOfJob() {
        return atEnd == null ? model.truth() : atEnd;
    }
}
