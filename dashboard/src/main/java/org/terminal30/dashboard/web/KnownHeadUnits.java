package org.terminal30.dashboard.web;

import jakarta.inject.Singleton;

import org.terminal30.dashboard.headunit.HeadUnit;
import org.terminal30.dashboard.headunit.HeadUnits;
import org.terminal30.dashboard.problem.ProblemException;

/** Finds the head unit that an address names. */
@Singleton
final class KnownHeadUnits {
    private final HeadUnits headUnits;

    KnownHeadUnits(HeadUnits headUnits) {
        this.headUnits = headUnits;
    }

    /** The head unit, or a 404. */
    HeadUnit get(long id) {
        return headUnits.find(id).orElseThrow(
                () -> ProblemException.notFound("There is no head unit %d.".formatted(id)));
    }
}
