package org.terminal30.dashboard.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.KnownDay;

/** When a head unit was taken out of its car. */
@Serdeable
record RemovalEntry(@Nullable @NotBlank(message = "must be given") @KnownDay String removedOn) {
    String day() {
        return removedOn == null ? "" : removedOn.strip();
    }
}
