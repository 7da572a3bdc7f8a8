package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@NeedsProgram("socat")
@Timeout(60)
class SerialTextSourceTest {
    private static final String HEADER = "# t30 us onboard backup\n";

    private final PseudoTerminalPair cable = new PseudoTerminalPair();
    private final SerialSource source = SerialSource.text(
            SerialTextSettings.of(cable.port().toString(),
                    List.of(ChannelScale.uncalibrated(Channel.ONBOARD), ChannelScale.uncalibrated(Channel.BACKUP))),
            System::nanoTime);
    private final Map<Channel, List<Double>> values = new TreeMap<>();
    private final Map<Channel, List<Long>> nanos = new TreeMap<>();

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
        for (int i = 0; i < block.size(); i++) {
            values.computeIfAbsent(block.channel(), c -> new ArrayList<>()).add(block.valueAt(i));
            nanos.computeIfAbsent(block.channel(), c -> new ArrayList<>()).add(block.nanosAt(i));
        }
    }

    private List<Double> valuesOf(Channel channel) {
        return values.getOrDefault(channel, List.of());
    }

    private List<Long> nanosOf(Channel channel) {
        return nanos.getOrDefault(channel, List.of());
    }

    private int count() {
        return valuesOf(Channel.ONBOARD).size();
    }

    private Status pollUntilSamples(int samples) throws InterruptedException {
        Status last = Status.IDLE;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (count() < samples && System.nanoTime() < deadline) {
            last = source.poll(this::keep);
        }
        assertThat(count()).as("samples; last status %s, %s", last, source.counters()).isGreaterThanOrEqualTo(samples);
        return last;
    }

    @Test
    void linesThroughTheKernel_becomeSamplesOfBothChannelsWithTheDevicesDurations() throws Exception {
        cable.write(HEADER + "1000,12.601,12.011\n2163,12.602,12.012\n3326,12.603,12.013\n");

        assertThat(pollUntilSamples(3)).isEqualTo(Status.DELIVERED);
        assertThat(valuesOf(Channel.ONBOARD)).containsExactly(12.601, 12.602, 12.603);
        assertThat(valuesOf(Channel.BACKUP)).containsExactly(12.011, 12.012, 12.013);
        assertThat(nanosOf(Channel.ONBOARD)).isEqualTo(nanosOf(Channel.BACKUP));
        assertThat(nanosOf(Channel.ONBOARD).get(2) - nanosOf(Channel.ONBOARD).get(0)).isEqualTo(2_326_000);
        assertThat(nanosOf(Channel.ONBOARD).getLast()).isCloseTo(System.nanoTime(),
                within(TimeUnit.SECONDS.toNanos(1)));
        assertThat(source.channels()).extracting(ChannelInfo::timing).containsOnly(Timing.DEVICE);
    }

    @Test
    void linesWithoutMicroseconds_areTimedByTheHostInOrder() throws Exception {
        cable.write("# t30 onboard backup\n12.1,12\n12.2,12\n12.3,12\n");

        pollUntilSamples(3);
        assertThat(nanosOf(Channel.ONBOARD)).isSorted().doesNotHaveDuplicates();
        assertThat(source.channels()).extracting(ChannelInfo::timing).containsOnly(Timing.HOST);
    }

    @Test
    void unpluggedInstrument_isLostWithinASecondAndFoundAgainByItself() throws Exception {
        cable.write(HEADER + "1000,12.5,12\n");
        pollUntilSamples(1);

        cable.unplug();
        long from = System.nanoTime();
        Status status = source.poll(this::keep);
        while (!(status instanceof Status.Lost) && System.nanoTime() - from < TimeUnit.SECONDS.toNanos(5)) {
            status = source.poll(this::keep);
        }
        assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(status).isInstanceOfSatisfying(Status.Lost.class,
                lost -> assertThat(lost.reason()).contains(cable.port().toString(), "unplugged"));
        Status still = source.poll(this::keep);
        assertThat(still).isInstanceOf(Status.Lost.class);

        cable.replug();
        while (source.poll(this::keep) instanceof Status.Lost) {
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
        cable.write(HEADER + "7,12.7,12\n");
        pollUntilSamples(2);
        assertThat(valuesOf(Channel.ONBOARD)).containsExactly(12.5, 12.7);
        assertThat(nanosOf(Channel.ONBOARD)).isSorted();
        assertThat(source.counters().lost()).isEqualTo(1);
    }

    @Test
    void floodOfGarbage_isCountedAndNeverASample() throws Exception {
        cable.write(HEADER + "1000,12.5,12\n");
        pollUntilSamples(1);
        byte[] noise = new byte[2_000];
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            random.nextBytes(noise);
            cable.write(noise);
            assertThat(source.poll(this::keep)).as("seed %d", seed).isEqualTo(Status.IDLE);
        }
        assertThat(count()).isEqualTo(1);
        assertThat(source.counters().malformed()).isGreaterThan(100);
    }

    @Test
    void implausibleValues_areCountedAndLeftOutOfTheirChannelOnly() throws Exception {
        cable.write(HEADER + "1000,28.1,12\n2000,-5.1,12\n3000,12.5,12\n");

        pollUntilSamples(1);
        assertThat(valuesOf(Channel.ONBOARD)).containsExactly(12.5);
        assertThat(valuesOf(Channel.BACKUP)).hasSize(3);
        assertThat(source.counters().implausible()).isEqualTo(2);
    }

    @Test
    void deviceThatStartsAnew_goesOnWithIncreasingTimesAndOneLineLost() throws Exception {
        cable.write(HEADER + "90000000,12.1,12\n90001000,12.2,12\n");
        pollUntilSamples(2);
        cable.write(HEADER + "100,12.3,12\n1100,12.4,12\n2100,12.5,12\n");
        pollUntilSamples(4);

        assertThat(valuesOf(Channel.ONBOARD)).containsExactly(12.1, 12.2, 12.4, 12.5);
        assertThat(nanosOf(Channel.ONBOARD)).isSorted().doesNotHaveDuplicates();
        assertThat(source.counters().malformed()).isEqualTo(1);
    }

    @Test
    void floodOfGoodLines_isDeliveredWhole() throws Exception {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            lines.append(i * 10).append(",12.6,12.0\n");
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        Thread instrument = Thread.ofVirtual().start(() -> cable.write(bytes));
        pollUntilSamples(20_000);
        instrument.join();

        assertThat(count()).isEqualTo(20_000);
        assertThat(source.counters().malformed()).isZero();
        assertThat(nanosOf(Channel.ONBOARD)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void closingFromAnotherThread_endsTheWaitForTheInstrument() throws Exception {
        Thread closer = Thread.ofVirtual().start(source::close);
        Status status = source.poll(this::keep);
        closer.join();

        assertThat(status).isIn(Status.IDLE, source.allLost(cable.port() + " was lost while reading: unplugged?"),
                source.allLost(cable.port() + " was closed"));
        assertThat(source.poll(this::keep)).isEqualTo(source.allLost(cable.port() + " was closed"));
    }
}
