package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.headunit.Fitting;
import org.terminal30.dashboard.headunit.HeadUnitProfile;

/**
 * The head unit of a vehicle.
 *
 * @param fitted what to go by with the one that is in it now; null when the registry knows of none
 * @param fittings all it had, the newest stay first
 */
@Serdeable
record VehicleRadio(@Nullable HeadUnitProfile fitted, List<Fitting> fittings) {}
