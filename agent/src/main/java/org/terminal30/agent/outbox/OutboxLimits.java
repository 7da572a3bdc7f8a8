package org.terminal30.agent.outbox;

import java.time.Duration;

/**
 * How much an outbox keeps and how fast it catches up.
 *
 * @param maxWindows windows on disk, at about 110 bytes each; captures take the room of as many as they are longer
 * @param maxWindowAge windows on disk whose label is older than this go, whatever their number
 * @param maxQuarantined refused lines that are kept for reading; further ones are only counted
 * @param backlogLinesPerSecond how fast windows leave the disk, so that live ones are never delayed
 */
public record OutboxLimits(int maxWindows, Duration maxWindowAge, int maxQuarantined, int backlogLinesPerSecond) {
    /** A day of two channels at 10 windows/s, 190 MB; a week of age; caught up a hundred times faster than it grew. */
    public static final OutboxLimits DEFAULT = new OutboxLimits(1_728_000, Duration.ofDays(7), 1_000, 2_000);

    public OutboxLimits {
        if (maxWindows < 1 || maxWindowAge.isNegative() || maxWindowAge.isZero() || maxQuarantined < 1
                || backlogLinesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "limits of an outbox must be at least 1: %d windows, %s, %d quarantined, %d lines/s"
                            .formatted(maxWindows, maxWindowAge, maxQuarantined, backlogLinesPerSecond));
        }
    }
}
