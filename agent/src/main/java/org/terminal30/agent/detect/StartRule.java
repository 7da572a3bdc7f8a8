package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.RecordDetail.Cranking;

/**
 * Recognises an engine start by its shape (rule B5). From the first fall until it is known what it is, records that a start
 * would explain are held back; whatever does not come back as a start does is released, stamped at its own crossing.
 */
final class StartRule {
    private static final long NONE = Long.MIN_VALUE;

    private final StartLimits config;
    private final RecordLog log;
    private final Captures captures;
    private final FallWatch falls;
    private final RecentMean recent = new RecentMean();
    private final CrankingShape shape = new CrankingShape();
    private final boolean coarse;
    private final boolean filtered;
    private final long riseNanos;
    private boolean armed;
    private State state = State.UP;
    private double rest;
    private double level;
    private long fellNanos;
    private long deadSince;
    private long backNanos;
    private boolean below;
    private RecordLog.@Nullable Entry cranking;
    private long crankedNanos;

    StartRule(StartLimits config, double rateHertz, SampleRing ring, RecordLog log, Captures captures) {
        this.config = config;
        this.log = log;
        this.captures = captures;
        this.coarse = rateHertz < StartLimits.COARSE_HERTZ;
        this.filtered = rateHertz < StartLimits.FILTERED_HERTZ;
        this.riseNanos = (filtered ? config.filteredRiseMillis() : config.riseMillis()) * 1_000_000;
        this.falls = new FallWatch(coarse ? config.coarseFallVolts() : config.fallVolts(),
                coarse ? 0 : config.fallMillis() * 1_000_000, ring);
    }

    private enum State {
        /** Nothing has fallen. */
        UP,
        /** Something has fallen, and may be a start. */
        SUSPECTED,
        /** Something has fallen and is no start: nothing that follows is one either, until it has come back. */
        DOWN
    }

    /** What became of the samples so far. */
    enum Outcome {
        /** Nothing that concerns the other rules. */
        NOTHING,
        /** A start is over: what the other rules held back never happened. */
        EXCUSED
    }

    /** Whether something is held back. */
    boolean isSuspected() {
        return state == State.SUSPECTED;
    }

    /** Whether it takes no interest in single samples, but for a fall. */
    boolean isSteady() {
        return state != State.SUSPECTED && (!filtered || (state == State.UP && cranking == null));
    }

    /** Whether samples between these two are no fall that could be a start; if so they are taken. */
    boolean passes(double minimum, double maximum) {
        boolean passes = armed || !config.recognised() || !falls.canEndIn(minimum, maximum);
        if (passes) {
            falls.ran(maximum);
        }
        return passes;
    }

    /** Takes a sample, before the rules that it may hold back. */
    void before(long beforeNanos, double before, long nanos, double value) {
        boolean fell = falls.sample(before, nanos, value);
        if (fell && state == State.UP && !armed && config.recognised()) {
            fall(recent.at(nanos, before), nanos, value);
        }
        if (state == State.SUSPECTED) {
            follow(beforeNanos, before, nanos, value);
        }
    }

    /** Takes the same sample, after the rules that it may hold back. */
    Outcome after(long nanos, double value) {
        return filtered ? judge(nanos, value) : Outcome.NOTHING;
    }

    /** Takes a mean over 20 ms, at the time of its last sample. */
    Outcome slot(double mean, long nanos) {
        falls.nextSlot();
        return filtered ? Outcome.NOTHING : judge(nanos, mean);
    }

    /** Takes a mean over 100 ms: what will have been rest. */
    void window(double mean, long nanos) {
        if (state == State.UP) {
            recent.window(mean, nanos);
        }
    }

    private void fall(double restVolts, long nanos, double value) {
        rest = restVolts;
        double back = restVolts - config.backVolts();
        level = value < back ? back : value + falls.fallVolts() / 2;
        fellNanos = falls.crossing(level, nanos);
        if (restVolts < config.chargingVolts()) {
            suspect();
        } else {
            state = State.DOWN;
        }
    }

    private void suspect() {
        state = State.SUSPECTED;
        below = true;
        backNanos = NONE;
        deadSince = NONE;
        shape.begin(fellNanos);
        log.hold();
        captures.around(fellNanos);
    }

    private void follow(long beforeNanos, double before, long nanos, double value) {
        shape.sample(value);
        boolean nowBelow = value < level;
        if (below && !nowBelow) {
            backNanos = Crossing.nanos(beforeNanos, before, nanos, value, level);
        } else if (nowBelow) {
            backNanos = NONE;
        }
        below = nowBelow;
        boolean dead = value < config.deadVolts();
        if (dead && deadSince == NONE) {
            deadSince = Crossing.nanos(beforeNanos, before, nanos, value, config.deadVolts());
        }
        if (deadSince != NONE) {
            long until = dead ? nanos : Crossing.nanos(beforeNanos, before, nanos, value, config.deadVolts());
            if (until - deadSince >= config.deadMillis() * 1_000_000) {
                release(nanos);
            }
        }
        deadSince = dead ? deadSince : NONE;
    }

    private Outcome judge(long nanos, double judged) {
        awaitEngine(nanos, judged);
        if (state == State.DOWN && (judged >= level || nanos - fellNanos >= config.maxMillis() * 1_000_000)) {
            state = State.UP;
        }
        if (state != State.SUSPECTED) {
            return Outcome.NOTHING;
        }
        shape.judged(nanos, judged, config.riseVolts());
        boolean back = judged >= level && backNanos != NONE;
        if (back && (isDeep() || judged >= rest + config.coarseStartedVolts())) {
            return decide();
        }
        long sinceNanos = nanos - fellNanos;
        boolean turns = back ? filtered && sinceNanos < riseNanos : sinceNanos < riseNanos || shape.hasRisen();
        if (!turns || sinceNanos >= config.maxMillis() * 1_000_000 || log.isOverfull()) {
            release(nanos);
        }
        return Outcome.NOTHING;
    }

    /** A coarse source may miss how deep it went: then only a running engine shows that it was a start. */
    private boolean isDeep() {
        return shape.minimum() < Math.min(rest - config.backVolts(), config.crankingVolts());
    }

    private Outcome decide() {
        long lasted = backNanos - fellNanos;
        boolean longEnough = coarse || lasted >= config.minMillis() * 1_000_000;
        // A slow source sees a start as one flat fall (B5).
        boolean turned = filtered || shape.liftVolts() >= config.riseVolts();
        if (!longEnough || lasted > config.maxMillis() * 1_000_000 || !turned) {
            release(backNanos);
            return Outcome.NOTHING;
        }
        state = State.UP;
        log.excuse();
        cranking = log.past(EventKind.CRANKING, fellNanos, backNanos, shape.minimum(), shape.maximum(),
                new Cranking(rest, filtered ? null : shape.rippleVolts(), null));
        crankedNanos = backNanos;
        return Outcome.EXCUSED;
    }

    /** After a cranking: has the engine started? */
    private void awaitEngine(long nanos, double judged) {
        RecordLog.Entry entry = cranking;
        if (entry == null || !(entry.detail instanceof Cranking detail)) {
            return;
        }
        long since = nanos - crankedNanos;
        double started = detail.restVolts() + (coarse ? config.coarseStartedVolts() : config.startedVolts());
        if (judged >= started) {
            entry.detail = new Cranking(detail.restVolts(), detail.rippleVoltsPeakToPeak(), Math.max(0, since));
            log.amend(entry);
            cranking = null;
        } else if (state != State.UP || since > config.maxMillis() * 1_000_000) {
            cranking = null;
        }
    }

    /** It is no start, or nobody can tell. */
    void release(long nanos) {
        if (state == State.SUSPECTED) {
            state = State.DOWN;
            log.release(nanos);
        }
    }

    /** What was not seen proves nothing. */
    void gap(long nanos) {
        release(nanos);
        state = State.UP;
        cranking = null;
        recent.clear();
        falls.clear();
    }

    /** While armed nothing is excused. */
    void armed(boolean nowArmed, long nanos) {
        armed = nowArmed;
        if (nowArmed) {
            release(nanos);
        }
    }
}
