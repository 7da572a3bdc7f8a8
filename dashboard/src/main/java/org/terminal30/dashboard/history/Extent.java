package org.terminal30.dashboard.history;

/**
 * Where a series has cells of any level.
 *
 * @param range holds every cell, and may reach beyond them by up to a day at either end; empty for a series that has waveforms only
 */
public record Extent(Series series, TimeRange range) {}
