package org.terminal30.dashboard.profile;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the workshop goes by instead of the first shipped claim.
 *
 * @param source the id of a {@link Source}, or the workshop's own words
 */
@Serdeable
public record Choice(String says, String source, String by, Instant at) {}
