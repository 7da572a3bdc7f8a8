package org.terminal30.agent.job.code;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.BayWiring;
import org.terminal30.agent.job.Circumstances;
import org.terminal30.agent.job.Circumstances.Saver;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.Lockouts.Wait;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Procedure;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.code.EntryVerdicts.AttemptsLeft;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * Typing in a radio's code (rule B7): guards the supply, counts what the radio refuses, and turns into the wait for the end of a
 * lockout and back. It never knows the code.
 */
public final class CodeProcedure implements Procedure, CodeMoves {
    /** The question of a lockout; its answer stands since the lockout began. */
    public static final String WAIT = "wait";
    /** Figures of the progress. */
    public static final String REFUSED_CODES = "refusedCodes";
    static final String ATTEMPTS_LEFT = "attemptsLeft";
    private static final long SECOND_NANOS = 1_000_000_000;

    private final BayWiring wiring;
    private final SaverProfile saver;
    private final CodeRules rules;
    private final ProgressBook book;
    private final CodeTaps taps;
    private final EntryGuard guard;
    private CodeStage stage = CodeStage.ENTRY;
    private int refused;
    private @Nullable LockoutWait lockout;
    /** Whether the lockout began in an earlier boot, whose clock was another. */
    private boolean fromEarlierBoot;
    private boolean saverSeen;
    private long nowNanos;
    private long toldNanos;

    /**
     * Begins, with a lockout if one is known to run.
     *
     * @param codePlace where the code lies, for people; null when nobody said
     */
    public CodeProcedure(BayWiring wiring, SaverProfile saver, CodeRules rules, @Nullable String codePlace,
            long nowNanos) {
        this(wiring, saver, rules, CodeSteps.begin(rules, codePlace), nowNanos);
        refusedBefore(rules.refused());
        judgeEntry();
        Long lockedSeconds = rules.lockedSeconds();
        boolean forGood = nextWait().isPermanent() && refused > 0;
        if (lockedSeconds != null || forGood) {
            locked(nowNanos - SECOND_NANOS * (lockedSeconds == null ? 0 : lockedSeconds));
        }
    }

    private CodeProcedure(BayWiring wiring, SaverProfile saver, CodeRules rules, Progress progress, long nowNanos) {
        this.wiring = wiring;
        this.saver = saver;
        this.rules = rules;
        this.book = new ProgressBook(progress);
        this.taps = new CodeTaps(book, this);
        this.guard = new EntryGuard(wiring.rateHertz(Channel.ONBOARD));
        this.nowNanos = nowNanos;
    }

    /** Goes on where an earlier boot stood. Nobody watched in between: a radio without power may have begun to wait anew. */
    public static CodeProcedure resumed(BayWiring wiring, SaverProfile saver, CodeRules rules, Progress progress,
            long nowNanos) {
        var entry = new CodeProcedure(wiring, saver, rules, progress, nowNanos);
        entry.resume();
        return entry;
    }

    private void resume() {
        refused = book.figure(REFUSED_CODES).map(Double::intValue).orElse(rules.refused());
        if (book.says(EntryVerdicts.CODE, EntryVerdicts.ACCEPTED)) {
            stage = CodeStage.ACCEPTED;
        } else if (WAIT.equals(book.progress().question())) {
            stage = CodeStage.WAIT;
            fromEarlierBoot = true;
            LockoutWait wait = LockoutWait.restored(
                    book.progress().verdict(WAIT).orElseThrow(), rules.ignitionOn());
            wait.mayHaveBegunAnew("not-watched", nowNanos);
            lockout = wait;
            tellWait();
        } else {
            judgeEntry();
        }
    }

    @Override
    public void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count) {
        nowNanos = Math.max(nowNanos, endNanos);
        saverSeen |= channel == Channel.BACKUP && mean >= saver.minimumVolts();
        if (channel != Channel.ONBOARD) {
            return;
        }
        guard.window(endNanos, mean, count);
        if (guard.isCharging()) {
            measureCharging();
        }
        if (lockout != null && lockout.window(endNanos, mean, count)) {
            tellWaitWhenItMoved();
        }
        judgeSag();
        if (stage == CodeStage.ENTRY) {
            judgeEntry();
        }
    }

    @Override
    public void samples(SampleBlock block) {
        if (block.channel() == Channel.ONBOARD) {
            guard.samples(block);
            judgeSag();
        }
    }

    private void judgeSag() {
        if (guard.takeSag() && stage == CodeStage.ENTRY) {
            book.again(CodeSteps.SUPPLY);
            judgeEntry();
        }
    }

    private void measureCharging() {
        measured(CodeSteps.ENGINE_RUNNING);
        if (lockout != null && lockout.isChargerAsked()) {
            measured(CodeSteps.CHARGER);
            lockout.charged();
        }
    }

    private void measured(String step) {
        if (book.progress().step(step).isPresent() && !book.isOver(step)) {
            book.measured(step, nowNanos, Map.of());
        }
    }

    private void judgeEntry() {
        AttemptsLeft left = rules.isLastAttempt(refused)
                ? AttemptsLeft.LAST
                : rules.attempts() == null && rules.lockouts() == null ? AttemptsLeft.UNKNOWN : AttemptsLeft.MORE;
        book.say(guard.told(left, nowNanos));
        if (guard.isReady()) {
            measured(CodeSteps.SUPPLY);
        }
    }

    @Override
    public CodeStage stage() {
        return stage;
    }

    @Override
    public void accepted(String who) {
        stage = CodeStage.ACCEPTED;
        book.done(CodeSteps.CODE, nowNanos, who, Map.of());
        book.reached(CodeSteps.CODE, nowNanos);
        count(0);
        book.turnTo(EntryVerdicts.accepted(nowNanos));
    }

    @Override
    public void refused() {
        count(Math.min(refused + 1, CodeRules.MOST_REFUSED));
        book.failed(CodeSteps.CODE, nowNanos, "refused");
        rules.entry().forEach(sentence -> book.again(CodeSteps.ENTRY + (1 + rules.entry().indexOf(sentence))));
        boolean mayGoOn = rules.lockouts() == null
                ? rules.attempts() != null && refused % rules.attempts() != 0
                : rules.lockouts().after(refused).isEmpty();
        if (mayGoOn) {
            judgeEntry();
        } else {
            locked(nowNanos);
        }
    }

    @Override
    public void foundLocked() {
        if (rules.lockouts() != null && rules.lockouts().after(refused).isEmpty()) {
            // A locked radio has refused at least as many codes as it takes.
            int each = rules.lockouts().codesPerWait();
            count((refused / each + 1) * each);
        }
        locked(nowNanos);
    }

    @Override
    public void refusedBefore(int codes) {
        count(codes);
        judgeEntry();
    }

    private void count(int codes) {
        refused = codes;
        book.figure(REFUSED_CODES, codes);
        Integer left = rules.attemptsLeft(codes);
        if (left != null) {
            book.figure(ATTEMPTS_LEFT, left);
        }
    }

    private WaitLength nextWait() {
        return Optional.ofNullable(rules.lockouts()).flatMap(known -> known.after(refused))
                .map((Wait wait) -> WaitLength.of(wait)).orElse(WaitLength.UNKNOWN);
    }

    private void locked(long sinceNanos) {
        stage = CodeStage.WAIT;
        fromEarlierBoot = false;
        lockout = new LockoutWait(nextWait(), rules.ignitionOn(), sinceNanos);
        book.again(CodeSteps.LOCKOUT);
        book.again(CodeSteps.CHARGER);
        tellWait();
    }

    @Override
    public void asksAgain(String who) {
        stage = CodeStage.ENTRY;
        lockout = null;
        book.done(CodeSteps.LOCKOUT, nowNanos, who, Map.of());
        book.again(CodeSteps.SUPPLY);
        judgeEntry();
        book.turnTo(book.progress().verdict(EntryVerdicts.ENTRY).orElseThrow());
    }

    @Override
    public void beganAnew() {
        waiting().beganAnew(nowNanos);
        fromEarlierBoot = false;
        tellWait();
    }

    @Override
    public void goesOn() {
        waiting().goesOn();
        tellWait();
    }

    @Override
    public void shown(int minutes) {
        waiting().shown(minutes, nowNanos);
        tellWait();
    }

    @Override
    public void charged() {
        if (lockout != null) {
            lockout.charged();
            tellWait();
        }
    }

    private LockoutWait waiting() {
        return Objects.requireNonNull(lockout, "no lockout is waited for");
    }

    private void tellWait() {
        toldNanos = nowNanos;
        book.turnToAnew(waiting().told(nowNanos));
    }

    private void tellWaitWhenItMoved() {
        toldNanos = nowNanos;
        JobVerdict now = waiting().told(nowNanos);
        JobVerdict told = book.progress().verdict(WAIT).orElse(now);
        boolean moved = !told.saysTheSameAs(now)
                || LockoutWait.hasMoved(told, now, (nowNanos - now.sinceNanos()) / (double) SECOND_NANOS);
        if (moved) {
            book.turnToAnew(now);
        }
    }

    @Override
    public void event(SupplyEvent event) {
        nowNanos = Math.max(nowNanos, event.endNanos());
        if (event.channel() != wiring.judged() || lockout == null) {
            return;
        }
        boolean blind = event.kind().isBlind();
        boolean newlyOver = event.revision() == 1 || !event.open();
        if (newlyOver && (blind || event.kind().isBreak())) {
            lockout.mayHaveBegunAnew(blind ? "not-watched" : "lost", event.endNanos());
            tellWait();
        }
    }

    @Override
    public void advanceTo(long laterNanos) {
        nowNanos = Math.max(nowNanos, laterNanos);
        if (lockout != null && nowNanos - toldNanos >= SECOND_NANOS) {
            tellWaitWhenItMoved();
        }
    }

    @Override
    public void relabelled(long shiftNanos) {
        if (lockout != null && fromEarlierBoot) {
            lockout.moved(-shiftNanos);
            tellWait();
        }
    }

    @Override
    public Optional<String> act(Action action, String who, long atNanos) {
        nowNanos = Math.max(nowNanos, atNanos);
        return taps.act(action, who, atNanos);
    }

    @Override
    public void end(long atNanos) {
        nowNanos = Math.max(nowNanos, atNanos);
        if (lockout != null) {
            tellWait();
        }
    }

    @Override
    public Progress progress() {
        return book.progress();
    }

    @Override
    public Phase phase() {
        return Phase.CODE_ENTRY;
    }

    @Override
    public Circumstances circumstances() {
        return new Circumstances(null, null, saverSeen ? Saver.USED : Saver.NONE);
    }
}
