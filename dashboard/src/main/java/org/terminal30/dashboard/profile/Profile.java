package org.terminal30.dashboard.profile;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A kind of head unit as it is shipped.
 *
 * @param id as files and addresses name it: {@code almera-n16}
 * @param makers who builds them; empty when it was not said
 * @param cars where the works put them; empty when it is about no car
 * @param claims of each fact, the one to go by first; a fact that nobody says anything about is missing
 */
public record Profile(String id, String name, List<String> makers, List<CarRange> cars,
        Map<FactKind, List<Claim>> claims) {
    public Profile {
        makers = List.copyOf(makers);
        cars = List.copyOf(cars);
        claims = Map.copyOf(claims);
    }

    /** How well a car is one that the works gave such a head unit: 0 when it is not, more the more of it fits. */
    public int fit(String make, String model, @Nullable String generation, @Nullable Integer year) {
        return cars.stream().mapToInt(range -> range.fit(make, model, generation, year)).max().orElse(0);
    }
}
