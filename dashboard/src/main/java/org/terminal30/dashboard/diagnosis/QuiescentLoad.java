package org.terminal30.dashboard.diagnosis;

import java.time.Instant;

/**
 * What the parked, sleeping car draws.
 *
 * @param measured by the bay; else a person typed it in
 */
public record QuiescentLoad(Instant at, double amperes, boolean measured) {}
