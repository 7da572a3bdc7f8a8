package org.terminal30.agent.job.code;

import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.code.EntryVerdicts.AttemptsLeft;
import org.terminal30.agent.job.code.EntryVerdicts.Sag;
import org.terminal30.agent.job.code.SteadySupply.Level;
import org.terminal30.hardware.sample.SampleBlock;

/** Watches the supply before and while a code is typed in: when to begin, and when to stop (rule B7). */
final class EntryGuard {
    private final SteadySupply supply = new SteadySupply();
    private final SagWatch sags = new SagWatch();
    private final boolean seesSags;
    private boolean stopped;

    /** @param rateHertz nominal rate of the network's channel */
    EntryGuard(double rateHertz) {
        this.seesSags = rateHertz >= SagWatch.LEAST_HERTZ;
    }

    /** A window of 100 ms of the car's network. */
    void window(long endNanos, double mean, long samples) {
        sags.window(mean);
        supply.window(endNanos, mean, samples);
        if (supply.isComplete()) {
            stopped = false;
        }
    }

    /** Samples of the car's network. */
    void samples(SampleBlock block) {
        sags.samples(block);
    }

    /** Whether it fell since this was asked last; then it has to be steady for the whole time again. */
    boolean takeSag() {
        boolean ready = isReady();
        if (!sags.takeSag()) {
            return false;
        }
        supply.again();
        boolean begins = ready && !stopped;
        stopped |= ready;
        return begins;
    }

    boolean isReady() {
        return supply.level() == Level.READY;
    }

    /** Whether an alternator or a charger feeds the network. */
    boolean isCharging() {
        return supply.latestVolts() >= SteadySupply.CHARGING_VOLTS;
    }

    JobVerdict told(AttemptsLeft attempts, long nanos) {
        Sag sag = stopped ? Sag.SAGGED : seesSags ? Sag.NONE : Sag.NOT_SEEN;
        return EntryVerdicts.entry(supply, sag, attempts, nanos);
    }
}
