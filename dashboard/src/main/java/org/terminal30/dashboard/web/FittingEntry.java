package org.terminal30.dashboard.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.KnownDay;

/**
 * Into which car a head unit was put.
 *
 * @param fittedOn null when it was there when the workshop first saw the car
 */
@Serdeable
record FittingEntry(long vehicle, @Nullable @KnownDay String fittedOn) {
    @Nullable
    String day() {
        return fittedOn == null || fittedOn.isBlank() ? null : fittedOn.strip();
    }
}
