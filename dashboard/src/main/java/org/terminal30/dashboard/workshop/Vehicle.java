package org.terminal30.dashboard.workshop;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A vehicle that the workshop looks after. */
@Serdeable
public record Vehicle(
        long id,
        String plate,
        @Nullable String vin,
        String make,
        String model,
        @Nullable String generation,
        @Nullable Integer year,
        @Nullable String note) {

    static String label(String make, String model, @Nullable String generation) {
        return generation == null ? make + " " + model : make + " " + model + " " + generation;
    }
}
