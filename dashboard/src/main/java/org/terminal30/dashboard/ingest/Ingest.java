package org.terminal30.dashboard.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Stored;
import org.terminal30.dashboard.live.BayBoard;
import org.terminal30.dashboard.live.OrderDesk;
import org.terminal30.dashboard.workshop.Bays;

/**
 * Stores a batch and then tells who watches. History and registry are two databases and two transactions: should the second fail,
 * the batch is not acknowledged, comes again, and the first finds nothing new in it.
 */
@Singleton
final class Ingest {
    private final History history;
    private final RegistryHalf registry;
    private final Bays bays;
    private final BayBoard board;
    private final OrderDesk orders;
    private final Counter stored;
    private final Counter malformed;
    private final Counter overwritten;

    Ingest(History history, RegistryHalf registry, Bays bays, BayBoard board, OrderDesk orders, MeterRegistry meters) {
        this.history = history;
        this.registry = registry;
        this.bays = bays;
        this.board = board;
        this.orders = orders;
        stored = Counter.builder("terminal30.ingest.lines").tag("result", "stored")
                .description("Lines taken in").register(meters);
        malformed = Counter.builder("terminal30.ingest.lines").tag("result", "malformed")
                .description("Lines taken in").register(meters);
        overwritten = Counter.builder("terminal30.ingest.overwritten")
                .description("Windows that took the place of one with other values").register(meters);
    }

    /** Returns when the batch is on disk. */
    void take(BayId bay, Batch batch) {
        if (batch.size() > 0) {
            bays.wrote(bay);
        }
        Stored measured = history.store(batch.windows(), batch.events(), batch.waveforms());
        registry.take(bay, batch);
        stored.increment(batch.size());
        malformed.increment(batch.malformed());
        overwritten.increment(measured.overwritten());
        tell(batch, measured);
    }

    private void tell(Batch batch, Stored measured) {
        batch.jobs().forEach(orders::confirm);
        batch.alarms().forEach(orders::confirm);
        measured.events().forEach(board::event);
        batch.windows().forEach(board::window);
        batch.channels().forEach(board::channel);
        batch.agents().forEach(board::agent);
    }
}
