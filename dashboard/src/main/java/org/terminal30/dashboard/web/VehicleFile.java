package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.workshop.Lock;
import org.terminal30.dashboard.workshop.Vehicle;
import org.terminal30.dashboard.workshop.Visit;

/**
 * All about a vehicle: what it is, its visits and its lock events, both newest first.
 *
 * @param visitsMissing why the visits cannot be told now; null when all are here
 */
@Serdeable
record VehicleFile(
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
        @Nullable String batteryFittedOn,
        List<Visit> visits,
        @Nullable String visitsMissing,
        List<Lock> locks) {

    static VehicleFile of(Vehicle vehicle, List<Visit> visits, @Nullable String visitsMissing,
            List<Lock> locks) {
        return new VehicleFile(vehicle.id(), vehicle.plate(), vehicle.vin(), vehicle.make(), vehicle.model(),
                vehicle.generation(), vehicle.year(), vehicle.note(), vehicle.batteryType(), vehicle
                        .batteryAmpHours(),
                vehicle.batteryFittedOn(), visits, visitsMissing, locks);
    }
}
