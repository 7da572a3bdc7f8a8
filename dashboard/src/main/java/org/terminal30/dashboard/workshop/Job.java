package org.terminal30.dashboard.workshop;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands: its transition of the highest revision.
 *
 * @param state {@code running finished aborted}
 * @param phase the phase of rule B4 that the bay is in
 * @param vehicle null when the bay named none, or one that we do not know
 * @param startedBy who ordered it; null until the first transition has arrived
 * @param progress of its procedure; null for one without steps
 */
@Serdeable
public record Job(
        String id,
        String site,
        String bay,
        String kind,
        String state,
        String phase,
        @Nullable VehicleRef vehicle,
        Instant startedAt,
        @Nullable Instant finishedAt,
        int revision,
        @Nullable String startedBy,
        @Nullable JobProgress progress) {}
