package org.terminal30.dashboard.history.sqlite;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the store tells whoever watches over it, at {@code /prometheus}. */
final class StoreMeters {
    private final MeterRegistry registry;
    private final Counter windows;
    private final DistributionSummary changes;
    private final Timer sealed;
    private final Counter damaged;
    private final Counter thinned;

    StoreMeters(MeterRegistry registry) {
        this.registry = registry;
        windows = counter("terminal30.history.windows", "Windows taken in, repeats included");
        changes = DistributionSummary.builder("terminal30.history.commit.changes")
                .description("Changes that shared one transaction; their number is that of the commits")
                .register(registry);
        sealed = Timer.builder("terminal30.history.seal").description("Putting ten minutes of a channel into a block")
                .register(registry);
        damaged = counter("terminal30.history.damaged", "Blocks that could not be read and were set aside");
        thinned = counter("terminal30.history.thinned", "Blocks of which a level was let go");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void stored(int count) {
        windows.increment(count);
    }

    void committed(int together) {
        changes.record(together);
    }

    void seal(Runnable work) {
        sealed.record(work);
    }

    void damaged() {
        damaged.increment();
    }

    void thinned(long blocks) {
        thinned.increment((double) blocks);
    }

    /** Figures that are looked up when somebody asks. */
    void watch(Jdbi jdbi, Waiting waiting) {
        Gauge.builder("terminal30.history.waiting", waiting, Waiting::windows)
                .description("Windows in memory that are in no block yet").register(registry);
        figure("terminal30.history.file.bytes", "Size of the file", jdbi,
                handle -> (double) Thinner.number(handle, "page_count") * Thinner.number(handle, "page_size"));
        figure("terminal30.history.free.bytes", "Room in the file that is used before it grows", jdbi,
                handle -> (double) Thinner.number(handle, "freelist_count") * Thinner.number(handle, "page_size"));
        figure("terminal30.history.journal.rows", "Batches in the journal", jdbi, handle -> handle
                .createQuery("select coalesce((select max(id) from journal) - (select min(id) from journal) + 1, 0)")
                .mapTo(Double.class).one());
    }

    private void figure(String name, String description, Jdbi jdbi, ToDoubleFunction<Handle> read) {
        Gauge.builder(name, jdbi, from -> from.<Double, RuntimeException>withHandle(read::applyAsDouble))
                .description(description).register(registry);
    }
}
