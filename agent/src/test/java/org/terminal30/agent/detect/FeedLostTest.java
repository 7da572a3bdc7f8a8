package org.terminal30.agent.detect;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The lost feed while the backup alone holds the memory (rules B3 and B6). */
class FeedLostTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;
    private final Playback playback = Playback.onboard();

    private Playback armed() {
        playback.detector().duty(Duty.ARMED);
        return playback;
    }

    private Playback lifted() {
        armed().play(0, 2, 12.7);
        playback.detector().lifted(2_000_000_000);
        return playback.play(2, 5, 12.0);
    }

    @Test
    void beforeAReference_theHoldFloorCounts() {
        armed().play(0, 2, 12.7).play(2, 4, 10.6).play(4, 4.05, 10.4);
        assertThat(playback.startSeconds(playback.only(EventKind.FEED_LOST))).isCloseTo(4, within(SAMPLE_SECONDS));
    }

    @Test
    void holdFloorOfTheJobsSaver_takesThePlaceOfTheBaysOwn() {
        playback.detector().saver(new SaverLimits(12.7, 11.2));
        armed().play(0, 2, 12.7).play(2, 4, 11.3).play(4, 4.05, 11.1);
        assertThat(playback.startSeconds(playback.only(EventKind.FEED_LOST))).isCloseTo(4, within(SAMPLE_SECONDS));
    }

    @Test
    void belowTheFloorForLessThanTheDelay_isNotLost() {
        armed().play(0, 2, 12.7).play(2, 2.015, 10.4).play(2.015, 5, 12.7).finish();
        assertThat(playback.records(EventKind.FEED_LOST)).isEmpty();
    }

    @Test
    void afterTheLift_halfAVoltBelowTheReferenceIsLost() {
        lifted().play(5, 6, 11.55).play(6, 6.06, 11.45);
        assertThat(playback.startSeconds(playback.only(EventKind.FEED_LOST))).isCloseTo(6, within(SAMPLE_SECONDS));
    }

    @Test
    void alarmIsKnownWithinATenthOfASecondOfTheCrossing() {
        lifted().play(5, 5.1, 4.9);
        assertThat(playback.records(EventKind.FEED_LOST)).hasSize(1);
    }

    @Test
    void lostFeed_endsAtTheCrossingWhenItHeldForTwoSeconds() {
        lifted().play(5, 6, 11).play(6, 7.5, 11.8).play(7.5, 8, 11).play(8, 9.9, 11.8);
        assertThat(playback.only(EventKind.FEED_LOST).open()).isTrue();
        playback.play(9.9, 10.2, 11.8);
        assertThat(playback.only(EventKind.FEED_LOST).open()).isFalse();
        assertThat(playback.endSeconds(playback.only(EventKind.FEED_LOST))).isCloseTo(8, within(SAMPLE_SECONDS));
    }

    @Test
    void feedThatIsLostAlready_isNoReference() {
        armed().play(0, 2, 12.7);
        playback.detector().lifted(2_000_000_000);
        playback.play(2, 5, 7).play(5, 8, 9);
        assertThat(playback.only(EventKind.FEED_LOST).open()).isTrue();
    }

    @Test
    void disarming_endsTheRecordWithItsReason() {
        lifted().play(5, 6, 11);
        playback.detector().duty(Duty.JOB);
        assertThat(playback.only(EventKind.FEED_LOST).reason()).isEqualTo(SupplyEvent.DISARMED);
        playback.play(6, 10, 9).finish();
        assertThat(playback.records(EventKind.FEED_LOST)).hasSize(1);
    }

    @Test
    void unarmed_nothingIsALostFeed() {
        playback.play(0, 2, 12.7);
        playback.detector().lifted(2_000_000_000);
        playback.play(2, 8, 9).finish();
        assertThat(playback.records(EventKind.FEED_LOST)).isEmpty();
    }
}
