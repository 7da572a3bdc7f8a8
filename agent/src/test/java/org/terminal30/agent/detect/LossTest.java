package org.terminal30.agent.detect;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Samples that were taken and lost on their way. */
class LossTest {
    private static final double RATE = 1_000;
    private static final double EXACTLY = 1e-9;

    @Test
    void lostSamples_areAGapBetweenTheTwoThatArrived() {
        Playback playback = Playback.at(RATE).play(0, 3, 12.7).playAfterLoss(20, 3.02, 12.7).play(3.021, 6, 12.7);
        SupplyEvent gap = playback.only(EventKind.GAP);
        assertThat(playback.startSeconds(gap)).isCloseTo(2.999, within(EXACTLY));
        assertThat(playback.endSeconds(gap)).isCloseTo(3.02, within(EXACTLY));
        assertThat(gap.open()).isFalse();
        assertThat(gap.reason()).isEqualTo("20 samples lost");
        assertThat(playback.kinds()).containsExactly(EventKind.GAP);
    }

    @Test
    void lossesThatFollowEachOther_areOneGapWithAllThatWasLost() {
        Playback playback = Playback.at(RATE).play(0, 3, 12.7).playAfterLoss(20, 3.02, 12.7).play(3.021, 3.5, 12.7)
                .playAfterLoss(1, 3.501, 12.7).play(3.502, 6, 12.7);
        SupplyEvent gap = playback.only(EventKind.GAP);
        assertThat(playback.endSeconds(gap)).isCloseTo(3.501, within(EXACTLY));
        assertThat(gap.reason()).isEqualTo("21 samples lost");
    }

    @Test
    void lossesFarApart_areGapsOfTheirOwn() {
        Playback playback = Playback.at(RATE).play(0, 3, 12.7).playAfterLoss(1, 3.001, 12.7).play(3.002, 6, 12.7)
                .playAfterLoss(1, 6.001, 12.7).play(6.002, 9, 12.7);
        assertThat(playback.records(EventKind.GAP)).hasSize(2).allSatisfy(
                gap -> assertThat(gap.reason()).isEqualTo("1 sample lost"));
    }

    @Test
    void lossThatLeavesASecondWithoutSamples_isNotWatchingAndNoGapBeside() {
        Playback playback = Playback.at(RATE).play(0, 3, 12.7).playAfterLoss(2_000, 5, 12.7).play(5.001, 12, 12.7);
        assertThat(playback.kinds()).containsExactly(EventKind.NOT_WATCHING);
    }

    @Test
    void lossAtTheEndOfTheStream_hasItsEnd() {
        Playback playback = Playback.at(RATE).play(0, 3, 12.7).playAfterLoss(5, 3.005, 12.7).finish();
        assertThat(playback.only(EventKind.GAP).open()).isFalse();
    }

    @Test
    void breakThatBeganInAGap_isFoundAndTheGapIsNamedToo() {
        Playback playback = Playback.at(RATE).play(0, 3, 12.7).playAfterLoss(20, 3.02, 0.1).play(3.021, 3.5, 0.1)
                .play(3.5, 6, 12.7);
        assertThat(playback.kinds()).contains(EventKind.GAP, EventKind.INTERRUPTION);
        assertThat(playback.startSeconds(playback.only(EventKind.INTERRUPTION))).isBetween(2.999, 3.02);
    }

    @Test
    void coarseInstrument_isNotHeldAgainstThresholdsThatItsErrorCrosses() {
        Playback playback = Playback.coarse(5, Channel.ONBOARD, Channel.BACKUP);
        playback.play(Channel.ONBOARD, 0, 20, 1, t -> t < 10 ? 12.7 : 11.2)
                .play(Channel.ONBOARD, 20, 40, 1, t -> 16.8)
                .play(Channel.BACKUP, 0, 40, 1, t -> t < 10 ? 12.0 : 11.0).finish();
        assertThat(playback.kinds()).doesNotContain(EventKind.LOW, EventKind.CRITICAL, EventKind.SURGE,
                EventKind.BACKUP_LOST);
    }

    @Test
    void coarseInstrument_stillSeesABreak() {
        Playback playback = Playback.coarse(5, Channel.ONBOARD);
        playback.play(0, 20, t -> t < 10 ? 12.7 : 0.2).finish();
        assertThat(playback.kinds()).contains(EventKind.INTERRUPTION);
    }
}
