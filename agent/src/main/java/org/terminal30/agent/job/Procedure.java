package org.terminal30.agent.job;

import java.util.Optional;
import java.util.OptionalLong;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

/**
 * What is done in a job, as a state machine: measurements first, taps second. Pure; times are the owner's, and only go on. Used
 * by one thread.
 */
public interface Procedure {
    /** A window of 100 ms of a channel, of so many samples. */
    void window(Channel channel, long endNanos, double minimum, double maximum, double mean, long count);

    /** Samples of a channel at their full rate, for what is over before a window is; the block is used again afterwards. */
    default void samples(SampleBlock block) {
        // Most procedures need windows only.
    }

    /** A record, in any of its revisions. */
    void event(SupplyEvent event);

    /** The date of this boot has settled: moments that an earlier boot left lie so much earlier than it seemed. */
    default void relabelled(long shiftNanos) {
        // Most procedures go by no such moment.
    }

    /** It is at least this late now. */
    void advanceTo(long nowNanos);

    /**
     * What the technician says.
     *
     * @return why it was not taken, for people; empty when it was
     */
    Optional<String> act(Action action, String who, long nowNanos);

    /** The job ends: what was not settled yet is. */
    void end(long nowNanos);

    /** How far it is now. The same object as long as nothing has changed. */
    Progress progress();

    /** The row of B4 that the alarms follow. */
    Phase phase();

    /** What detection has to watch for. */
    default Duty duty() {
        return Duty.JOB;
    }

    /** What the provisos of B4 ask. */
    Circumstances circumstances();

    /** Since when the battery's clamp has been lifted; empty while it is on, or not known to be off. */
    default OptionalLong liftedNanos() {
        return OptionalLong.empty();
    }
}
