package org.terminal30.dashboard.saver;

import java.time.LocalDate;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a saver held under a known load.
 *
 * @param testedOn day of the workshop's calendar
 * @param amperes of the load
 * @param seconds for how long
 * @param heldVolts the least at the end of its lead
 * @param limitVolts what it had to hold
 * @param passed held the limit, long enough
 */
@Serdeable
public record LoadTest(long id, LocalDate testedOn, double amperes, int seconds, double heldVolts, double limitVolts,
        boolean passed, String enteredBy) {}
