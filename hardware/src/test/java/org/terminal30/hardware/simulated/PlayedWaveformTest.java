package org.terminal30.hardware.simulated;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PlayedWaveformTest {
    private static final long BEGIN = -7_000_000_000L;
    private final PlayedWaveform played = new PlayedWaveform(
            Waveform.of(Segment.hold(12.6, 1), Segment.hold(4.5, 2)), 3, BEGIN, 1);

    @Test
    void waveform_followsAPauseAtItsBeginningOverAndOver() {
        for (int round = 0; round < 3; round++) {
            assertThat(voltsAfter(6 * round + 3.9)).isCloseTo(12.6, within(0.02));
            assertThat(voltsAfter(6 * round + 4.1)).isCloseTo(4.5, within(0.02));
        }
    }

    private double voltsAfter(double seconds) {
        return played.voltsAt(Channel.ONBOARD, BEGIN + Math.round(seconds * 1e9));
    }

    @Test
    void channelThatIsNotTheNetwork_isRefused() {
        assertThatThrownBy(() -> played.voltsAt(Channel.BACKUP, BEGIN)).hasMessageContaining("backup");
    }
}
