package org.terminal30.agent.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.sample.VoltageSource.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(20)
class ParallelSourceTest {
    private final Scripted fast = new Scripted(Channel.ONBOARD);
    private final Scripted slow = new Scripted(Channel.BATTERY_CURRENT);
    private final ParallelSource both = new ParallelSource(List.of(fast, slow));
    private final List<Double> onboard = new ArrayList<>();
    private final List<Double> current = new ArrayList<>();
    private long lost;

    /** A source whose polls are queued by the test; without one it waits. */
    private static final class Scripted implements VoltageSource {
        private final Channel channel;
        private final BlockingQueue<Poll> polls = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        interface Poll {
            Status run(SampleSink sink);
        }

        Scripted(Channel channel) {
            this.channel = channel;
        }

        void delivers(long fromNanos, long lostBefore, double... values) {
            polls.add(sink -> {
                SampleBlock block = new SampleBlock(channel, values.length);
                if (lostBefore > 0) {
                    block.followsLoss(lostBefore);
                }
                for (int i = 0; i < values.length; i++) {
                    block.add(fromNanos + i, values[i]);
                }
                sink.accept(block);
                block.clear();
                return Status.DELIVERED;
            });
        }

        void answers(Status status) {
            polls.add(sink -> status);
        }

        @Override
        public List<ChannelInfo> channels() {
            return List.of(new ChannelInfo(channel, 10, "scripted", ChannelInfo.Timing.HOST));
        }

        @Override
        public Status poll(SampleSink sink) throws InterruptedException {
            return polls.take().run(sink);
        }

        @Override
        public Counters counters() {
            return new Counters(1, 2, 3, 4);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @AfterEach
    void close() {
        both.close();
    }

    private void keep(SampleBlock block) {
        lost += block.lostBefore();
        for (int i = 0; i < block.size(); i++) {
            (block.channel() == Channel.ONBOARD ? onboard : current).add(block.valueAt(i));
        }
    }

    private Status pollUntil(Status wanted) throws InterruptedException {
        Status status = both.poll(this::keep);
        while (!status.equals(wanted)) {
            status = both.poll(this::keep);
        }
        return status;
    }

    @Test
    void sourceThatWaits_doesNotHoldUpTheOther() throws Exception {
        fast.delivers(1, 0, 12.7, 12.6);
        pollUntil(Status.DELIVERED);
        assertThat(onboard).containsExactly(12.7, 12.6);
        assertThat(current).isEmpty();
    }

    @Test
    void samplesOfEachSource_keepTheirOrderAndTheirLosses() throws Exception {
        double[] many = new double[5_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i;
        }
        fast.delivers(1, 7, many);
        fast.delivers(10_000, 0, -1.0);
        slow.delivers(1, 0, 3.5);
        while (onboard.size() < 5_001 || current.isEmpty()) {
            both.poll(this::keep);
        }
        assertThat(onboard.subList(0, 5_000)).isSorted();
        assertThat(onboard.getLast()).isEqualTo(-1);
        assertThat(current).containsExactly(3.5);
        assertThat(lost).isEqualTo(7);
    }

    @Test
    void lostSource_takesOnlyItsOwnChannelsWithIt() throws Exception {
        slow.answers(slow.allLost("no answer"));
        pollUntil(new Status.Lost("no answer", Set.of(Channel.BATTERY_CURRENT)));
        fast.delivers(1, 0, 12.7);
        while (onboard.isEmpty()) {
            both.poll(this::keep);
        }
        slow.delivers(2, 0, 1.0);
        pollUntil(Status.DELIVERED);
    }

    @Test
    void twoLostSources_areBothNamed() throws Exception {
        slow.answers(slow.allLost("no answer"));
        fast.answers(fast.allLost("no chip"));
        pollUntil(new Status.Lost("no chip; no answer", Set.of(Channel.ONBOARD, Channel.BATTERY_CURRENT)));
    }

    @Test
    void recordings_haveEndedWhenTheLastHas() throws Exception {
        fast.answers(Status.ENDED);
        slow.delivers(1, 0, 1.0);
        pollUntil(Status.DELIVERED);
        slow.answers(Status.ENDED);
        pollUntil(Status.ENDED);
    }

    @Test
    void sourceThatFails_isNotPassedOverInSilence() {
        fast.polls.add(sink -> {
            throw new IllegalArgumentException("a fault in the driver");
        });
        assertThatIllegalStateException().isThrownBy(() -> pollUntil(Status.ENDED))
                .withMessageContaining("poll onboard has failed").withMessageContaining("a fault in the driver");
    }

    @Test
    void closing_endsSourcesAndThreads() throws Exception {
        both.poll(this::keep);
        both.close();
        assertThat(fast.closed.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(slow.closed.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("poll onboard",
                "poll battery_current");
    }

    @Test
    void countersAndChannels_areThoseOfAll() {
        assertThat(both.counters()).isEqualTo(new VoltageSource.Counters(2, 4, 6, 8));
        assertThat(both.channels()).extracting(ChannelInfo::channel).containsExactly(Channel.ONBOARD,
                Channel.BATTERY_CURRENT);
    }
}
