package org.terminal30.agent.swaps;

import java.io.IOException;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A share of what {@link SwapsAtRandom} plays in full. */
class SwapsAtRandomTest {
    private static final int SWAPS = 350;

    private static SwapsAtRandom played(long seed) throws IOException, InterruptedException {
        SwapsAtRandom swaps = new SwapsAtRandom();
        swaps.play(SWAPS, seed);
        return swaps;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noSwap_isCalledSafeThatIsNot(long seed) throws IOException, InterruptedException {
        SwapsAtRandom swaps = played(seed);

        assertThat(swaps.failures()).isEmpty();
        Tally all = swaps.of(Wiring.EVERYTHING);
        assertThat(all.of("disconnect safe-to-disconnect")).as("swaps that the gate lets pass").isPositive();
        assertThat(all.of("memory memory-kept")).as("memories that are known to be kept").isPositive();
        assertThat(all.of("memory memory-loss-not-excluded")).as("mishaps that were seen").isPositive();
    }

    @Test
    void noSwapOfAFreshSeed_isCalledSafeThatIsNot() throws IOException, InterruptedException {
        long seed = new SplittableRandom().nextLong();

        assertThat(played(seed).failures()).as("swaps of seed %d", seed).isEmpty();
    }
}
