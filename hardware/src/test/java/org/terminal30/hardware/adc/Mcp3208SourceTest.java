package org.terminal30.hardware.adc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.pi4j.Pi4J;
import com.pi4j.io.spi.SpiProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.hardware.simulated.SimulatedMcp3208;
import org.terminal30.hardware.simulated.SimulatedMcp3208.Fault;
import org.terminal30.hardware.simulated.SimulatedSpiProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(30)
class Mcp3208SourceTest {
    /** −5 to +28 V on 0 to 3.3 V, lifted by the reference. */
    private static final Divider LIFTED = Divider.BOX;
    private static final int ENOUGH_POLLS = 500;

    private volatile double onboardVolts = 12.6;
    private volatile double backupVolts = 13.2;
    private Divider divider = Divider.STANDARD;
    private final SimulatedMcp3208 chip = chip(System::nanoTime);
    private final PinHeader header = new SimulatedSpiProvider().with(0, 0, chip).header();
    private final Map<Channel, List<Double>> values = new EnumMap<>(Channel.class);
    private final Map<Channel, List<Long>> nanos = new EnumMap<>(Channel.class);

    private SimulatedMcp3208 chip(NanoClock clock) {
        return new SimulatedMcp3208(clock, (pin, at) -> divider.pinVolts(pin == 0 ? onboardVolts : backupVolts), 3.3);
    }

    private Mcp3208Input input(Channel channel, int pin) {
        return new Mcp3208Input(ChannelScale.uncalibrated(channel), pin, divider);
    }

    private Mcp3208Wiring wiring(double rateHertz, Mcp3208Input... inputs) {
        return new Mcp3208Wiring(0, 0, 1_000_000, rateHertz, 3.3, List.of(inputs));
    }

    private Mcp3208Source source() {
        return new Mcp3208Source(header, wiring(5_000, input(Channel.ONBOARD, 0), input(Channel.BACKUP, 5)),
                System::nanoTime);
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

    private List<Long> stampsOf(Channel channel) {
        return nanos.getOrDefault(channel, List.of());
    }

    private Status pollUntil(Mcp3208Source source, Class<? extends Status> wanted) throws InterruptedException {
        Status status = source.poll(this::keep);
        for (int i = 0; i < ENOUGH_POLLS && !wanted.isInstance(status); i++) {
            status = source.poll(this::keep);
        }
        assertThat(status).isInstanceOf(wanted);
        return status;
    }

    private String lostWithinASecond(Mcp3208Source source) throws InterruptedException {
        long from = System.nanoTime();
        Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
        assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
        return lost.reason();
    }

    @Test
    void voltages_areReadToOneCount() throws Exception {
        try (var source = source()) {
            for (double volts = 0; volts < 19.5; volts += 1.3) {
                onboardVolts = volts;
                backupVolts = 19.5 - volts;
                values.clear();
                source.poll(this::keep);
                double expected = volts;
                assertThat(valuesOf(Channel.ONBOARD)).isNotEmpty()
                        .allSatisfy(value -> assertThat(Math.abs(value - expected)).isLessThan(0.0025));
                assertThat(valuesOf(Channel.BACKUP)).isNotEmpty()
                        .allSatisfy(value -> assertThat(Math.abs(value - 19.5 + expected)).isLessThan(0.0025));
            }
        }
    }

    @Test
    void channels_nameTheirRateTheirChipAndTheEndOfTheirRange() {
        try (var source = source()) {
            assertThat(source.channels()).extracting(ChannelInfo::channel)
                    .containsExactly(Channel.ONBOARD, Channel.BACKUP);
            assertThat(source.channels()).extracting(ChannelInfo::nominalRateHertz).containsOnly(5_000.0);
            assertThat(source.channels()).extracting(ChannelInfo::device).containsOnly("mcp3208-0.0");
            assertThat(source.channels()).extracting(ChannelInfo::railVolts)
                    .allSatisfy(volts -> assertThat(volts).isBetween(19.79, 19.80));
        }
    }

    /** The clock of this test moves a little with every look, so that nothing depends on the machine. */
    @Test
    void samples_areEvenlySpacedAndStampedWhenThePinIsHeld() throws Exception {
        var now = new long[]{1_000_000};
        NanoClock clock = () -> now[0] += 200;
        var held = new ArrayList<Long>();
        var exact = new SimulatedMcp3208(clock, (pin, at) -> {
            held.add(at);
            return 1.0;
        }, 3.3);
        try (var source = new Mcp3208Source(new SimulatedSpiProvider().with(0, 0, exact).header(),
                wiring(20_000, input(Channel.ONBOARD, 0)), clock)) {
            held.clear();
            source.poll(this::keep);
            source.poll(this::keep);
        }
        List<Long> stamps = stampsOf(Channel.ONBOARD);

        assertThat(stamps).hasSizeBetween(398, 402);
        List<Long> uneven = IntStream.range(1, stamps.size()).mapToObj(i -> stamps.get(i) - stamps.get(i - 1))
                .filter(distance -> Math.abs(distance - 50_000) > 1_000).toList();
        // The proof between two polls takes 40 µs: the turn after it is late, and the next one in its time again.
        assertThat(uneven).hasSize(2).allSatisfy(distance -> assertThat(distance).isBetween(33_000L, 67_000L));
        assertThat(stamps).allSatisfy(stamp -> assertThat(held).anySatisfy(
                at -> assertThat(Math.abs(at - stamp)).isLessThanOrEqualTo(600)));
    }

    @Test
    void hostThatWasAway_leavesTurnsOutInsteadOfMakingThemUp() throws Exception {
        var now = new long[]{1_000_000};
        NanoClock clock = () -> now[0] += 200;
        try (var source = new Mcp3208Source(new SimulatedSpiProvider().with(0, 0, chip(clock)).header(),
                wiring(20_000, input(Channel.ONBOARD, 0)), clock)) {
            source.poll(this::keep);
            int before = valuesOf(Channel.ONBOARD).size();
            now[0] += 50_000_000;
            source.poll(this::keep);
            List<Long> stamps = stampsOf(Channel.ONBOARD);

            assertThat(stamps.get(before) - stamps.get(before - 1)).isGreaterThan(50_000_000);
            assertThat(stamps.get(before + 2) - stamps.get(before + 1)).isBetween(49_000L, 51_000L);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"ABSENT_LINE_HIGH", "ABSENT_LINE_NOISY", "WRONG_BIT_ORDER"})
    void chipThatAnswersNoMore_isLostWithinASecondDeliversNothingWrongAndComesBackByItself(Fault fault)
            throws Exception {
        try (var source = source()) {
            pollUntil(source, Status.Delivered.class);
            chip.fail(fault);
            assertThat(lostWithinASecond(source)).startsWith("mcp3208-0.0 ").endsWith("?");
            for (int i = 0; i < 20; i++) {
                assertThat(source.poll(this::keep)).isInstanceOf(Status.Lost.class);
            }
            assertThat(valuesOf(Channel.ONBOARD)).allSatisfy(volts -> assertThat(volts).isBetween(12.59, 12.61));
            assertThat(source.counters().malformed()).isPositive();
            chip.fail(Fault.NONE);
            pollUntil(source, Status.Delivered.class);
            assertThat(source.counters().lost()).isEqualTo(1);
        }
    }

    @Test
    void chipThatNeverAnswered_isLostAtOnceAndDoesNotKeepTheProcessorBusy() throws Exception {
        chip.fail(Fault.ABSENT_LINE_HIGH);
        try (var source = source()) {
            assertThat(lostWithinASecond(source)).contains("mcp3208-0.0", "powered and wired");
            long from = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThat(source.poll(this::keep)).isInstanceOf(Status.Lost.class);
            }
            assertThat(System.nanoTime() - from).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
            assertThat(values).isEmpty();
            assertThat(source.counters().lost()).as("what never was cannot be lost").isZero();
        }
    }

    @Test
    void zerosOfALiftedInput_areAMissingChipAndNotACarWithoutVoltage() throws Exception {
        divider = LIFTED;
        onboardVolts = 0;
        try (var source = source()) {
            pollUntil(source, Status.Delivered.class);
            assertThat(valuesOf(Channel.ONBOARD)).allSatisfy(volts -> assertThat(volts).isBetween(-0.01, 0.01));
            chip.fail(Fault.ABSENT_LINE_LOW);

            assertThat(lostWithinASecond(source)).isEqualTo(
                    "mcp3208-0.0 answers only zeros: is it powered and wired?");
            assertThat(source.counters().implausible()).isPositive();
            chip.fail(Fault.NONE);
            pollUntil(source, Status.Delivered.class);
            assertThat(source.counters().lost()).isEqualTo(1);
        }
    }

    @Test
    void zerosOfAnInputOnGround_cannotBeToldFromACarWithoutVoltage() throws Exception {
        chip.fail(Fault.ABSENT_LINE_LOW);
        try (var source = source()) {
            pollUntil(source, Status.Delivered.class);
            assertThat(valuesOf(Channel.ONBOARD)).containsOnly(0.0);
        }
    }

    @Test
    void oneLiftedInputAtItsBottomRail_isLeftOutWhileTheOtherGoesOn() throws Exception {
        divider = LIFTED;
        onboardVolts = -30;
        try (var source = source()) {
            for (int i = 0; i < 10; i++) {
                assertThat(source.poll(this::keep)).isEqualTo(Status.DELIVERED);
            }
            assertThat(valuesOf(Channel.ONBOARD)).isEmpty();
            assertThat(valuesOf(Channel.BACKUP)).isNotEmpty();
            assertThat(source.counters().implausible()).isPositive();
        }
    }

    @Test
    void topRail_isDeliveredBecauseASurgeGoesThere() throws Exception {
        onboardVolts = 26;
        try (var source = source()) {
            source.poll(this::keep);
            assertThat(valuesOf(Channel.ONBOARD)).isNotEmpty()
                    .allSatisfy(volts -> assertThat(volts).isEqualTo(source.channels().getFirst().railVolts()));
        }
    }

    @Test
    void transferThatFailsWithoutAWord_isNoSample() throws Exception {
        SpiProvider silent = new SilentSpiProvider();
        try (var source = new Mcp3208Source(new PinHeader(() -> SilentSpiProvider.newContext(silent)),
                wiring(5_000, input(Channel.ONBOARD, 0)), System::nanoTime)) {
            assertThat(lostWithinASecond(source)).contains("no readable reply");
            assertThat(values).isEmpty();
        }
    }

    @Test
    void machineWithoutSpi_isSaidSo() throws Exception {
        var nothing = new PinHeader(
                () -> Pi4J.newContextBuilder().noAutoDetect().disableShutdownHook().build());
        try (var source = new Mcp3208Source(nothing, wiring(5_000, input(Channel.ONBOARD, 0)), System::nanoTime)) {
            assertThat(lostWithinASecond(source)).startsWith("mcp3208-0.0 cannot be reached (")
                    .endsWith("): is SPI switched on?");
        }
    }

    @Test
    void closedSource_isLost() throws Exception {
        var source = source();
        source.poll(this::keep);
        source.close();

        assertThat(source.poll(this::keep)).isEqualTo(source.allLost("the converter was closed"));
    }

    @Test
    void wiringThatCannotBe_isRefused() {
        Mcp3208Input onboard = input(Channel.ONBOARD, 0);
        refused(() -> input(Channel.ONBOARD, 8), "pin is 8, must be 0 to 7");
        refused(() -> wiring(5_000), "inputs is empty, must name at least one channel");
        refused(() -> wiring(5_000, onboard, input(Channel.BACKUP, 0)), "inputs uses a pin twice, must use each once");
        refused(() -> wiring(5_000, onboard, input(Channel.ONBOARD, 1)),
                "inputs names a channel twice, must name each once");
        refused(() -> wiring(99, onboard), "rate_hertz is 99.0, must be from 100.0 to 50000.0");
        refused(() -> wiring(20_000, onboard, input(Channel.BACKUP, 1)),
                "rate_hertz is 20000.0, must be at most 16666.0 for 2 inputs at 1000000 Hz of clock");
        refused(() -> new Mcp3208Wiring(7, 0, 1_000_000, 5_000, 3.3, List.of(onboard)),
                "bus is 7.0, must be from 0.0 to 6.0");
        refused(() -> new Mcp3208Wiring(0, -1, 1_000_000, 5_000, 3.3, List.of(onboard)),
                "chip_select is -1.0, must be from 0.0 to 10.0");
        refused(() -> new Mcp3208Wiring(0, 0, 2_000_000, 5_000, 3.3, List.of(onboard)),
                "clock_hertz is 2000000.0, must be from 20000.0 to 1000000.0");
        refused(() -> new Mcp3208Wiring(0, 0, 1_000_000, 5_000, 6, List.of(onboard)),
                "reference_volts is 6.0, must be from 2.5 to 5.5");
        assertThat(new Mcp3208Wiring(0, 0, 2_000_000, 20_000, 5, List.of(onboard)).device()).isEqualTo("mcp3208-0.0");
    }

    private static void refused(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }
}
