package org.terminal30.agent.job.swap;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Circumstances.Saver;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Procedure;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.hardware.sample.Channel;

/**
 * The battery swap (rule B6): a gate, the lift, the other gate, and what came of the radio's memory. It goes on by what is
 * measured; where the wiring cannot show a step the technician's tap does.
 */
public final class SwapProcedure implements Procedure, SwapMoves {
    /** The step that says, in words, what kind of battery was put in: {@link org.terminal30.agent.job.NewBattery}. */
    public static final String BATTERY_TYPE = SwapSteps.BATTERY_TYPE;
    /** A step of the level is found so long after it happened, within the half second that a reference settles in. */
    private static final long FOUND_AFTER_NANOS = 500_000_000;
    /** So long a verdict outlives its evidence. */
    private static final long LAPSE_NANOS = 2_000_000_000L;
    private static final String ON_BACKUP_SECONDS = "onBackupSeconds";

    private final BayWiring wiring;
    private final SaverProfile saver;
    private final ProgressBook book;
    private final SwapTaps taps;
    private final DisconnectGate gate;
    private final MemoryWatch memory;
    private final MemoryAccount account;
    private final AfterSwap after;
    private final Removal removal;
    private final Lasting lapsing = new Lasting(LAPSE_NANOS);
    private final Levels levels;
    private BatteryMoves battery;
    private SwapStage stage = SwapStage.PREPARING;
    private @Nullable Lift lift;
    private boolean saverSeen;
    private long nowNanos;

    /** Begins a swap. */
    public SwapProcedure(BayWiring wiring, SaverProfile saver, JobSettings settings, long nowNanos) {
        this(wiring, saver, settings, SwapSteps.begin(settings, saver), nowNanos);
        judgeDisconnect();
    }

    private SwapProcedure(BayWiring wiring, SaverProfile saver, JobSettings settings, Progress progress,
            long nowNanos) {
        this.wiring = wiring;
        this.saver = saver;
        this.book = new ProgressBook(progress);
        this.taps = new SwapTaps(book, this);
        this.gate = new DisconnectGate(saver, wiring.channels(), settings.testedAmperes());
        this.memory = new MemoryWatch(wiring.judged(), wiring.rateHertz(wiring.judged()));
        this.account = new MemoryAccount(memory, book);
        this.after = new AfterSwap(wiring, book);
        this.levels = new Levels(wiring.channels());
        this.removal = new Removal(saver, wiring.channels(), book);
        this.battery = new BatteryMoves(saver, wiring.channels());
        this.nowNanos = nowNanos;
        if (settings.load() != null) {
            gate.loadEntered(settings.load().amperes());
        }
    }

    /** Goes on with a swap of an earlier boot. Nobody watched in between, and what was being proven begins anew. */
    public static SwapProcedure resumed(BayWiring wiring, SaverProfile saver, JobSettings settings, Progress progress,
            long nowNanos) {
        var swap = new SwapProcedure(wiring, saver, settings, progress, nowNanos);
        swap.resume();
        return swap;
    }

    private void resume() {
        account.restore();
        stage = SwapSteps.stage(book);
        after.begin(nowNanos);
        if (stage.isArmed() || book.isOver(SwapSteps.DISCONNECT)) {
            memory.unwatched();
        }
        if (stage.isArmed()) {
            memory.arm();
            lift = new Lift(nowNanos);
        }
        if (book.isOver(SwapSteps.BACKUP_CONNECTED)) {
            gate.connected();
        }
        if (stage == SwapStage.AFTER) {
            // The engine may have been started meanwhile.
            account.say(nowNanos);
        }
        if (stage == SwapStage.PREPARING) {
            book.again(SwapSteps.DISCONNECT);
            judgeDisconnect();
        }
    }

    @Override
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        nowNanos = Math.max(nowNanos, endNanos);
        memory.window(channel, endNanos, minimum, mean, count);
        levels.window(channel, mean, endNanos);
        saverSeen |= channel == Channel.BACKUP && mean >= saver.minimumVolts();
        account.keepWhatIsWorthIt();
        switch (stage) {
            case PREPARING, READY -> beforeTheLift(channel, mean, endNanos);
            case LIFTED -> withoutBattery(channel, mean, endNanos);
            case FITTED, CARRIED -> withNewBattery(channel, mean);
            case AFTER -> {
                if (!memory.isKept() && book.says(SwapVerdicts.MEMORY, SwapVerdicts.KEPT)) {
                    account.say(nowNanos);
                }
                if (channel == Channel.ONBOARD) {
                    after.onboard(endNanos, minimum, maximum, mean, count);
                }
            }
        }
    }

    private void beforeTheLift(Channel channel, double mean, long endNanos) {
        gate.window(channel, mean, endNanos);
        if (gate.hasArrived() && !book.isOver(SwapSteps.BACKUP_CONNECTED)) {
            book.measured(SwapSteps.BACKUP_CONNECTED, nowNanos, Map.of());
        }
        OptionalDouble load = gate.measuredLoad();
        if (load.isPresent() && !book.isOver(SwapSteps.QUIESCENT_LOAD)) {
            book.measured(SwapSteps.QUIESCENT_LOAD, nowNanos, Map.of("loadAmperes", load.getAsDouble()));
        }
        judgeDisconnect();
        if (stage == SwapStage.READY) {
            battery.window(channel, mean, endNanos);
            if (battery.isOut()) {
                book.measured(SwapSteps.BATTERY_OUT, nowNanos, Map.of());
                lift(nowNanos - FOUND_AFTER_NANOS);
            }
        }
    }

    private void judgeDisconnect() {
        DisconnectGate.Verdict verdict = gateVerdict();
        boolean waits = verdict == DisconnectGate.Verdict.WAITING;
        lapsing.observe(waits && stage == SwapStage.READY, nowNanos, Levels.FRESH_NANOS);
        if (waits && stage == SwapStage.READY && !lapsing.isMet()) {
            // In the moment of the lift the levels run apart: this is for the lift to judge.
            return;
        }
        book.say(SwapVerdicts.disconnect(verdict, gate.evidence(), nowNanos));
        boolean ready = verdict == DisconnectGate.Verdict.SAFE_TO_DISCONNECT
                || verdict == DisconnectGate.Verdict.NOT_PROVEN;
        if (ready && stage == SwapStage.PREPARING) {
            stage = SwapStage.READY;
            battery = new BatteryMoves(saver, wiring.channels());
            book.measured(SwapSteps.DISCONNECT, nowNanos, Map.of());
            memory.arm();
        } else if (!ready && stage == SwapStage.READY) {
            stage = SwapStage.PREPARING;
            book.again(SwapSteps.DISCONNECT);
            memory.disarm();
        }
    }

    /** What the first gate says; what cannot be shown is no verdict before the saver is said to be on. */
    private DisconnectGate.Verdict gateVerdict() {
        DisconnectGate.Verdict verdict = gate.verdict();
        boolean early = verdict == DisconnectGate.Verdict.NOT_PROVEN && !book.isOver(SwapSteps.BACKUP_CONNECTED);
        return early ? DisconnectGate.Verdict.WAITING : verdict;
    }

    private void lift(long sinceNanos) {
        if (stage == SwapStage.PREPARING) {
            // Nobody had said that it may come off, and so nobody watched as closely as one must.
            memory.unwatched();
        }
        stage = SwapStage.LIFTED;
        lift = new Lift(sinceNanos);
        battery = new BatteryMoves(saver, wiring.channels());
        book.reached(SwapSteps.BATTERY_OUT, nowNanos);
        book.turnTo(SwapVerdicts.liftTested(nowNanos));
        memory.arm();
    }

    private void withoutBattery(Channel channel, double mean, long endNanos) {
        Lift test = Objects.requireNonNull(lift);
        if (channel == Channel.ONBOARD) {
            test.onboard(mean, endNanos);
        }
        if (!test.hasHeld(nowNanos)) {
            return;
        }
        battery.window(channel, mean, endNanos);
        if (book.says(SwapVerdicts.LIFT, SwapVerdicts.TESTING)) {
            book.say(SwapVerdicts.lift(true, nowNanos));
        }
        if (!Double.isNaN(battery.looseVolts()) && !book.isOver(SwapSteps.NEW_BATTERY) && battery.isIn()) {
            book.measured(SwapSteps.NEW_BATTERY, nowNanos, Map.of("batteryVolts", battery.looseVolts()));
        }
        if (battery.isIn() && book.isOver(SwapSteps.NEW_BATTERY)) {
            book.measured(SwapSteps.BATTERY_IN, nowNanos, Map.of());
            fitted();
        }
    }

    private void withNewBattery(Channel channel, double mean) {
        stage = removal.window(stage, channel, mean, nowNanos);
        if (removal.isLeadOff(levels, nowNanos) && stage == SwapStage.CARRIED) {
            book.measured(SwapSteps.BACKUP_OFF, nowNanos, Map.of());
            saverTakenOff();
        }
    }

    @Override
    public SwapStage stage() {
        return stage;
    }

    @Override
    public void connected() {
        gate.connected();
    }

    @Override
    public void loadEntered(double amperes) {
        gate.loadEntered(amperes);
    }

    @Override
    public Optional<String> notItsOwnVoltage() {
        if (stage.isBefore(SwapStage.FITTED)) {
            return Optional.empty();
        }
        return stage == SwapStage.AFTER && after.isRested(nowNanos)
                ? Optional.empty()
                : Optional.of(
                        "clamped, it shows what the backup or the alternator gives it: measure it 60 s after the backup is off, or leave it out");
    }

    @Override
    public void lifted() {
        lift(nowNanos);
    }

    @Override
    public void clampBack() {
        stage = SwapStage.PREPARING;
        lift = null;
        book.again(SwapSteps.BATTERY_OUT);
        book.again(SwapSteps.DISCONNECT);
        memory.disarm();
        gate.again();
        book.turnTo(SwapVerdicts.disconnect(gateVerdict(), gate.evidence(), nowNanos));
        judgeDisconnect();
    }

    @Override
    public void fitted() {
        stage = SwapStage.FITTED;
        removal.begin(nowNanos);
        book.reached(SwapSteps.BATTERY_IN, nowNanos);
        book.figure(ON_BACKUP_SECONDS, (nowNanos - Objects.requireNonNull(lift).sinceNanos()) / 1e9);
    }

    @Override
    public void headlightsOn() {
        removal.headlightsOn();
    }

    @Override
    public void saverTakenOff() {
        stage = SwapStage.AFTER;
        after.begin(nowNanos);
        book.reached(SwapSteps.BACKUP_OFF, nowNanos);
        memory.disarm();
        account.say(nowNanos);
        book.turnTo(SwapVerdicts.memory(memory, nowNanos));
    }

    @Override
    public void event(SupplyEvent event) {
        nowNanos = Math.max(nowNanos, event.endNanos());
        memory.event(event);
        if (event.kind() == EventKind.FEED_LOST && stage == SwapStage.LIFTED) {
            feed(event);
        }
        if (memory.hasBreak()) {
            account.say(nowNanos);
        }
        if (stage == SwapStage.AFTER) {
            after.event(event);
        }
    }

    private void feed(SupplyEvent lost) {
        Lift test = Objects.requireNonNull(lift);
        if (test.failsBy(lost)) {
            book.failed(SwapSteps.BATTERY_OUT, nowNanos, "feed-lost");
            book.say(SwapVerdicts.liftFailed(gate.evidence(), nowNanos));
        }
        // What slips after the test may come back by itself.
        if (lost.open() || !test.hasFailed()) {
            book.say(SwapVerdicts.lift(!lost.open(), nowNanos));
        }
    }

    @Override
    public void advanceTo(long laterNanos) {
        nowNanos = Math.max(nowNanos, laterNanos);
    }

    @Override
    public Optional<String> act(Action action, String who, long atNanos) {
        nowNanos = Math.max(nowNanos, atNanos);
        return taps.act(action, who, atNanos);
    }

    @Override
    public void end(long atNanos) {
        nowNanos = Math.max(nowNanos, atNanos);
        switch (stage) {
            case PREPARING, READY -> {
                if (!memory.hasBreak()) {
                    book.say(SwapVerdicts.neverOut(nowNanos));
                }
            }
            case LIFTED, FITTED -> {
                memory.unwatched();
                account.say(nowNanos);
            }
            case CARRIED -> account.say(nowNanos);
            case AFTER -> {
                // Said when the saver came off, and again at every break since.
            }
        }
        book.progress().verdict(SwapVerdicts.MEMORY).ifPresent(book::turnTo);
    }

    @Override
    public Progress progress() {
        return book.progress();
    }

    @Override
    public Phase phase() {
        // The saver is switched off to see whether the battery carries: that is no alarm.
        return stage == SwapStage.FITTED && removal.isTried() ? Phase.REMOVING_BACKUP : stage.phase();
    }

    @Override
    public Duty duty() {
        return stage.duty();
    }

    @Override
    public Circumstances circumstances() {
        OptionalLong off = after.engineOffSinceNanos();
        OptionalDouble reference = lift == null ? OptionalDouble.empty() : lift.referenceVolts();
        // Taken off as it should be, it is missed by nobody.
        Saver seen = saverSeen && stage != SwapStage.AFTER ? Saver.SEEN : Saver.NONE;
        return new Circumstances(off.isPresent() ? (Long) off.getAsLong() : null,
                reference.isPresent() ? (Double) reference.getAsDouble() : null, stage.isArmed() ? Saver.USED : seen);
    }

    @Override
    public OptionalLong liftedNanos() {
        return lift != null && stage == SwapStage.LIFTED
                ? OptionalLong.of(lift.sinceNanos())
                : OptionalLong.empty();
    }
}
