package org.terminal30.dashboard.backup;

import java.util.EnumMap;
import java.util.Map;

/** How much there is in a backup. */
public record Contents(long rows, long cells, long waveforms, long events) {
    /** Adds up. */
    static final class Count {
        private final Map<Chunk.Kind, Long> entries = new EnumMap<>(Chunk.Kind.class);

        void add(Chunk chunk) {
            entries.merge(chunk.kind(), chunk.entries(), Long::sum);
        }

        Contents contents() {
            return new Contents(of(Chunk.Kind.REGISTRY), of(Chunk.Kind.CELLS), of(Chunk.Kind.WAVEFORMS),
                    of(Chunk.Kind.EVENTS));
        }

        private long of(Chunk.Kind kind) {
            return entries.getOrDefault(kind, 0L);
        }
    }

    /** For people. */
    @Override
    public String toString() {
        return "%d rows of the registry, %d windows and coarser cells, %d waveforms, %d events".formatted(rows, cells,
                waveforms, events);
    }
}
