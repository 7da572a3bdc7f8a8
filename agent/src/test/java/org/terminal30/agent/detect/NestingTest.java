package org.terminal30.agent.detect;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** A record that lies within another has it as its parent, at the latest in its final revision (rule B3). */
class NestingTest {
    private final Playback playback = Playback.onboard();

    @Test
    void longBreak_nestsFourDeep() {
        playback.play(0, 20, t -> t >= 5 && t < 8 ? 0.02 : 12.7).finish();
        assertNested(EventKind.LOW, EventKind.CRITICAL, EventKind.DIP, EventKind.INTERRUPTION);
    }

    @Test
    void breakThatEndsBeforeItsParentsMature_isToldAgainWithThem() {
        playback.play(0, 20, t -> t < 5 ? 12.7 : t < 5.01 ? 0.02 : t < 5.3 ? 11 : t < 8 ? 12.3 : 12.7).finish();
        assertNested(EventKind.LOW, EventKind.CRITICAL, EventKind.DIP, EventKind.INTERRUPTION);
        assertThat(playback.only(EventKind.CRITICAL).open()).isFalse();
        assertThat(playback.told().getFirst().parent()).isZero();
    }

    @Test
    void breakBeforeALow_isNotItsChild() {
        playback.play(0, 20, t -> t < 5 ? 12.7 : t < 5.01 ? 0.02 : t < 6 ? 12.7 : t < 8 ? 12.3 : 12.7).finish();
        assertNested(EventKind.DIP, EventKind.INTERRUPTION);
        assertThat(playback.only(EventKind.LOW).parent()).isZero();
    }

    @Test
    void reversal_liesInTheInterruption() {
        playback.play(0, 20, t -> t >= 5 && t < 8 ? -3 : 12.7).finish();
        assertNested(EventKind.LOW, EventKind.CRITICAL, EventKind.DIP, EventKind.INTERRUPTION, EventKind.REVERSED);
    }

    @Test
    void surgeAndSilence_areNeverNested() {
        playback.play(0, 5, 12.7).play(5, 7, 12).play(9, 11, 12).play(11, 13, 17).play(13, 15, 12).finish();
        assertThat(playback.only(EventKind.SURGE).parent()).isZero();
        assertThat(playback.only(EventKind.NOT_WATCHING).parent()).isZero();
    }

    @Test
    void recordsOfAnotherChannel_areNoParents() {
        Playback two = Playback.of(Channel.ONBOARD, Channel.RADIO);
        two.play(Channel.ONBOARD, 0, 10, 64, t -> t > 3 ? 11 : 12.7);
        two.play(Channel.RADIO, 0, 10, 64, t -> t > 5 && t < 5.1 ? 3 : 12.7).finish();
        SupplyEvent dip = two.records(EventKind.DIP).stream().filter(event -> event.channel() == Channel.RADIO)
                .findFirst().orElseThrow();
        assertThat(dip.parent()).isZero();
        assertThat(two.only(EventKind.INTERRUPTION).parent()).isEqualTo(dip.sequence());
    }

    /** Each kind has the one before it as its parent, the first has none, and each lies within its parent. */
    private void assertNested(EventKind... kinds) {
        List<SupplyEvent> found = Arrays.stream(kinds).map(playback::only).toList();
        assertThat(found.getFirst().parent()).isZero();
        for (int i = 1; i < found.size(); i++) {
            SupplyEvent inner = found.get(i);
            SupplyEvent outer = found.get(i - 1);
            assertThat(inner.parent()).as("parent of %s", inner).isEqualTo(outer.sequence());
            assertThat(inner.startNanos()).isGreaterThanOrEqualTo(outer.startNanos());
            assertThat(inner.endNanos()).isLessThanOrEqualTo(outer.endNanos());
        }
    }
}
