package org.terminal30.agent.job.swap;

import java.util.Map;
import java.util.Set;

import org.terminal30.agent.job.ProgressBook;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.hardware.sample.Channel;

/** The second gate at work: from the fitting of the new battery until the saver's lead has left the car. */
final class Removal {
    private static final long OFF_NANOS = 1_000_000_000;

    private final SaverProfile saver;
    private final Set<Channel> measured;
    private final ProgressBook book;
    private final Lasting leadOff = new Lasting(OFF_NANOS);
    private RemoveGate gate;

    Removal(SaverProfile saver, Set<Channel> measured, ProgressBook book) {
        this.saver = saver;
        this.measured = measured;
        this.book = book;
        this.gate = new RemoveGate(saver, measured);
    }

    /** The new battery is in: what was seen before says nothing of it. */
    void begin(long nowNanos) {
        gate = new RemoveGate(saver, measured);
        book.turnTo(SwapVerdicts.remove(gate.verdict(), gate.finding(), nowNanos));
    }

    void headlightsOn() {
        gate.headlightsOn();
    }

    /** Whether the saver is being switched off to see what carries. */
    boolean isTried() {
        return gate.isLit();
    }

    /**
     * A mean over 100 ms.
     *
     * @param stage {@code FITTED}, or {@code CARRIED} once the battery was seen to carry
     * @return which of the two it is now
     */
    SwapStage window(SwapStage stage, Channel channel, double mean, long nowNanos) {
        gate.window(channel, mean, nowNanos);
        RemoveGate.Verdict verdict = gate.verdict();
        if (stage == SwapStage.FITTED || verdict == RemoveGate.Verdict.DO_NOT_REMOVE) {
            // Once it was seen to carry, the saver may go: what cannot be seen any more takes nothing back.
            book.say(SwapVerdicts.remove(verdict, gate.finding(), nowNanos));
        }
        if (verdict == RemoveGate.Verdict.SAFE_TO_REMOVE && stage == SwapStage.FITTED) {
            book.measured(SwapSteps.REMOVE, nowNanos, Map.of());
            return SwapStage.CARRIED;
        }
        if (verdict == RemoveGate.Verdict.DO_NOT_REMOVE && stage == SwapStage.CARRIED) {
            book.again(SwapSteps.REMOVE);
            return SwapStage.FITTED;
        }
        return stage;
    }

    /** Whether the saver's lead is seen to have left the car. */
    boolean isLeadOff(Levels levels, long nowNanos) {
        double apart = Math.abs(levels.mean(Channel.BACKUP_LEAD) - levels.mean(Channel.ONBOARD));
        leadOff.observe(apart > OnTheCarCheck.SAME_VOLTS, nowNanos, Levels.FRESH_NANOS);
        return leadOff.isMet();
    }
}
