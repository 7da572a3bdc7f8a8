package org.terminal30.agent.battery;

import java.util.OptionalLong;

/**
 * Finds the charging state from means of one second (rule B7). What it infers of the engine: a voltage that surface charge
 * cannot explain means that an alternator charges (or a charger, which looks the same); when nobody says that the engine runs
 * and the voltage falls from charging to rest, the engine was stopped (or the alternator failed, which looks the same).
 */
public final class ChargingRule {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long RISE_NANOS = 60 * SecondMeans.SECOND_NANOS;
    /** No regulator goes below: the engine was cranked, recognised or not. */
    private static final double CRANKING_VOLTS = 11.5;

    /** Where a mean lies between the limits. */
    private enum Band {
        NONE,
        WEAK,
        CHARGING,
        HIGH
    }

    private final ChargingLimits limits;
    private final RegulationSteps steps;
    private EngineKnowledge engine = EngineKnowledge.UNKNOWN;
    private ChargingState state = ChargingState.UNKNOWN;
    private long stateSinceNanos;
    private Band band = Band.NONE;
    private long bandSinceNanos;
    private long lastNanos = NEVER;
    private long notChargingSinceNanos = NEVER;
    private long inferableSinceNanos = NEVER;
    private double lowestVolts;
    private long lowestNanos = NEVER;
    private boolean charged;

    public ChargingRule(ChargingLimits limits) {
        this.limits = limits;
        this.steps = new RegulationSteps(limits);
    }

    public ChargingState state() {
        return state;
    }

    /** When the state became known; the time of the first mean while nothing is known. */
    public long stateSinceNanos() {
        return stateSinceNanos;
    }

    public EngineKnowledge engine() {
        return engine;
    }

    /**
     * Since when the engine is off, as far as the voltage tells: the first second below the charging limit. An alternator that
     * has failed counts as off, since the battery drains either way; so does not an engine that is told to run, nor the low
     * plateau of a smart alternator. Empty while something charges and before anything was measured.
     */
    public OptionalLong engineOffSinceNanos() {
        boolean off = notChargingSinceNanos != NEVER && (!engine.isTold() || engine == EngineKnowledge.TOLD_OFF)
                && state != ChargingState.SMART_ALTERNATOR;
        return off ? OptionalLong.of(notChargingSinceNanos) : OptionalLong.empty();
    }

    /** Somebody, or the engine speed, tells what the engine does; {@code UNKNOWN} takes it back. */
    public void engineTold(EngineKnowledge told) {
        if (told == EngineKnowledge.TOLD_OFF) {
            stopped();
        }
        know(told);
    }

    /** The starter turns: until now the engine stood. */
    public void crankingBegan() {
        stopped();
        know(EngineKnowledge.UNKNOWN);
    }

    /** The cranking ended with a running engine. */
    public void engineStarted() {
        if (!engine.isTold()) {
            know(EngineKnowledge.STARTED);
        }
    }

    /** What lasted before was of another engine state: every delay begins anew. */
    private void know(EngineKnowledge news) {
        if (engine != news && lastNanos != NEVER) {
            bandSinceNanos = lastNanos + SecondMeans.SECOND_NANOS;
        }
        engine = news;
    }

    private void stopped() {
        steps.forget();
        charged = false;
        inferableSinceNanos = NEVER;
        lowestNanos = NEVER;
    }

    /**
     * The mean of the second that starts there, in order of time; seconds may be missing.
     *
     * @param minimum lowest sample in it
     */
    public void mean(long nanos, double volts, double minimum) {
        if (lastNanos == NEVER) {
            begin(nanos, volts);
        } else if (nanos - lastNanos > nanosOf(limits.maxGapSeconds())) {
            stopped();
            engine = engine.isTold() ? engine : EngineKnowledge.UNKNOWN;
            begin(nanos, volts);
        }
        lastNanos = nanos;
        Band now = bandOf(volts);
        if (now != band) {
            band = now;
            bandSinceNanos = nanos;
        }
        boolean charges = volts >= limits.minVolts();
        notChargingSinceNanos = charges ? NEVER : notChargingSinceNanos == NEVER ? nanos : notChargingSinceNanos;
        infer(nanos, volts, minimum);
        follow(nanos, volts, minimum);
        long end = nanos + SecondMeans.SECOND_NANOS;
        ChargingState next = judge(end);
        if (next != state) {
            state = next;
            stateSinceNanos = end;
        }
        charged |= state == ChargingState.CHARGING || state == ChargingState.SMART_ALTERNATOR;
    }

    private void begin(long nanos, double volts) {
        state = ChargingState.UNKNOWN;
        stateSinceNanos = nanos;
        band = bandOf(volts);
        bandSinceNanos = nanos;
        notChargingSinceNanos = NEVER;
    }

    private Band bandOf(double volts) {
        if (volts > limits.maxVolts()) {
            return Band.HIGH;
        }
        if (volts >= limits.minVolts()) {
            return Band.CHARGING;
        }
        return volts >= limits.undercharging() ? Band.WEAK : Band.NONE;
    }

    private void infer(long nanos, double volts, double minimum) {
        if (minimum < CRANKING_VOLTS) {
            lowestNanos = NEVER;
        } else if (lowestNanos == NEVER || volts <= lowestVolts || nanos - lowestNanos > RISE_NANOS) {
            lowestVolts = volts;
            lowestNanos = nanos;
        }
        boolean risen = lowestNanos != NEVER && volts - lowestVolts >= limits.inferredRiseVolts();
        boolean alternator = volts >= limits.inferredVolts() || (volts >= limits.minVolts() && risen);
        if (!alternator) {
            inferableSinceNanos = NEVER;
        } else if (inferableSinceNanos == NEVER) {
            inferableSinceNanos = nanos;
        }
        if (engine == EngineKnowledge.UNKNOWN && alternator
                && nanos + SecondMeans.SECOND_NANOS - inferableSinceNanos >= nanosOf(limits.inferredSeconds())) {
            engine = EngineKnowledge.INFERRED;
        }
    }

    /** Low plateaus belong to the pattern although they are taken for a stopped engine until it is complete. */
    private void follow(long nanos, double volts, double minimum) {
        boolean tooLong = notChargingSinceNanos != NEVER
                && nanos - notChargingSinceNanos > nanosOf(limits.smart().lowSeconds());
        if (tooLong || minimum < CRANKING_VOLTS) {
            steps.forget();
        } else if (engine.isRunning() || charged) {
            steps.mean(nanos, volts);
        }
    }

    private ChargingState judge(long now) {
        long held = now - bandSinceNanos;
        boolean longEnough = held >= nanosOf(limits.faultSeconds());
        return switch (band) {
            case HIGH -> longEnough ? ChargingState.OVERCHARGING : state;
            case CHARGING -> held >= nanosOf(limits.chargingSeconds()) ? charging(longEnough) : state;
            case WEAK -> longEnough ? weak() : state;
            case NONE -> longEnough ? none() : state;
        };
    }

    private ChargingState charging(boolean longEnough) {
        if (engine.isRunning()) {
            return steps.seen() ? ChargingState.SMART_ALTERNATOR : ChargingState.CHARGING;
        }
        return longEnough ? ChargingState.UNKNOWN : state;
    }

    private ChargingState weak() {
        if (steps.seen()) {
            return ChargingState.SMART_ALTERNATOR;
        }
        if (engine == EngineKnowledge.TOLD_LOADED) {
            return ChargingState.UNDERCHARGING;
        }
        return engine.isRunning() ? ChargingState.UNKNOWN : ChargingState.OFF;
    }

    private ChargingState none() {
        if (steps.seen()) {
            return ChargingState.SMART_ALTERNATOR;
        }
        if (charged && !engine.isTold()) {
            engine = EngineKnowledge.UNKNOWN;
        }
        return engine.isRunning() ? ChargingState.UNDERCHARGING : ChargingState.OFF;
    }

    private static long nanosOf(int seconds) {
        return seconds * SecondMeans.SECOND_NANOS;
    }
}
