package org.terminal30.agent.scenario;

import java.time.Duration;

/**
 * What is done at the bay, and when.
 *
 * @param at since the beginning
 */
public record AtBay(Duration at, BayAction action) {}
