package org.terminal30.dashboard.workshop;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle that the workshop looks after.
 *
 * @param batteryType {@code flooded efb agm gel}
 * @param batteryFittedOn as well as it is known: {@code 2019}, {@code 2019-05} or {@code 2019-05-17}
 */
@Serdeable
public record Vehicle(
        long id,
        String plate,
        @Nullable String vin,
        String make,
        String model,
        @Nullable String generation,
        @Nullable Integer year,
        @Nullable String note,
        @Nullable String batteryType,
        @Nullable Integer batteryAmpHours,
        @Nullable String batteryFittedOn) {

    static String label(String make, String model, @Nullable String generation) {
        return generation == null ? make + " " + model : make + " " + model + " " + generation;
    }
}
