package org.terminal30.dashboard.history;

/**
 * The windows of one step. Volts, or amperes for a current channel.
 *
 * @param startNanos start of the step; of the window itself on the finest grid
 * @param minimum lowest sample of all windows: no level of the history loses it
 * @param maximum highest sample of all windows
 * @param mean of all samples, each counted once
 */
public record Bucket(long startNanos, double minimum, double maximum, double mean) {}
