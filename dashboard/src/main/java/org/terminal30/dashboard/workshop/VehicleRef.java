package org.terminal30.dashboard.workshop;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A vehicle in a few words.
 *
 * @param label make, model and generation: "Nissan Almera G15"
 */
@Serdeable
public record VehicleRef(long id, String label, String plate) {}
