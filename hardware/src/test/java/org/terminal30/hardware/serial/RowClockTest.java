package org.terminal30.hardware.serial;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RowClockTest {
    private static final long INTERVAL_NANOS = 50_000;
    private static final int ROWS = 100;

    private final RowClock clock = new RowClock();

    @Test
    void stampsThatJitter_moveTheRowsByLittleAndNeverPastEachOther() {
        long seed = 5;
        Random random = new Random(seed);
        long last = clock.place(0, 0, INTERVAL_NANOS);
        for (int frame = 1; frame <= 10_000; frame++) {
            long at = clock.place(frame * 5_000L + random.nextInt(2_000), ROWS, INTERVAL_NANOS);
            assertThat(at - last).as("seed %d, frame %d", seed, frame).isCloseTo(ROWS * INTERVAL_NANOS,
                    within(INTERVAL_NANOS / 2));
            last = at;
        }
        assertThat(last).isCloseTo(10_000 * 5_000_000L + 1_000_000, within(500_000L));
    }

    @Test
    void intervalThatIsWrongByOneInAThousand_isFollowedByTheStamps() {
        for (int frame = 0; frame <= 10_000; frame++) {
            clock.place(frame * 5_005L, frame == 0 ? 0 : ROWS, INTERVAL_NANOS);
        }
        assertThat(clock.place(10_001 * 5_005L, ROWS, INTERVAL_NANOS))
                .isCloseTo(10_001 * 5_005_000L, within(200_000L));
    }

    @Test
    void stampThatWraps_goesOn() {
        long before = clock.place((1L << 32) - 1_000, 0, INTERVAL_NANOS);
        assertThat(clock.place(4_000, ROWS, INTERVAL_NANOS)).isEqualTo(before + ROWS * INTERVAL_NANOS);
    }

    @Test
    void hourAndAHalfOfRowsLost_isKnownByTheirNumberAlthoughTheStampHasWrapped() {
        long lost = 90L * 60 * 20_000;
        clock.place(0, 0, INTERVAL_NANOS);
        assertThat(clock.place(Math.floorMod(lost * 50, 1L << 32), lost, INTERVAL_NANOS))
                .isEqualTo(lost * INTERVAL_NANOS);
    }

    @Test
    void stampFarFromWhereTheRowsAre_isBelieved() {
        clock.place(0, 0, INTERVAL_NANOS);
        assertThat(clock.place(100_000, ROWS, INTERVAL_NANOS)).isEqualTo(100_000_000);
    }
}
