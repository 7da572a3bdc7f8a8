package org.terminal30.agent.detect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SupplyEventTest {
    @ParameterizedTest
    @EnumSource
    void wireNameOfAKind_leadsBackToIt(EventKind kind) {
        assertThat(EventKind.ofWireName(kind.wireName())).hasValue(kind);
    }

    @Test
    void endBeforeTheStart_isRefused() {
        assertThatThrownBy(() -> event(1, 1, 20, 19)).hasMessageContaining("ends at 19 ns, before its start at 20 ns");
        assertThat(event(1, 1, 20, 20).durationNanos()).isZero();
    }

    @Test
    void sequenceAndRevision_countFromOne() {
        assertThatThrownBy(() -> event(0, 1, 20, 30)).hasMessageContaining("sequence 0");
        assertThatThrownBy(() -> event(1, 0, 20, 30)).hasMessageContaining("revision 0");
        assertThat(event(1, 1, 20, 30).durationNanos()).isEqualTo(10);
    }

    private static SupplyEvent event(long sequence, int revision, long startNanos, long endNanos) {
        return new SupplyEvent(sequence, revision, EventKind.DIP, Channel.ONBOARD, startNanos, endNanos, true, 9.9,
                11.2,
                false, 0, null);
    }
}
