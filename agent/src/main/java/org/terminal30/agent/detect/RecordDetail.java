package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

/** What only some kinds of record have. */
public sealed interface RecordDetail {
    /**
     * How an engine was cranked (rule B5).
     *
     * @param restVolts mean of the two seconds before
     * @param rippleVoltsPeakToPeak how far the voltage swung with the strokes of the engine after the first 100 ms; null when
     *     the source is too slow to see it
     * @param recoveryNanos from the end of the cranking until the alternator lifted the voltage above rest; null while that
     *     is not established
     */
    record Cranking(double restVolts, @Nullable Double rippleVoltsPeakToPeak, @Nullable Long recoveryNanos)
            implements
                RecordDetail {
        /** Whether the engine is known to have started. */
        public boolean started() {
            return recoveryNanos != null;
        }
    }

    /**
     * A kind of record that starts and ends again and again.
     *
     * @param of the kind
     * @param count starts-and-ends so far
     */
    record Chattering(EventKind of, int count) implements RecordDetail {
        public Chattering {
            if (count < 1) {
                throw new IllegalArgumentException("count is %d, must be at least 1".formatted(count));
            }
        }
    }
}
