package org.terminal30.dashboard.web;

import java.util.List;
import java.util.Locale;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.StoreState;

/**
 * How the store of the history is.
 *
 * @param state {@code ready catching-up unreachable refusing full}
 * @param since ISO-8601, UTC; null while it is ready
 * @param words a sentence each, for people
 * @param waitingRecords taken in, and not in the store yet
 * @param limitBytes how much may wait; 0 for the dashboard's own store, where nothing does
 * @param refusedRecords set aside because the store did not take them
 */
@Serdeable
record StoreView(String state, @Nullable String since, List<String> words, long waitingRecords, long waitingBytes,
        long limitBytes, long refusedRecords) {
    static StoreView of(StoreState state) {
        return new StoreView(state.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                state.since() == null ? null : state.since().toString(), state.words(), state.waitingRecords(),
                state.waitingBytes(), state.limitBytes(), state.refusedRecords());
    }
}
