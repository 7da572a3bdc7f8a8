package org.terminal30.dashboard.security;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Somebody who may log in.
 *
 * @param role {@link Role#MANAGER} or {@link Role#TECHNICIAN}
 * @param active false: may no longer log in; the name stays with what was done under it
 */
@Serdeable
public record Person(long id, String name, String role, boolean active, Instant createdAt) {}
