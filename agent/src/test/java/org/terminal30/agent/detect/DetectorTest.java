package org.terminal30.agent.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The records of B3 over synthetic voltages at 860 samples/s. */
class DetectorTest {
    private static final double RATE_HERTZ = 860;

    private final Map<Long, SupplyEvent> events = new LinkedHashMap<>();

    @Test
    void breakInAJob_isAnInterruptionWithinOneSamplePeriod() {
        for (double seconds : List.of(0.002, 0.01, 0.1, 1.2, 5.0)) {
            events.clear();
            play(20, 64, t -> t >= 5 && t < 5 + seconds ? 0.02 : 12.7);
            SupplyEvent found = only(EventKind.INTERRUPTION);
            assertThat(found.open()).isFalse();
            assertThat(found.minimum()).isEqualTo(0.02);
            assertThat(found.durationNanos() / 1e9).isCloseTo(seconds, within(1 / RATE_HERTZ + 1e-9));
        }
    }

    @Test
    void lowForLessThanItsDelay_isNotRecorded() {
        play(20, 64, t -> t > 5.05 && t < 5.95 ? 12.4 : 12.7);
        assertThat(events).isEmpty();
    }

    @Test
    void slowFall_startsAndEndsAtItsCrossings() {
        play(20, 64, t -> 12.8 - 0.1 * Math.min(t, 10) + (t > 15 ? 1 : 0));
        SupplyEvent low = only(EventKind.LOW);
        assertThat(low.startNanos() / 1e9).isCloseTo(3.0, within(0.001));
        assertThat(low.endNanos() / 1e9).isCloseTo(15.0, within(0.002));
    }

    @Test
    void cutIntoOtherBlocks_findsTheSame() {
        DoubleUnaryOperator volts = t -> t > 5 && t < 6.2
                ? 3
                : t > 10 && t < 10.02 ? 17 : 12.7 + 0.1 * Math.sin(t * 40);
        play(20, 1, volts);
        List<SupplyEvent> single = List.copyOf(events.values());
        events.clear();
        play(20, 997, volts);
        assertThat(events.values()).containsExactlyElementsOf(single);
        assertThat(single).isNotEmpty();
    }

    @Test
    void silence_isNotWatchingAndNeverZeroVolts() {
        play(20, 64, t -> t > 5 && t < 8 ? Double.NaN : 12.7);
        assertThat(events.values()).extracting(SupplyEvent::kind).containsExactly(EventKind.NOT_WATCHING);
        assertThat(only(EventKind.NOT_WATCHING).durationNanos() / 1e9).isCloseTo(3.0, within(0.003));
    }

    private SupplyEvent only(EventKind kind) {
        List<SupplyEvent> found = events.values().stream().filter(event -> event.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Plays volts over seconds; NaN is a missing sample. */
    private void play(double seconds, int blockSize, DoubleUnaryOperator volts) {
        ChannelInfo info = new ChannelInfo(Channel.ONBOARD, RATE_HERTZ, "synthetic", ChannelInfo.Timing.DEVICE);
        Detector detector = new Detector(DetectorConfig.DEFAULT, List.of(info), new DetectionListener() {
            @Override
            public void window(Channel channel, long startNanos, double minimum, double maximum, double sum,
                    long count) {
                assertThat(sum / count).isBetween(minimum - 1e-9, maximum + 1e-9);
            }

            @Override
            public void event(SupplyEvent event) {
                events.put(event.sequence(), event);
            }

            @Override
            public void captured(SampleBlock samples) {
                assertThat(samples.size()).isPositive();
            }

            @Override
            public void vehicle(boolean connected, long atNanos) {
                assertThat(connected).isTrue();
            }
        });
        detector.duty(Duty.JOB);
        SampleBlock block = new SampleBlock(Channel.ONBOARD, blockSize);
        for (int i = 0; i < seconds * RATE_HERTZ; i++) {
            double value = volts.applyAsDouble(i / RATE_HERTZ);
            if (!Double.isNaN(value)) {
                block.add(Math.round(i * 1e9 / RATE_HERTZ), value);
            }
            if (block.isFull()) {
                detector.accept(block);
                block.clear();
            }
        }
        detector.accept(block);
        detector.finish();
    }
}
