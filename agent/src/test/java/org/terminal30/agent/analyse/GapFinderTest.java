package org.terminal30.agent.analyse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GapFinderTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void silenceOfOneSecond_isNoGapButLongerIs() {
        var finder = new GapFinder(0, SECOND / 10);
        finder.sampleAt(0, 0);
        finder.sampleAt(0, SECOND);
        finder.sampleAt(0, 2 * SECOND + 1);

        assertThat(finder.finish(2 * SECOND + 1)).containsExactly(new Gap(SECOND, 2 * SECOND + 1));
    }

    @Test
    void slowRecorder_mayMissTwoOfItsSamples() {
        var finder = new GapFinder(0, 2 * SECOND);
        finder.sampleAt(0, 6 * SECOND);
        finder.sampleAt(0, 12 * SECOND + 1);

        assertThat(finder.finish(13 * SECOND)).containsExactly(new Gap(6 * SECOND, 12 * SECOND + 1));
    }

    @Test
    void gapsOfTwoChannelsThatTouch_areOneGap() {
        var finder = new GapFinder(0, 1, 1);
        finder.sampleAt(0, SECOND);
        finder.sampleAt(1, SECOND);
        finder.sampleAt(0, 3 * SECOND);
        finder.sampleAt(1, 4 * SECOND);
        finder.sampleAt(0, 5 * SECOND - 1);
        finder.sampleAt(1, 5 * SECOND - 1);

        assertThat(finder.finish(5 * SECOND - 1)).containsExactly(new Gap(SECOND, 5 * SECOND - 1));
    }

    @Test
    void channelThatFallsSilentBeforeTheEnd_leavesAGap() {
        var finder = new GapFinder(0, 1, 1);
        for (int second = 0; second <= 9; second++) {
            finder.sampleAt(0, second * SECOND);
        }
        finder.sampleAt(1, SECOND);

        assertThat(finder.finish(9 * SECOND)).containsExactly(new Gap(SECOND, 9 * SECOND));
    }
}
