package org.terminal30.dashboard.profile;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Where a claim comes from.
 *
 * @param id as claims name it: {@code S2}
 * @param about what it was written about, and how far it can be trusted
 */
@Serdeable
public record Source(String id, String title, String about) {}
