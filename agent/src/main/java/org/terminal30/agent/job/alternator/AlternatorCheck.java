package org.terminal30.agent.job.alternator;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.battery.BatteryProfile;
import org.terminal30.agent.battery.Verdict;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Circumstances.Saver;
import org.terminal30.agent.job.EngineWatch;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Procedure;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * The alternator check (rule B7): battery at rest, engine start, then charging at idle, with consumers on, and with raised revs,
 * where ripple is looked for as well. Rest, start and charging are measured; that consumers are on and revs are held is tapped.
 */
public final class AlternatorCheck implements Procedure, AlternatorMoves {
    private static final BatteryProfile PROFILE = BatteryProfile.UNKNOWN;

    private final BayWiring wiring;
    private final SaverProfile saver;
    private final ProgressBook book;
    private final AlternatorTaps taps;
    private final BatteryHealth battery;
    /** Of the whole check: whether the engine runs. */
    private final EngineWatch engine;
    private @Nullable RunningStretch stretch;
    private boolean measured;
    private boolean saverSeen;
    private long nowNanos;

    /** Begins a check. */
    public AlternatorCheck(BayWiring wiring, SaverProfile saver, long nowNanos) {
        this(wiring, saver, AlternatorSteps.begin(), nowNanos);
        sumUp(false);
    }

    private AlternatorCheck(BayWiring wiring, SaverProfile saver, Progress progress, long nowNanos) {
        this.wiring = wiring;
        this.saver = saver;
        this.book = new ProgressBook(progress);
        this.taps = new AlternatorTaps(book, this);
        this.battery = new BatteryHealth(PROFILE, wiring);
        this.engine = new EngineWatch(wiring);
        this.nowNanos = nowNanos;
    }

    /** Goes on with a check of an earlier boot: what was measured in finished steps stays, the step under way begins anew. */
    public static AlternatorCheck resumed(BayWiring wiring, SaverProfile saver, Progress progress, long nowNanos) {
        var check = new AlternatorCheck(wiring, saver, progress, nowNanos);
        // Whether consumers are still on and revs still held, nobody knows.
        switch (AlternatorSteps.current(check.book).orElse("")) {
            case AlternatorSteps.LOADED -> check.book.again(AlternatorSteps.LOADS_ON);
            case AlternatorSteps.RAISED -> check.book.again(AlternatorSteps.RPM_HELD);
            default -> {
                // Nothing was said for this step.
            }
        }
        return check;
    }

    @Override
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        nowNanos = Math.max(nowNanos, endNanos);
        saverSeen |= channel == Channel.BACKUP && mean >= saver.minimumVolts();
        boolean restNews = battery.window(channel, endNanos, minimum, maximum, mean, count);
        if (restNews && isAt(AlternatorSteps.REST)) {
            atRest();
        }
        if (channel == Channel.ONBOARD) {
            measured = true;
            engine.window(channel, endNanos, minimum, maximum, mean, count);
            seeEngine();
            if (stretch != null) {
                stretch.window(endNanos, minimum, maximum, mean, count);
                judge(stretch);
            }
        }
    }

    private boolean isAt(String step) {
        return AlternatorSteps.current(book).filter(step::equals).isPresent();
    }

    private void atRest() {
        PartVerdict rest = battery.rest();
        say(Part.REST, rest);
        if (rest.verdict() != Verdict.INSUFFICIENT_DATA) {
            restMeasured();
        }
    }

    private void restMeasured() {
        OptionalDouble volts = battery.restVolts();
        if (volts.isPresent() && !book.isOver(AlternatorSteps.REST)) {
            book.measured(AlternatorSteps.REST, nowNanos, Map.of("restVolts", volts.getAsDouble()));
        }
    }

    /** An engine that charges runs, whatever was seen of its start. */
    private void seeEngine() {
        boolean charges = switch (engine.analysis().charging().state()) {
            case CHARGING, SMART_ALTERNATOR, OVERCHARGING -> true;
            case OFF, UNKNOWN, UNDERCHARGING -> false;
        };
        if (!charges) {
            return;
        }
        if (!book.isOver(AlternatorSteps.START)) {
            if (battery.wasCranked()) {
                startMeasured();
            }
            engineRuns();
        } else if (isAt(AlternatorSteps.IDLE) && stretch == null) {
            begin(Part.IDLE);
        }
    }

    @Override
    public void samples(SampleBlock block) {
        if (stretch != null && block.channel() == Channel.ONBOARD && isAt(AlternatorSteps.RAISED)) {
            for (int i = 0; i < block.size(); i++) {
                stretch.sample(block.nanosAt(i), block.valueAt(i));
            }
        }
    }

    private void judge(RunningStretch measuring) {
        if (!measuring.isOver()) {
            return;
        }
        String step = AlternatorSteps.current(book).orElseThrow();
        stretch = null;
        for (Part part : Part.of(step)) {
            say(part, part == Part.RIPPLE ? measuring.ripple() : measuring.charging());
        }
        book.measured(step, nowNanos, Map.of("chargingVolts", measuring.volts()));
        sumUp(false);
    }

    @Override
    public void event(SupplyEvent event) {
        nowNanos = Math.max(nowNanos, event.endNanos());
        if (event.channel() != Channel.ONBOARD || event.kind() != EventKind.CRANKING) {
            return;
        }
        engine.event(event);
        boolean expected = isAt(AlternatorSteps.REST) || isAt(AlternatorSteps.START);
        if (event.open() || !expected) {
            return;
        }
        battery.cranked(event);
        restMeasured();
        reached(AlternatorSteps.START);
        say(Part.START, battery.start());
        if (!book.says(Part.CONNECTION.wireName(), Verdict.POOR_CONNECTION.wireName())) {
            say(Part.CONNECTION, battery.connection());
        }
        if (event.detail() instanceof RecordDetail.Cranking cranking && cranking.started()) {
            startMeasured();
            engineRuns();
        }
    }

    private void startMeasured() {
        OptionalDouble volts = battery.crankingVolts();
        book.measured(AlternatorSteps.START, nowNanos,
                volts.isPresent() ? Map.of("lowestVolts", volts.getAsDouble()) : Map.of());
    }

    private void begin(Part part) {
        boolean loaded = AlternatorSteps.isDone(book, AlternatorSteps.LOADS_ON);
        stretch = new RunningStretch(PROFILE, part, loaded, wiring.rateHertz(Channel.ONBOARD));
    }

    @Override
    public void stood() {
        battery.stood();
        book.remark(AlternatorSteps.REST, "stood");
    }

    @Override
    public void engineRuns() {
        reached(AlternatorSteps.IDLE);
    }

    @Override
    public void reached(String step) {
        if (isBefore(AlternatorSteps.REST, step)) {
            restMeasured();
        }
        book.reached(step, nowNanos);
        for (Part part : Part.values()) {
            if (isBefore(part.step(), step) && !isAnswered(part)) {
                say(part, PartVerdict.notMeasured(part, part.step().equals(AlternatorSteps.START)
                        ? "no-start"
                        : "not-measured"));
            }
        }
        switch (AlternatorSteps.current(book).orElse("")) {
            case AlternatorSteps.IDLE -> begin(Part.IDLE);
            case AlternatorSteps.LOADED -> begin(Part.LOADED);
            case AlternatorSteps.RAISED -> begin(Part.RAISED);
            default -> stretch = null;
        }
        sumUp(false);
    }

    private boolean isBefore(String earlier, String later) {
        return book.progress().steps().stream().takeWhile(step -> !step.id().equals(later))
                .anyMatch(step -> step.id().equals(earlier));
    }

    @Override
    public void leftOut(String step) {
        if (stretch != null && !Part.of(step).isEmpty()) {
            stretch = null;
        }
        for (Part part : Part.of(step)) {
            if (!isAnswered(part)) {
                say(part, PartVerdict.notMeasured(part, "left-out"));
            }
        }
        sumUp(false);
    }

    private boolean isAnswered(Part part) {
        return book.progress().verdict(part.wireName()).isPresent();
    }

    private void say(Part part, PartVerdict found) {
        book.say(AlternatorVerdicts.of(part, found, nowNanos));
        sumUp(false);
    }

    private void sumUp(boolean ended) {
        boolean over = ended || AlternatorSteps.current(book).isEmpty();
        book.turnTo(AlternatorVerdicts.overall(book.progress(), over, nowNanos));
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
        Arrays.stream(Part.values()).filter(part -> !isAnswered(part))
                .forEach(part -> say(part, PartVerdict.notMeasured(part, "not-reached")));
        sumUp(true);
    }

    @Override
    public Progress progress() {
        return book.progress();
    }

    @Override
    public Phase phase() {
        return Phase.ENGINE;
    }

    @Override
    public Circumstances circumstances() {
        OptionalLong off = engine.engineOffSinceNanos();
        Long running = measured ? (Long) Long.MAX_VALUE : null;
        return new Circumstances(off.isPresent() ? (Long) off.getAsLong() : running, null,
                saverSeen ? Saver.SEEN : Saver.NONE);
    }
}
