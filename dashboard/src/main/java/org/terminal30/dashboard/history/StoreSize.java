package org.terminal30.dashboard.history;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a store takes.
 *
 * @param freeInFileBytes room in the file that comes before it grows
 * @param levels the parts of it, each with what a day adds; in the order of their fineness, then what is no level
 * @param bays what each bay's levels and waveforms take
 */
@Serdeable
public record StoreSize(Instant measuredAt, long freeInFileBytes, List<Part> levels, List<Part> bays) {
    public StoreSize {
        levels = List.copyOf(levels);
        bays = List.copyOf(bays);
    }

    /**
     * A part of the store.
     *
     * @param name {@code windows}, {@code seconds}, {@code minutes}, {@code waveforms}, or that of a bay
     * @param bytesADay what a day adds, by the last seven days
     * @param days how far back it goes; what is kept around events for ever does not count
     */
    @Serdeable
    public record Part(String name, long bytes, double bytesADay, double days) {}
}
