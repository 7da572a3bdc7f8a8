package org.terminal30.hardware.adc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedAds1115.Fault;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(30)
class Ads1115SourceTest {
    private volatile double onboardVolts = 12.6;
    private volatile double backupVolts = 13.2;
    private final SimulatedAds1115 first = chip(0.97);
    private final SimulatedAds1115 second = chip(1.05);
    private final PinHeader header = new SimulatedI2cProvider().with(1, 0x48, first).with(1, 0x49, second).header();
    private final Map<Channel, List<Double>> values = new EnumMap<>(Channel.class);
    private final Map<Channel, List<Long>> nanos = new EnumMap<>(Channel.class);

    private SimulatedAds1115 chip(double tolerance) {
        return new SimulatedAds1115(System::nanoTime,
                (pin, at) -> Divider.STANDARD.pinVolts(pin == 0 ? onboardVolts : backupVolts), tolerance);
    }

    private static Ads1115Input input(Channel channel, int address, Ads1115.Input pin) {
        return new Ads1115Input(ChannelScale.uncalibrated(channel), 1, address, pin, Divider.STANDARD);
    }

    private Ads1115Source sourceOnOneChip() {
        return new Ads1115Source(header, List.of(input(Channel.ONBOARD, 0x48, Ads1115.Input.AIN0),
                input(Channel.BACKUP, 0x48, Ads1115.Input.AIN1)), System::nanoTime);
    }

    private Ads1115Source sourceOnTwoChips() {
        return new Ads1115Source(header, List.of(input(Channel.ONBOARD, 0x48, Ads1115.Input.AIN0),
                input(Channel.BACKUP, 0x49, Ads1115.Input.AIN1)), System::nanoTime);
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

    private void pollFor(Ads1115Source source, long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < until) {
            source.poll(this::keep);
        }
    }

    private static Status pollUntil(Ads1115Source source, Class<? extends Status> wanted) throws InterruptedException {
        Status status = source.poll(block -> {});
        for (int i = 0; i < 500 && !wanted.isInstance(status); i++) {
            status = source.poll(block -> {});
        }
        assertThat(status).isInstanceOf(wanted);
        return status;
    }

    @Test
    void voltagesThroughTheWholeChain_areTrueWithinFifteenMillivolts() throws Exception {
        try (var source = sourceOnTwoChips()) {
            for (double volts = 0; volts <= 20; volts += 0.8) {
                onboardVolts = volts;
                backupVolts = 20 - volts;
                source.poll(this::keep);
                values.clear();
                source.poll(this::keep);
                double expected = volts;
                assertThat(valuesOf(Channel.ONBOARD)).isNotEmpty().allSatisfy(
                        value -> assertThat(Math.abs(value - expected)).as("of %s V", expected).isLessThan(0.015));
                assertThat(valuesOf(Channel.BACKUP)).isNotEmpty().allSatisfy(
                        value -> assertThat(Math.abs(value - (20 - expected))).isLessThan(0.015));
            }
        }
    }

    @Test
    void channelsOfOneChip_shareItsConversions() throws Exception {
        try (var source = sourceOnOneChip()) {
            assertThat(source.channels()).extracting(ChannelInfo::nominalRateHertz).containsExactly(430.0, 430.0);
            assertThat(source.channels()).extracting(ChannelInfo::device).containsOnly("ads1115-1-0x48");
            pollFor(source, 200);

            assertThat(valuesOf(Channel.ONBOARD)).hasSizeGreaterThan(10)
                    .allSatisfy(volts -> assertThat(volts).isBetween(12.59, 12.61));
            assertThat(valuesOf(Channel.BACKUP)).allSatisfy(volts -> assertThat(volts).isBetween(13.19, 13.21));
            assertThat(valuesOf(Channel.ONBOARD).size() - valuesOf(Channel.BACKUP).size()).isBetween(-1, 1);
        }
    }

    @Test
    void channelsWithAChipEach_haveItsWholeRateAndIncreasingTimes() throws Exception {
        try (var source = sourceOnTwoChips()) {
            assertThat(source.channels()).extracting(ChannelInfo::nominalRateHertz).containsExactly(860.0, 860.0);
            pollFor(source, 200);

            // A poll whose time runs out in the middle of a round leaves the second chip out of it.
            assertThat(valuesOf(Channel.ONBOARD).size() - valuesOf(Channel.BACKUP).size()).isBetween(0, 20);
            assertThat(valuesOf(Channel.BACKUP)).hasSizeGreaterThan(20);
            assertThat(nanos.get(Channel.ONBOARD)).isSorted().doesNotHaveDuplicates();
            assertThat(first.conversions()).isGreaterThanOrEqualTo(valuesOf(Channel.ONBOARD).size());
        }
    }

    @Test
    void silentChip_isLostWithItsNameWithinASecondWhileTheOtherGoesOnAndComesBackByItself() throws Exception {
        try (var source = sourceOnTwoChips()) {
            pollUntil(source, Status.Delivered.class);
            first.fail(Fault.NO_ACKNOWLEDGE);
            long from = System.nanoTime();
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(lost.reason()).contains("ads1115-1-0x48", "no acknowledge", "powered").doesNotContain("0x49");
            values.clear();
            pollFor(source, 100);
            assertThat(valuesOf(Channel.ONBOARD)).isEmpty();
            assertThat(valuesOf(Channel.BACKUP)).isNotEmpty();

            first.fail(Fault.NONE);
            pollUntil(source, Status.Delivered.class);
            assertThat(source.counters().lost()).isEqualTo(1);
        }
    }

    @Test
    void chipThatNeverFinishes_isLostWithinASecondAndDeliversNothing() throws Exception {
        try (var source = sourceOnOneChip()) {
            pollUntil(source, Status.Delivered.class);
            first.fail(Fault.NEVER_READY);
            long from = System.nanoTime();
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);

            assertThat(lost.reason()).isEqualTo("ads1115-1-0x48 does not finish its conversions");
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
            first.fail(Fault.NONE);
            pollUntil(source, Status.Delivered.class);
        }
    }

    @Test
    void conversionReadTwice_isCountedAndIsNoSample() throws Exception {
        try (var source = sourceOnOneChip()) {
            pollUntil(source, Status.Delivered.class);
            first.fail(Fault.IGNORES_STARTS);
            source.poll(block -> {});
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
            pollFor(source, 100);

            assertThat(lost.reason()).contains("repeats a conversion");
            assertThat(source.counters().repeated()).isGreaterThanOrEqualTo(ChipLink.MAX_FAILURES);
            assertThat(valuesOf(Channel.ONBOARD)).isEmpty();
        }
    }

    @Test
    void somethingElseAtTheAddress_isNotTakenForAChip() throws Exception {
        first.fail(Fault.READS_ONES);
        try (var source = sourceOnOneChip()) {
            assertThat(source.poll(this::keep)).isInstanceOfSatisfying(Status.Lost.class,
                    lost -> assertThat(lost.reason()).contains("does not behave like an ADS1115"));
            assertThat(values).isEmpty();
        }
    }

    @Test
    void chipThatIsNotThere_isLostAndDoesNotKeepTheProcessorBusy() throws Exception {
        try (var source = new Ads1115Source(header, List.of(input(Channel.ONBOARD, 0x4A, Ads1115.Input.AIN0)),
                System::nanoTime)) {
            long from = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThat(source.poll(this::keep)).isInstanceOf(Status.Lost.class);
            }
            assertThat(System.nanoTime() - from).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void closedSource_isLost() throws Exception {
        var source = sourceOnOneChip();
        source.poll(this::keep);
        source.close();

        assertThat(source.poll(this::keep)).isEqualTo(source.allLost("the converters were closed"));
    }

    @Test
    void wiringThatCannotBe_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> input(Channel.ONBOARD, 0x50, Ads1115.Input.AIN0))
                .withMessage("address is 0x50, must be within 0x48 and 0x4b");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ads1115Source(header, List.of(), System::nanoTime))
                .withMessage("inputs is empty, must name at least one channel");
        Ads1115Input onboard = input(Channel.ONBOARD, 0x48, Ads1115.Input.AIN0);
        assertThatIllegalArgumentException().isThrownBy(() -> new Ads1115Source(header,
                List.of(onboard, input(Channel.BACKUP, 0x48, Ads1115.Input.AIN0)), System::nanoTime))
                .withMessage("inputs uses a pin of a chip twice, must use each once");
        assertThatIllegalArgumentException().isThrownBy(() -> new Ads1115Source(header,
                List.of(onboard, input(Channel.ONBOARD, 0x48, Ads1115.Input.AIN1)), System::nanoTime))
                .withMessage("inputs names a channel twice, must name each once");
    }
}
