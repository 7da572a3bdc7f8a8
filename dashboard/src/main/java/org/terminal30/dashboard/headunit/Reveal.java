package org.terminal30.dashboard.headunit;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;

/** Somebody was shown a code, and said why. */
@Serdeable
public record Reveal(String who, String why, Instant at) {}
