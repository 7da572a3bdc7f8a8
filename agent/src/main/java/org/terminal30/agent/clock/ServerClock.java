package org.terminal30.agent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The receiver's wall clock, as far as the {@code Date} headers of its answers show it. A header counts whole seconds, so
 * the time is known to about a second. Safe for use by several threads.
 */
public final class ServerClock implements InstantSource {
    /** Two clocks that differ by no more than this agree (rule B8). */
    public static final Duration AGREEMENT = Duration.ofSeconds(2);
    /** A header is cut to whole seconds: on average this much has passed since. */
    private static final Duration MEAN_OF_A_CUT_SECOND = Duration.ofMillis(500);

    private final InstantSource wall;
    private volatile @Nullable Duration offset;

    public ServerClock(InstantSource wall) {
        this.wall = wall;
    }

    /** Notes the {@code Date} header of an answer that has just come in. */
    public void heard(Instant date) {
        offset = Duration.between(wall.instant(), date.plus(MEAN_OF_A_CUT_SECOND));
    }

    /** How far the receiver's clock is ahead of ours; empty until it has answered once. */
    public Optional<Duration> offset() {
        return Optional.ofNullable(offset);
    }

    /** Whether the receiver has answered and its clock agrees with ours. */
    public boolean agrees() {
        return offset().map(known -> known.abs().compareTo(AGREEMENT) <= 0).orElse(false);
    }

    /** The receiver's time: what its deadlines are compared with. Ours, where both agree or nothing is known. */
    @Override
    public Instant instant() {
        Instant now = wall.instant();
        Duration known = offset;
        return known == null || agrees() ? now : now.plus(known);
    }
}
