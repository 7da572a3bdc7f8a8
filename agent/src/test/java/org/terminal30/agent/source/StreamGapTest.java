package org.terminal30.agent.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.agent.detect.DetectionListener;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.serial.PlayedStream;
import org.terminal30.hardware.serial.SerialSource;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From frames on a line to records: 20 000 samples a second of two channels. */
@NeedsProgram("socat")
@Timeout(60)
class StreamGapTest {
    private static final double RATE_HERTZ = 20_000;
    private static final long INTERVAL_NANOS = 50_000;
    private static final int FRAMES = 700;
    private static final int DROPPED = 300;

    private final List<SupplyEvent> gaps = new ArrayList<>();
    private final List<Long> onboardNanos = new ArrayList<>();

    @Test
    void frameThatWasDropped_isOneGapOfEachChannelFromItsLastRowToTheNext() throws Exception {
        try (var cable = new PseudoTerminalPair();
                var source = SerialSource.stream(new SerialTextSettings(cable.port().toString(), 115_200,
                        List.of(ChannelScale.uncalibrated(Channel.ONBOARD), ChannelScale.uncalibrated(Channel.BACKUP)),
                        RATE_HERTZ), System::nanoTime)) {
            Detector detector = new Detector(DetectorConfig.DEFAULT, source.channels(), new Gaps());
            source.poll(block -> keep(block, detector));
            Thread front = Thread.ofVirtual().start(() -> play(cable));
            boolean playing = true;
            while (playing || source.poll(block -> keep(block, detector)) instanceof VoltageSource.Status.Delivered) {
                playing = front.isAlive();
                source.poll(block -> keep(block, detector));
            }
            detector.finish();
        }
        assertThat(gaps).extracting(SupplyEvent::channel).containsExactlyInAnyOrder(Channel.ONBOARD, Channel.BACKUP);
        assertThat(gaps).allSatisfy(gap -> {
            assertThat(onboardNanos).containsSequence(gap.startNanos(), gap.endNanos());
            assertThat(gap.endNanos() - gap.startNanos())
                    .isCloseTo((PlayedStream.ROWS_PER_FRAME + 1) * INTERVAL_NANOS, within(INTERVAL_NANOS));
            assertThat(gap.reason()).isEqualTo("100 samples lost");
        });
    }

    private static void play(PseudoTerminalPair cable) {
        try {
            new PlayedStream(1, RATE_HERTZ).play(FRAMES, frame -> frame == DROPPED, cable::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(SampleBlock block, Detector detector) {
        if (block.channel() == Channel.ONBOARD) {
            for (int i = 0; i < block.size(); i++) {
                onboardNanos.add(block.nanosAt(i));
            }
        }
        detector.accept(block);
    }

    /** Keeps the gaps that have ended. */
    private final class Gaps implements DetectionListener {
        @Override
        public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
            // Only records count here.
        }

        @Override
        public void event(SupplyEvent event) {
            if (event.kind() == EventKind.GAP && !event.open()) {
                gaps.add(event);
            }
        }

        @Override
        public void captured(SampleBlock samples) {
            // Only records count here.
        }

        @Override
        public void vehicle(boolean connected, long atNanos) {
            // Only records count here.
        }
    }
}
