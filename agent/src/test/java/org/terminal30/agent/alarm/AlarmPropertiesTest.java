package org.terminal30.agent.alarm;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of a board whatever happens to it. The seed is part of the name of each run. */
class AlarmPropertiesTest {
    private static final int STEPS = 2_000;

    static long[] seeds() {
        return new long[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 1963, 20261121, 72552, 18221};
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boardInARandomWorkshop_keepsItsPromises(long seed) {
        RandomWorkshop workshop = new RandomWorkshop(seed);
        for (int step = 0; step < STEPS; step++) {
            String what = workshop.step();
            String where = "seed %d, step %d: %s".formatted(seed, step, what);
            assertThat(workshop.promises().broken()).as(where).isEmpty();
        }
        assertThat(workshop.promises().statesSeen()).as("seed %d reaches every state", seed)
                .containsExactly(AlarmState.values());
    }
}
