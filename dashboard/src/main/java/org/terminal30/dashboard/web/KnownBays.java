package org.terminal30.dashboard.web;

import jakarta.inject.Singleton;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.workshop.Bays;

/** Finds the bay that an address names. */
@Singleton
final class KnownBays {
    private final Bays bays;

    KnownBays(Bays bays) {
        this.bays = bays;
    }

    /** The bay, or a 404. */
    BayId get(String name) {
        return bays.find(name).orElseThrow(() -> ProblemException.notFound("There is no bay %s.".formatted(name)));
    }
}
