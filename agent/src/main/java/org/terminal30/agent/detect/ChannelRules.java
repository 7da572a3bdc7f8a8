package org.terminal30.agent.detect;

/** What is judged on a channel, driven by its samples and by the means over them. */
interface ChannelRules {
    /** Rules of a channel that is recorded and not judged. */
    ChannelRules NONE = new ChannelRules() {
    };

    /** The next sample; the previous one is the same when there is no neighbour. */
    default void sample(long beforeNanos, double before, long nanos, double value) {
    }

    /**
     * Whether samples that all lie between these two, inclusive, change nothing but the extremes of what is open. If so they
     * count as taken: they are not handed over one by one. To be asked only while {@link #isSteady}.
     */
    default boolean passes(double minimum, double maximum) {
        return true;
    }

    /** Whether {@link #passes} is worth asking: nothing is pending. */
    default boolean isSteady() {
        return true;
    }

    /** The mean over 20 ms, at the time of its last sample. */
    default void slot(double mean, long nanos) {
    }

    /** Mean and extremes over 100 ms, at the time of their last sample. */
    default void window(double mean, double minimum, double maximum, long nanos) {
    }

    /** The next sample follows a gap: nothing is known of the time before it. */
    default void gap(long nanos) {
    }

    default void duty(Duty duty, long nanos) {
    }

    /** Another saver has to hold from now on. */
    default void saver(SaverLimits limits, long nanos) {
    }

    /** The clamp of the battery was lifted at this time. */
    default void lifted(long nanos) {
    }
}
