package org.terminal30.agent.job.swap;

import org.terminal30.agent.job.ProgressBook;

/** Writes what is seen of the radio's memory into the progress of the swap, and takes it up again after a restart. */
final class MemoryAccount {
    private static final String LOWEST_VOLTS = "lowestVolts";
    private static final String LONGEST_BREAK_MILLIS = "longestBreakMillis";
    private static final String SHORTEST_SEEN_MILLIS = "shortestSeenMillis";
    private static final double NANOS_PER_MILLI = 1e6;
    /** The lowest voltage is kept for a restart in steps of this, from this on. */
    private static final double STEP_VOLTS = 0.1;
    private static final double FROM_VOLTS = 20;

    private final MemoryWatch memory;
    private final ProgressBook book;

    MemoryAccount(MemoryWatch memory, ProgressBook book) {
        this.memory = memory;
        this.book = book;
    }

    /** Goes on with the figures of an earlier boot. */
    void restore() {
        memory.restored(book.figure(LOWEST_VOLTS).orElse(Double.POSITIVE_INFINITY),
                Math.round(book.figure(LONGEST_BREAK_MILLIS).orElse(0.0) * NANOS_PER_MILLI));
    }

    /** Keeps a lowest voltage that is lower by more than noise, and nothing else. */
    void keepWhatIsWorthIt() {
        if (memory.lowestVolts() <= book.figure(LOWEST_VOLTS).orElse(FROM_VOLTS) - STEP_VOLTS) {
            keep();
        }
    }

    /** Says what came of the memory, with all its figures. */
    void say(long nowNanos) {
        book.say(SwapVerdicts.memory(memory, nowNanos));
        book.figure(SHORTEST_SEEN_MILLIS, memory.shortestSeenNanos() / NANOS_PER_MILLI);
        keep();
    }

    private void keep() {
        book.figure(LONGEST_BREAK_MILLIS, memory.longestBreakNanos() / NANOS_PER_MILLI);
        if (memory.lowestVolts() < Double.POSITIVE_INFINITY) {
            book.figure(LOWEST_VOLTS, memory.lowestVolts());
        }
    }
}
