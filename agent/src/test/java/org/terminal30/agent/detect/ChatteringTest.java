package org.terminal30.agent.detect;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.RecordDetail.Chattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Records that start and end again and again (rule B3). */
class ChatteringTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    /** A break of a tenth of a second at each of these times. */
    private static DoubleUnaryOperator breaksAt(double... seconds) {
        return t -> {
            for (double at : seconds) {
                if (t >= at && t < at + 0.1) {
                    return 1.5;
                }
            }
            return 12.65;
        };
    }

    private static SupplyEvent chattering(Playback playback, EventKind of) {
        return playback.records(EventKind.CHATTERING).stream()
                .filter(event -> event.detail() instanceof Chattering detail && detail.of() == of).findFirst()
                .orElseThrow();
    }

    @Test
    void thirdBreakWithinAMinute_isChatteringSinceTheFirst() {
        Playback playback = Playback.onboard().play(0, 40, breaksAt(5, 20, 35)).finish();
        SupplyEvent found = chattering(playback, EventKind.INTERRUPTION);
        assertThat(playback.startSeconds(found)).isCloseTo(5, within(SAMPLE_SECONDS));
        assertThat(found.detail()).isEqualTo(new Chattering(EventKind.INTERRUPTION, 3));
        assertThat(found.open()).isTrue();
        assertThat(found.minimum()).isEqualTo(1.5);
    }

    @Test
    void threeBreaksInMoreThanAMinute_areThree() {
        Playback playback = Playback.onboard().play(0, 80, breaksAt(5, 35, 66)).finish();
        assertThat(playback.records(EventKind.CHATTERING)).isEmpty();
    }

    @Test
    void eachFurtherBreak_isCounted_andAQuietMinuteEndsIt() {
        Playback playback = Playback.onboard().play(0, 120, breaksAt(5, 10, 15, 20, 50)).finish();
        SupplyEvent found = chattering(playback, EventKind.INTERRUPTION);
        assertThat(found.detail()).isEqualTo(new Chattering(EventKind.INTERRUPTION, 5));
        assertThat(found.open()).isFalse();
        assertThat(playback.endSeconds(found)).isCloseTo(50.1, within(SAMPLE_SECONDS));
    }

    @Test
    void threeAttemptsToStart_areNoChattering() {
        DoubleUnaryOperator attempts = t -> t % 12 > 5 && t % 12 < 6 ? 9.5 + 0.5 * Math.sin(50 * t) : 12.65;
        Playback playback = Playback.onboard().play(0, 40, attempts).finish();
        assertThat(playback.records(EventKind.CRANKING)).hasSize(3);
        assertThat(playback.records(EventKind.DIP)).hasSize(3);
        assertThat(playback.records(EventKind.CHATTERING)).isEmpty();
    }
}
