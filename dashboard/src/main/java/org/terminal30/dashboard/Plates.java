package org.terminal30.dashboard;

import org.jdbi.v3.core.Jdbi;

import org.terminal30.dashboard.workshop.SearchKey;

/** Vehicles by what stands on their plates. */
final class Plates {
    private Plates() {
    }

    /**
     * The vehicle with a plate, however its letters are spaced.
     *
     * @throws IllegalArgumentException when there is none
     */
    static long find(Jdbi registry, String plate) {
        return registry.withHandle(handle -> handle.createQuery("select id from vehicle where plate_key = :key")
                .bind("key", SearchKey.exact(plate)).mapTo(Long.class).findOne())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no vehicle has the plate \"%s\": register it on the dashboard first".formatted(plate)));
    }
}
