package org.terminal30.agent.job;

import org.jspecify.annotations.Nullable;

/**
 * What the table of B4 asks beside the phase. Whoever knows it tells the board; nothing here is measured by the board.
 *
 * @param engineOffSinceNanos since when the engine is off, in the board's time; {@link Long#MAX_VALUE} while it runs, null when
 *     nobody knows
 * @param referenceVolts the settled voltage after the clamp was lifted; null before there is one
 * @param saver what is known of a memory saver in this job
 */
public record Circumstances(@Nullable Long engineOffSinceNanos, @Nullable Double referenceVolts, Saver saver) {
    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances(null, null, Saver.NONE);

    /** How far a memory saver takes part; each includes the one before. */
    public enum Saver {
        /** None has been seen. */
        NONE,
        /** One was alive at some time. */
        SEEN,
        /** It holds the car's network now. */
        USED
    }
}
