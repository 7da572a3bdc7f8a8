package org.terminal30.dashboard.diagnosis;

import java.time.Duration;
import java.time.Instant;

/**
 * The newest battery swap.
 *
 * @param longestBreak of what the radio lives on
 * @param saverFailed the backup was lost, or the feed while the backup alone held it
 */
public record Swap(Instant at, Duration longestBreak, boolean saverFailed) {}
