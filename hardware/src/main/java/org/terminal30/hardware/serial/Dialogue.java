package org.terminal30.hardware.serial;

import org.jspecify.annotations.Nullable;

/**
 * What is said between the host and one kind of instrument, as a state machine over bytes. Pure: no port, no clock, no thread.
 * Bytes come cut anywhere, the time comes with them, and what is to be done goes to {@link Actions}. One dialogue lives as long
 * as its source, over any number of openings of the port.
 */
interface Dialogue {
    /** Microseconds of a row of which the device tells no time. */
    long NO_MICROS = -1;

    /** The port was opened, for the first time or anew: whatever was under way before is over. */
    void opened(long nowNanos, Actions actions);

    /** Bytes arrived: the first {@code count} of the buffer, which is reused after this returns. */
    void received(byte[] buffer, int count, long nowNanos, Actions actions);

    /** Time went by, with bytes or without: told several times a second, so that a deadline can be kept to ¼ s. */
    default void elapsed(long nowNanos, Actions actions) {
    }

    /** Pieces of input (lines, blocks, frames, replies) that could not be read, since the beginning. */
    long malformed();

    /** Measurements that came a second time and were left out, since the beginning. */
    default long repeated() {
        return 0;
    }

    /** Why nothing can be measured although the port is open, for people; null while all is well. */
    default @Nullable String complaint() {
        return null;
    }

    /** Whether the instrument speaks unasked and fast: what comes within some milliseconds is then read at once. */
    default boolean streams() {
        return false;
    }

    /** For so long nothing is expected from the instrument, and then something is to be sent to it. */
    default long pauseNanos(long nowNanos) {
        return 0;
    }

    /** What the instrument calls itself; null as long as it has not said so. */
    default @Nullable String identity() {
        return null;
    }

    /** Whether the instrument's own error is of the size of what thresholds tell apart. */
    default boolean isCoarse() {
        return false;
    }

    /** What a dialogue may do. */
    interface Actions {
        /** Sends these bytes, some tens of them at the most. */
        void send(byte[] bytes);

        /**
         * One measurement of the channels.
         *
         * @param deviceMicros the device's own time, wrapping at 2^32, or {@link #NO_MICROS}
         * @param readings uncalibrated, by the index of the channel, NaN where there is none; reused after this returns
         */
        void row(long deviceMicros, double[] readings);

        /** So many rows right before the next one are known to have been lost; at least 1. */
        void lost(long rows);

        /** The device has started anew: the time of the next row has nothing to do with that of the one before. */
        default void restarted() {
        }

        /** Opens the port anew at this speed; nothing more is done in the meantime. */
        void reopen(int baud);

        /** Something about the instrument that whoever looks after it should know. */
        void warn(String sentence);
    }
}
