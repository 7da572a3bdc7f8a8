package org.terminal30.dashboard.history;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Whether a history answers as the plain one does. */
public final class Agreement {
    private static final double MEAN_VOLTS = 1e-9;
    private static final TimeRange EVERYTHING = new TimeRange(RandomWindows.START - 30 * Level.DAY.stepNanos(),
            RandomWindows.START + 60 * Level.DAY.stepNanos());

    private Agreement() {
    }

    /** At every level, over everything. */
    public static void atEveryLevel(History history, PlainHistory plain, String as) {
        atEveryLevel(history, plain, RandomWindows.SERIES, as);
    }

    /** At every level, over everything of these series. */
    public static void atEveryLevel(History history, PlainHistory plain, List<Series> all, String as) {
        for (Series series : all) {
            for (Level level : Level.values()) {
                on(history, plain, series, EVERYTHING, new Grid(0, level.stepNanos()), as);
            }
        }
    }

    /** On some stretch, as a page asks for it and on a grid of somebody's own. */
    public static void somewhere(History history, PlainHistory plain, RandomWindows random, String as) {
        for (Series series : RandomWindows.SERIES) {
            long one = random.moment();
            long other = random.upTo(2) == 0 ? random.moment() : one + random.upTo(1_000_000_000);
            TimeRange range = new TimeRange(Math.min(one, other), Math.max(one, other));
            int points = 1 + random.upTo(500);
            Grid grid = Grid.covering(range, points);
            on(history, plain, series, range, grid, as);
            assertThat(history.buckets(series, range, grid)).as("%s, %d points", as, points)
                    .hasSizeLessThanOrEqualTo(points);
            Grid odd = new Grid(range.fromNanos(), Math.max(Grid.WINDOW_NANOS,
                    (range.toNanos() - range.fromNanos()) / 100 / Grid.WINDOW_NANOS * Grid.WINDOW_NANOS));
            on(history, plain, series, range, odd, as);
            assertThat(history.lowest(series, range)).as("%s, lowest of %s in %s", as, series, range)
                    .isEqualTo(plain.lowest(series, range));
        }
    }

    private static void on(History history, PlainHistory plain, Series series, TimeRange range, Grid grid, String as) {
        List<Bucket> expected = plain.buckets(series, range, grid);
        List<Bucket> found = history.buckets(series, range, grid);
        String what = "%s: %s, %s, %s".formatted(as, series, range, grid);
        assertThat(found.stream().map(Agreement::exact).toList()).as(what)
                .isEqualTo(expected.stream().map(Agreement::exact)
                        .toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).mean()).as(what).isCloseTo(expected.get(i).mean(), within(MEAN_VOLTS));
        }
    }

    private record Exact(long startNanos, double minimum, double maximum) {}

    private static Exact exact(Bucket bucket) {
        return new Exact(bucket.startNanos(), bucket.minimum(), bucket.maximum());
    }
}
