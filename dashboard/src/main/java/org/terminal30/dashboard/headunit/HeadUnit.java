package org.terminal30.dashboard.headunit;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.VehicleRef;

/**
 * A radio, with a serial number and a code of its own, in whatever car it is.
 *
 * @param serial as it stands on the sticker; null while nobody has read it
 * @param profile id of its kind
 * @param profileName its kind in words
 * @param codePlace where its code is kept, one of {@link HeadUnitEntry#PLACES}
 * @param vehicle the car it is in now; null when it is in none
 */
@Serdeable
public record HeadUnit(
        long id,
        String maker,
        @Nullable String model,
        @Nullable String serial,
        String profile,
        String profileName,
        String codePlace,
        @Nullable String codePlaceNote,
        @Nullable String note,
        @Nullable VehicleRef vehicle) {}
