package org.terminal30.dashboard.history;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the store of a history is, and what waits to be put into it.
 *
 * @param since when that began; null while it is {@link Kind#READY}
 * @param words in plain words, a sentence each; empty while all is well
 * @param waitingRecords acknowledged to bays, and not in the store yet
 * @param waitingBytes what they take on the dashboard's own disk
 * @param limitBytes how much there may be before bays have to keep it; 0 for a store that lets nothing wait
 * @param refusedRecords what the store did not take and was set aside
 */
public record StoreState(Kind kind, @Nullable Instant since, List<String> words, long waitingRecords, long waitingBytes,
        long limitBytes, long refusedRecords) {
    /** A store that is part of the dashboard, and works as long as its disk does. */
    public static final StoreState OWN = new StoreState(Kind.READY, null, List.of(), 0, 0, 0, 0);

    public StoreState {
        words = List.copyOf(words);
    }

    /** From good to bad. */
    public enum Kind {
        /** Everything is in the store, or about to be. */
        READY,
        /** It answers again, and takes what has waited. */
        CATCHING_UP,
        /** It does not answer, or not as it should: bays are taken in, charts cannot be read. */
        UNREACHABLE,
        /** It does not let us in: somebody has to mend that. */
        REFUSING,
        /** Nothing more can wait: bays keep what they measure. */
        FULL
    }
}
