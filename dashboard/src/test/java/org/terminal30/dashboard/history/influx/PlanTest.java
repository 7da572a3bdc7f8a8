package org.terminal30.dashboard.history.influx;

import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.influx.Plan.Part;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTest {
    private static final long SEED = 32;
    private static final List<Level> LEVELS = List.of(Level.values());
    private static final long DAY = Level.DAY.stepNanos();

    @Test
    void parts_coverTheRangeOnce_inWholeCells_andNoRollUpOfAnUnsettledSpan() {
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            long from = random.nextLong(4_000 * DAY);
            TimeRange range = new TimeRange(from, from + random.nextLong(1L << random.nextInt(30, 58)));
            Level level = LEVELS.get(random.nextInt(LEVELS.size()));
            NavigableSet<Long> unsettled = new TreeSet<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                unsettled.add(SpanKey.number(from + random.nextLong(range.toNanos() - from + 1)));
            }
            String as = "seed %d, round %d: %s, %s, %s".formatted(SEED, round, range, level, unsettled);

            List<Part> parts = Plan.of(range, level, unsettled);

            long at = range.fromNanos();
            for (Part part : parts) {
                assertThat(part.fromNanos()).as(as).isEqualTo(at).isLessThan(part.toNanos());
                at = part.toNanos();
                if (part.level() != Level.WINDOW) {
                    assertThat(part.level()).as(as).isLessThanOrEqualTo(level);
                    assertThat(part.level().floor(part.fromNanos())).as(as).isEqualTo(part.fromNanos());
                    assertThat(part.level().floor(part.toNanos())).as(as).isEqualTo(part.toNanos());
                    assertThat(unsettled.subSet(SpanKey.number(part.fromNanos()), true,
                            SpanKey.number(part.toNanos() - 1), true)).as(as).isEmpty();
                }
            }
            assertThat(at).as(as).isEqualTo(range.toNanos());
            assertThat(parts).as(as).hasSizeLessThanOrEqualTo(13 + 13 * unsettled.size());
        }
    }

    @Test
    void tenYearsOfDays_areOnePart() {
        assertThat(Plan.of(new TimeRange(0, 3_650 * DAY), Level.DAY, new TreeSet<>())).containsExactly(
                new Part(Level.DAY, 0, 3_650 * DAY));
    }
}
