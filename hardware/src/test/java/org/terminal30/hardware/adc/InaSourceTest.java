package org.terminal30.hardware.adc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.PlausibleRange;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.hardware.simulated.InaInputs;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;
import org.terminal30.hardware.simulated.SimulatedIna;
import org.terminal30.hardware.simulated.SimulatedIna.Fault;
import org.terminal30.hardware.simulated.SimulatedIna226;
import org.terminal30.hardware.simulated.SimulatedIna228;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

@Timeout(30)
class InaSourceTest {
    private static final double SHUNT_OHMS = 0.002;
    private static final int BUS = 1;

    private volatile double volts = 13.2;
    private volatile double amperes = 3;
    /** An offset and a gain that the calibration has to take out. */
    private volatile double wrongGain = 1;
    private volatile double wrongOffset = 0;
    private final InaInputs inputs = new InaInputs() {
        @Override
        public double busVoltsAt(long nanos) {
            return volts * wrongGain + wrongOffset;
        }

        @Override
        public double shuntVoltsAt(long nanos) {
            return amperes * SHUNT_OHMS;
        }
    };
    private final SimulatedIna226 ina226 = new SimulatedIna226(System::nanoTime, inputs, 0.93);
    private final SimulatedIna228 ina228 = new SimulatedIna228(System::nanoTime, inputs, 1.005);
    private final PinHeader header = new SimulatedI2cProvider().with(BUS, 0x40, ina226).with(BUS, 0x41, ina228)
            .header();
    private final Map<Channel, List<Double>> values = new EnumMap<>(Channel.class);
    private final Map<Channel, List<Long>> nanos = new EnumMap<>(Channel.class);

    private static InaWiring wiring(InaModel model, @Nullable ChannelScale voltage, @Nullable ChannelScale current) {
        return new InaWiring(model, BUS, model == InaModel.INA226 ? 0x40 : 0x41, SHUNT_OHMS, voltage, current);
    }

    private InaSource both(InaModel model) {
        return new InaSource(header, List.of(wiring(model, ChannelScale.uncalibrated(Channel.BACKUP),
                ChannelScale.uncalibrated(Channel.BACKUP_CURRENT))), System::nanoTime);
    }

    private SimulatedIna simulated(InaModel model) {
        return model == InaModel.INA226 ? ina226 : ina228;
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

    /** The readings of a poll in which nothing of the time before is left; a busy machine may need more than one. */
    private List<Double> settled(InaSource source, Channel channel) throws InterruptedException {
        source.poll(block -> {});
        values.clear();
        for (int i = 0; i < 50 && valuesOf(channel).isEmpty(); i++) {
            source.poll(this::keep);
        }
        return valuesOf(channel);
    }

    private Status pollUntil(VoltageSource source, Class<? extends Status> wanted) throws InterruptedException {
        Status status = source.poll(block -> {});
        for (int i = 0; i < 500 && !wanted.isInstance(status); i++) {
            status = source.poll(block -> {});
        }
        assertThat(status).isInstanceOf(wanted);
        return status;
    }

    @ParameterizedTest
    @EnumSource
    void voltageAfterTwoPoints_isWithinFifteenMillivoltsFromZeroToTwenty(InaModel model) throws Exception {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        // Twice the gain and offset errors of the datasheets: 0.1 % and 7.5 mV for the INA226.
        wrongGain = 1 + random.nextDouble(-0.002, 0.002);
        wrongOffset = random.nextDouble(-0.015, 0.015);
        try (var source = new InaSource(header, List.of(wiring(model,
                new ChannelScale(Channel.BACKUP, calibrationFromTwoPoints(model), PlausibleRange.VOLTS, true), null)),
                System::nanoTime)) {
            for (double at = 0.1; at <= 20; at += 0.7) {
                volts = at;
                assertThat(settled(source, Channel.BACKUP)).as("%s at %.1f V, seed %d", model, at, seed).isNotEmpty()
                        .allSatisfy(value -> assertThat(value).isCloseTo(volts, within(0.015)));
            }
            volts = 27.9;
            assertThat(settled(source, Channel.BACKUP)).as("a jump start from 24 V is seen").isNotEmpty()
                    .allSatisfy(value -> assertThat(value).isCloseTo(27.9, within(0.05)));
        }
    }

    private Calibration calibrationFromTwoPoints(InaModel model) throws InterruptedException {
        try (var source = new InaSource(header, List.of(wiring(model, ChannelScale.uncalibrated(Channel.BACKUP), null)),
                System::nanoTime)) {
            volts = 10;
            double low = settled(source, Channel.BACKUP).getFirst();
            volts = 15;
            return Calibration.throughPoints(low, 10, settled(source, Channel.BACKUP).getFirst(), 15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void reversedPolarity_readsZeroAsTheChipCannotSeeIt(InaModel model) throws Exception {
        volts = -5;
        try (var source = both(model)) {
            assertThat(settled(source, Channel.BACKUP)).isNotEmpty().containsOnly(0.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void current_isPositiveWhenTheSupplyFeedsTheCar(InaModel model) throws Exception {
        try (var source = both(model)) {
            assertThat(settled(source, Channel.BACKUP_CURRENT)).isNotEmpty()
                    .allSatisfy(value -> assertThat(value).isCloseTo(3, within(0.002)));
            amperes = -1.5;
            assertThat(settled(source, Channel.BACKUP_CURRENT)).isNotEmpty()
                    .allSatisfy(value -> assertThat(value).isCloseTo(-1.5, within(0.002)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void currentBeyondTheShuntRange_readsTheRail(InaModel model) throws Exception {
        amperes = 200;
        try (var source = both(model)) {
            double rail = source.channels().getLast().railVolts();
            assertThat(rail).isCloseTo(model.shuntFullScaleVolts() / SHUNT_OHMS, within(1e-6));
            assertThat(settled(source, Channel.BACKUP_CURRENT)).isNotEmpty()
                    .allSatisfy(value -> assertThat(value).isGreaterThanOrEqualTo(rail - 1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCycle_isAtMostOneSampleAtATimeOfItsOwn(InaModel model) throws Exception {
        try (var source = both(model)) {
            pollUntil(source, Status.Delivered.class);
            long from = simulated(model).cycles();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
            while (System.nanoTime() < until) {
                source.poll(this::keep);
            }
            long cycles = simulated(model).cycles() - from;

            assertThat(valuesOf(Channel.BACKUP).size()).isEqualTo(valuesOf(Channel.BACKUP_CURRENT).size())
                    .isGreaterThan(30).isLessThanOrEqualTo((int) cycles);
            assertThat(nanos.get(Channel.BACKUP)).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void channels_haveTheRateThatTheChipIsSetTo() {
        try (var source = both(InaModel.INA226)) {
            assertThat(source.channels()).extracting(ChannelInfo::channel).containsExactly(Channel.BACKUP,
                    Channel.BACKUP_CURRENT);
            assertThat(source.channels()).extracting(ChannelInfo::device).containsOnly("ina226-1-0x40");
            assertThat(source.channels()).allSatisfy(
                    info -> assertThat(info.nominalRateHertz()).isCloseTo(850, within(1.0)));
        }
    }

    @Test
    void chipsOfOneBus_areSampledSideBySideAndOneGoesOnWithoutTheOther() throws Exception {
        try (var source = new InaSource(header,
                List.of(wiring(InaModel.INA226, ChannelScale.uncalibrated(Channel.BACKUP), null),
                        wiring(InaModel.INA228, ChannelScale.uncalibrated(Channel.ONBOARD), null)),
                System::nanoTime)) {
            pollUntil(source, Status.Delivered.class);
            ina226.fail(Fault.NO_ACKNOWLEDGE);
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);

            assertThat(lost.channels()).containsExactly(Channel.BACKUP);
            assertThat(lost.reason()).contains("ina226-1-0x40", "no acknowledge", "powered").doesNotContain("ina228");
            assertThat(settled(source, Channel.ONBOARD)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyFault_isALossWithinASecondThatHealsByItself(Fault fault) throws Exception {
        for (InaModel model : InaModel.values()) {
            SimulatedIna chip = simulated(model);
            try (var source = new InaSource(header, List.of(wiring(model, ChannelScale.uncalibrated(Channel.BACKUP),
                    null)), System::nanoTime)) {
                if (fault != Fault.WRONG_IDENTITY) {
                    pollUntil(source, Status.Delivered.class);
                }
                chip.fail(fault);
                long from = System.nanoTime();
                Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
                assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
                assertThat(lost.reason()).startsWith(source.channels().getFirst().device()).contains(reason(fault));
                source.poll(this::keep);
                assertThat(values).as("nothing is made up during %s", fault).isEmpty();

                chip.fail(Fault.NONE);
                pollUntil(source, Status.Delivered.class);
                assertThat(source.counters().lost()).isEqualTo(fault == Fault.WRONG_IDENTITY ? 0 : 1);
            }
        }
    }

    private static String reason(Fault fault) {
        return switch (fault) {
            case NONE -> "";
            case NO_ACKNOWLEDGE -> "does not answer (no acknowledge): is it powered and wired?";
            case STUCK_BUS -> "does not answer (timed out): is it powered and wired?";
            case NEVER_READY -> "does not finish its conversions";
            case WRONG_IDENTITY -> "names itself 0x5449 0x2";
            case READS_ONES -> "has lost its settings";
        };
    }

    @Test
    void stuckBus_holdsAPollForOneTransferOnly() throws Exception {
        try (var source = new InaSource(header,
                List.of(wiring(InaModel.INA226, ChannelScale.uncalibrated(Channel.BACKUP), null),
                        wiring(InaModel.INA228, ChannelScale.uncalibrated(Channel.ONBOARD), null)),
                System::nanoTime)) {
            ina226.fail(Fault.STUCK_BUS);
            ina228.fail(Fault.STUCK_BUS);
            long from = System.nanoTime();
            source.poll(block -> {});

            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    @ParameterizedTest
    @EnumSource
    void chipThatWasReset_isSetUpAgain(InaModel model) throws Exception {
        try (var source = both(model)) {
            pollUntil(source, Status.Delivered.class);
            if (model == InaModel.INA226) {
                ina226.brownOut();
            } else {
                ina228.brownOut();
            }
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
            assertThat(lost.reason()).contains("has lost its settings: is its supply steady?");
            pollUntil(source, Status.Delivered.class);
        }
    }

    @Test
    void damagedFactorySettings_areNotTrusted() throws Exception {
        try (var source = both(InaModel.INA228)) {
            ina228.damage(true);
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
            assertThat(lost.reason()).contains("factory settings are damaged");
        }
    }

    @Test
    void implausibleVoltage_isCountedAndLeftOut() throws Exception {
        volts = 33;
        try (var source = both(InaModel.INA226)) {
            assertThat(settled(source, Channel.BACKUP_CURRENT)).isNotEmpty();

            assertThat(valuesOf(Channel.BACKUP)).isEmpty();
            assertThat(source.counters().implausible()).isPositive();
        }
    }

    @Test
    void wiringThatCannotBe_isRefused() {
        ChannelScale backup = ChannelScale.uncalibrated(Channel.BACKUP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InaWiring(InaModel.INA226, 1, 0x50, 0.1, backup, null))
                .withMessage("address is 0x50, must be within 0x40 and 0x4f");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InaWiring(InaModel.INA226, 1, 0x40, 0, backup, null))
                .withMessage("shunt_ohms is 0.0, must be from 1.0E-5 to 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InaWiring(InaModel.INA226, 1, 0x40, 0.1, null, null))
                .withMessage("voltage and current are missing, must be at least one channel");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InaWiring(InaModel.INA226, 1, 0x40, 0.1, null, backup))
                .withMessage("current is backup, must be a channel in amperes");
        assertThatIllegalArgumentException().isThrownBy(() -> new InaSource(header, List.of(
                wiring(InaModel.INA226, backup, null), wiring(InaModel.INA228, backup, null)), System::nanoTime))
                .withMessage("chips name a channel twice, must name each once");
    }
}
