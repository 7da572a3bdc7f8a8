package org.terminal30.dashboard.headunit;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.VehicleRef;

/**
 * A stay of a head unit in a car. Days are as well known as they are: {@code 2019}, {@code 2019-05} or {@code 2019-05-17}.
 *
 * @param id of the stay
 * @param headUnitName maker and model in words
 * @param fittedOn null: it was in the car when the workshop first saw it
 * @param removedOn null: it is still there
 */
@Serdeable
public record Fitting(
        long id,
        long headUnit,
        String headUnitName,
        @Nullable String serial,
        VehicleRef vehicle,
        @Nullable String fittedOn,
        @Nullable String removedOn,
        String enteredBy) {}
