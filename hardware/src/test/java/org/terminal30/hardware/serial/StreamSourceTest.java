package org.terminal30.hardware.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@NeedsProgram("socat")
@Timeout(60)
class StreamSourceTest {
    private static final double RATE_HERTZ = 20_000;
    private static final long INTERVAL_NANOS = 50_000;
    /**
     * A second: as long as a busy host may be held up while the port is being opened. See {@link DeviceTimeline} and the decision about the
     * time of a serial line.
     */
    private static final int LEFT_OUT_AT_FIRST_ROWS = 20_000;
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final PseudoTerminalPair cable = new PseudoTerminalPair();
    private final SerialSource source = SerialSource.stream(
            new SerialTextSettings(cable.port().toString(), 115_200,
                    List.of(ChannelScale.uncalibrated(Channel.ONBOARD), ChannelScale.uncalibrated(Channel.BACKUP)),
                    RATE_HERTZ),
            System::nanoTime);
    private final Map<Channel, List<Integer>> counts = new EnumMap<>(Channel.class);
    private final List<Long> onboardNanos = new ArrayList<>();
    private final List<Long> losses = new ArrayList<>();
    private int countsAfterTheLoss;

    @BeforeEach
    void openThePort() throws InterruptedException {
        assertThat(source.poll(this::keep)).isEqualTo(Status.IDLE);
    }

    @AfterEach
    void unplug() {
        source.close();
        cable.close();
    }

    private void keep(SampleBlock block) {
        if (block.lostBefore() > 0 && block.channel() == Channel.ONBOARD) {
            losses.add(block.lostBefore());
            countsAfterTheLoss = onboardNanos.size();
        }
        for (int i = 0; i < block.size(); i++) {
            counts.computeIfAbsent(block.channel(), c -> new ArrayList<>())
                    .add(StreamEncoder.countOf(block.valueAt(i)));
            if (block.channel() == Channel.ONBOARD) {
                onboardNanos.add(block.nanosAt(i));
            }
        }
    }

    private List<Integer> countsOf(Channel channel) {
        return counts.getOrDefault(channel, List.of());
    }

    private Status pollUntilRows(int rows) throws InterruptedException {
        Status last = Status.IDLE;
        long begin = System.nanoTime();
        while (countsOf(Channel.ONBOARD).size() < rows && System.nanoTime() - begin < BOUND_NANOS) {
            last = source.poll(this::keep);
        }
        assertThat(countsOf(Channel.ONBOARD)).as("last status %s, %s", last, source.counters()).hasSize(rows);
        return last;
    }

    @Test
    void twoChannelsAtTwentyThousandPerSecond_arriveWithoutLossInOrderWithTheirValues() throws Exception {
        int rows = 600 * PlayedStream.ROWS_PER_FRAME;
        Thread front = playing(new PlayedStream(1, RATE_HERTZ), 600, frame -> false);
        pollUntilTheEnd(front);

        assertEveryRowUntil(rows);
        assertThat(onboardNanos).isSorted().doesNotHaveDuplicates();
        int delivered = onboardNanos.size();
        assertThat(onboardNanos.getLast() - onboardNanos.get(delivered - 40_000)).as("2 s, but for the timeline's slew")
                .isCloseTo(39_999 * INTERVAL_NANOS, within(TimeUnit.MILLISECONDS.toNanos(20)));
    }

    /** All that was sent was delivered, but for what the timeline may leave out right after the port was opened. */
    private void assertEveryRowUntil(int rows) {
        List<Integer> onboard = countsOf(Channel.ONBOARD);
        List<Integer> backup = countsOf(Channel.BACKUP);
        int leftOut = rows - onboard.size();
        assertThat(leftOut).as("%s", source.counters()).isBetween(0, LEFT_OUT_AT_FIRST_ROWS);
        assertThat(backup).hasSameSizeAs(onboard);
        for (int back = 1; back <= onboard.size(); back++) {
            assertThat(onboard.get(onboard.size() - back)).isEqualTo(PlayedStream.onboardCount(rows - back));
            assertThat(backup.get(backup.size() - back)).isEqualTo(PlayedStream.backupCount(rows - back));
        }
        assertThat(losses).isEmpty();
        assertThat(source.counters().malformed()).isEqualTo(leftOut);
    }

    private void pollUntilTheEnd(Thread front) throws InterruptedException {
        boolean playing = true;
        Status last = Status.DELIVERED;
        while (playing || last.equals(Status.DELIVERED)) {
            playing = front.isAlive();
            last = source.poll(this::keep);
        }
    }

    private Thread playing(PlayedStream stream, int frames, LongPredicate dropped) {
        return Thread.ofVirtual().start(() -> {
            try {
                stream.play(frames, dropped, cable::write);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void hostThatWasAwayForASecond_findsEveryRowInTheKernel() throws Exception {
        int frames = 300;
        Thread front = playing(new PlayedStream(1, RATE_HERTZ), frames, frame -> false);
        pollUntilAny();
        front.join(TimeUnit.SECONDS.toMillis(1));
        pollUntilTheEnd(front);
        assertEveryRowUntil(frames * PlayedStream.ROWS_PER_FRAME);
    }

    private void pollUntilAny() throws InterruptedException {
        long begin = System.nanoTime();
        while (countsOf(Channel.ONBOARD).isEmpty() && System.nanoTime() - begin < BOUND_NANOS) {
            source.poll(this::keep);
        }
    }

    @Test
    void frameThatNeverCame_isALossOfItsRows() throws Exception {
        Thread front = playing(new PlayedStream(1, RATE_HERTZ), 200, frame -> frame == 150);
        pollUntilTheEnd(front);

        assertThat(losses).containsExactly((long) PlayedStream.ROWS_PER_FRAME);
        int after = countsAfterTheLoss;
        assertThat(countsOf(Channel.ONBOARD).get(after))
                .isEqualTo(PlayedStream.onboardCount(151 * PlayedStream.ROWS_PER_FRAME));
        assertThat(onboardNanos.get(after) - onboardNanos.get(after - 1))
                .isCloseTo((PlayedStream.ROWS_PER_FRAME + 1) * INTERVAL_NANOS, within(INTERVAL_NANOS));
    }

    @Test
    void noiseBetweenFrames_isCountedAndNeverASample() throws Exception {
        StreamEncoder device = StreamEncoder.of(3, RATE_HERTZ, "onboard", "backup");
        cable.write(device.description());
        cable.write(device.samples(1500, 1400));
        byte[] noise = new byte[3_000];
        Arrays.fill(noise, (byte) 0x55);
        cable.write(noise);
        cable.write(new byte[1]);
        cable.write(device.samples(1501, 1401));
        pollUntilRows(2);
        assertThat(countsOf(Channel.ONBOARD)).containsExactly(1500, 1501);
        assertThat(losses).isEmpty();
        assertThat(source.counters().malformed()).isEqualTo(1);
    }

    @Test
    void cablePulledAndPutBack_theStreamGoesOnWithTheNextDescription() throws Exception {
        StreamEncoder before = StreamEncoder.of(3, RATE_HERTZ, "onboard", "backup");
        cable.write(before.description());
        cable.write(before.samples(1500, 1400));
        pollUntilRows(1);
        cable.unplug();
        long begin = System.nanoTime();
        while (!(source.poll(this::keep) instanceof Status.Lost)) {
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(1));
        }
        cable.replug();
        while (source.poll(this::keep) instanceof Status.Lost) {
            assertThat(System.nanoTime() - begin).isLessThan(BOUND_NANOS);
        }
        StreamEncoder after = StreamEncoder.of(4, RATE_HERTZ, "backup", "onboard");
        cable.write(after.samples(9, 9));
        cable.write(after.description());
        cable.write(after.samples(1410, 1510));
        pollUntilRows(2);
        assertThat(countsOf(Channel.ONBOARD)).containsExactly(1500, 1510);
        assertThat(countsOf(Channel.BACKUP)).containsExactly(1400, 1410);
        assertThat(onboardNanos).isSorted();
        assertThat(source.counters().lost()).isEqualTo(1);
    }

    @Test
    void frontEndThatStartsAnew_isALossAndItsTimesGoOn() throws Exception {
        StreamEncoder before = StreamEncoder.of(3, RATE_HERTZ, "onboard", "backup").at(900, 90_000_000);
        cable.write(before.description());
        cable.write(before.samples(1500, 1400));
        pollUntilRows(1);
        StreamEncoder after = StreamEncoder.of(4, RATE_HERTZ, "onboard", "backup").at(0, 120);
        cable.write(after.description());
        cable.write(after.samples(1501, 1401, 1502, 1402));
        pollUntilRows(3);
        assertThat(countsOf(Channel.ONBOARD)).containsExactly(1500, 1501, 1502);
        assertThat(onboardNanos).isSorted().doesNotHaveDuplicates();
        assertThat(losses).containsExactly(1L);
    }
}
