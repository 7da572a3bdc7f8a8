package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

import org.terminal30.dashboard.profile.CarRange;
import org.terminal30.dashboard.profile.Profile;

/**
 * A kind of head unit in a list.
 *
 * @param changed the workshop goes by something else than what is shipped
 * @param fit how well it fits the car that was asked for; 0 when it does not, or when none was asked for
 */
@Serdeable
record ProfileLine(String id, String name, List<String> makers, List<CarRange> cars, boolean changed, int fit) {
    static ProfileLine of(Profile profile, boolean changed, int fit) {
        return new ProfileLine(profile.id(), profile.name(), profile.makers(), profile.cars(), changed, fit);
    }
}
