package org.terminal30.dashboard.headunit;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;

/** That the registry keeps a head unit's code, and who gave it; never the code. */
@Serdeable
public record KeptCode(String keptBy, Instant keptAt) {}
