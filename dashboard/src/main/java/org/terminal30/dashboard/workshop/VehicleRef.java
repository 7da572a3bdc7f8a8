package org.terminal30.dashboard.workshop;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle in a few words.
 *
 * @param label make, model and generation: "Nissan Almera G15"
 */
@Serdeable
public record VehicleRef(long id, String label, String plate) {
    public static VehicleRef of(long id, String make, String model, @Nullable String generation, String plate) {
        return new VehicleRef(id, Vehicle.label(make, model, generation), plate);
    }
}
