package org.terminal30.dashboard.history;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GridTest {
    private static final long SEED = 30;
    private static final long SECOND = 1_000_000_000;

    @Test
    void anyRangeAndPoints_giveNoMoreBuckets_eachOfAFewCells() {
        Random random = new Random(SEED);
        for (int round = 0; round < 10_000; round++) {
            long from = random.nextLong(4_000_000_000L * SECOND);
            TimeRange range = new TimeRange(from, from + 1 + random.nextLong(1L << random.nextInt(30, 60)));
            int points = 1 + random.nextInt(2_000);

            Grid grid = Grid.covering(range, points);

            long first = grid.bucket(range.fromNanos());
            long buckets = Math.ceilDiv(range.toNanos() - first, grid.stepNanos());
            assertThat(buckets).as("seed %d: %s, %d points, %s", SEED, range, points, grid).isBetween(1L,
                    (long) points);
            Level level = Level.within(grid);
            assertThat(level == Level.DAY ? 1 : grid.stepNanos() / level.stepNanos())
                    .as("seed %d: cells of %s in a bucket of %s", SEED, level, grid).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void movingTheRange_doesNotMoveTheBuckets() {
        TimeRange range = new TimeRange(1_000_003 * SECOND, 1_004_603 * SECOND);
        Grid grid = Grid.covering(range, 1_000);

        assertThat(grid.stepNanos()).isEqualTo(5 * SECOND);
        assertThat(grid.bucket(1_000_003 * SECOND)).isEqualTo(1_000_000 * SECOND);
        assertThat(Grid.covering(new TimeRange(1_000_004 * SECOND, 1_004_604 * SECOND), 1_000)).isEqualTo(grid);
    }

    @Test
    void oddGrid_isMadeOfTheCellsThatItsStepAndAnchorAllow() {
        assertThat(Level.within(new Grid(0, 36_000 * SECOND))).isEqualTo(Level.HOUR);
        assertThat(Level.within(new Grid(20 * SECOND, 120 * SECOND))).isEqualTo(Level.TEN_SECONDS);
        assertThat(Level.within(new Grid(1, 120 * SECOND))).isEqualTo(Level.WINDOW);
    }
}
