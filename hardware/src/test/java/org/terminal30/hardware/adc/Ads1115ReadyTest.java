package org.terminal30.hardware.adc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

import com.pi4j.Pi4J;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedAds1115.Fault;
import org.terminal30.hardware.simulated.SimulatedGpio;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;
import org.terminal30.hardware.simulated.SimulatedReadyPin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

@Timeout(30)
class Ads1115ReadyTest {
    private static final int READY_GPIO = 17;

    private volatile double volts = 12.6;
    private final SimulatedGpio gpio = new SimulatedGpio();
    private final SimulatedAds1115 chip = new SimulatedAds1115(System::nanoTime,
            (pin, at) -> Divider.BOX.pinVolts(volts), 0.95);
    private final SimulatedReadyPin pin = new SimulatedReadyPin(chip, gpio, READY_GPIO);
    private final PinHeader header = new PinHeader(() -> Pi4J.newContextBuilder().noAutoDetect()
            .add(new SimulatedI2cProvider().with(1, 0x48, chip), gpio.inputs()).disableShutdownHook().build());
    private final List<Double> values = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    private static Ads1115Input input(Channel channel, Ads1115.Input pin, OptionalInt ready) {
        return new Ads1115Input(ChannelScale.uncalibrated(channel), 1, 0x48, pin, Divider.BOX, ready);
    }

    private Ads1115Source source() {
        return new Ads1115Source(header,
                List.of(input(Channel.ONBOARD, Ads1115.Input.AIN2, OptionalInt.of(READY_GPIO))), System::nanoTime);
    }

    @AfterEach
    void closeWhatWasOpened() {
        pin.close();
    }

    private void keep(SampleBlock block) {
        for (int i = 0; i < block.size(); i++) {
            values.add(block.valueAt(i));
            nanos.add(block.nanosAt(i));
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
    void continuousMode_deliversEachConversionAtMostOnceAtATimeOfItsOwn() throws Exception {
        try (var source = source()) {
            pollUntil(source, Status.Delivered.class);
            long from = chip.conversions();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(400);
            while (System.nanoTime() < until) {
                source.poll(this::keep);
            }

            assertThat(values).hasSizeGreaterThan(40).hasSizeLessThanOrEqualTo((int) (chip.conversions() - from))
                    .allSatisfy(value -> assertThat(value).isCloseTo(12.6, within(0.015)));
            assertThat(nanos).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void reversalAndJumpStart_areSeenThroughTheBox() throws Exception {
        try (var source = source()) {
            pollUntil(source, Status.Delivered.class);
            for (double at : new double[]{-5 + 0.01, 0, 20, 28 - 0.01}) {
                volts = at;
                source.poll(block -> {});
                values.clear();
                for (int i = 0; i < 50 && values.isEmpty(); i++) {
                    source.poll(this::keep);
                }
                assertThat(values).isNotEmpty().allSatisfy(value -> assertThat(value).isCloseTo(at, within(0.015)));
            }
        }
    }

    @Test
    void readyLineThatIsStuck_isALossThatNamesItAndHealsByItself() throws Exception {
        try (var source = source()) {
            pollUntil(source, Status.Delivered.class);
            pin.stick(true);
            long from = System.nanoTime();
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);

            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
            assertThat(lost.reason())
                    .isEqualTo("ads1115-1-0x48 gives no pulse on GPIO 17: is ALERT/RDY wired to it?");
            source.poll(this::keep);
            assertThat(values).isEmpty();
            pin.stick(false);
            pollUntil(source, Status.Delivered.class);
        }
    }

    @Test
    void chipThatFails_isALossAndHealsByItself() throws Exception {
        try (var source = source()) {
            for (Fault fault : List.of(Fault.NO_ACKNOWLEDGE, Fault.STUCK_BUS, Fault.NEVER_READY)) {
                pollUntil(source, Status.Delivered.class);
                chip.fail(fault);
                long from = System.nanoTime();
                pollUntil(source, Status.Lost.class);
                assertThat(System.nanoTime() - from).as("%s", fault).isLessThan(TimeUnit.SECONDS.toNanos(1));
                chip.fail(Fault.NONE);
            }
            pollUntil(source, Status.Delivered.class);
            assertThat(source.counters().lost()).isEqualTo(3);
        }
    }

    @Test
    void lineThatCannotBeHad_isALossThatSaysWhy() throws Exception {
        gpio.refuse(READY_GPIO, "held by another program");
        try (var source = source()) {
            Status.Lost lost = (Status.Lost) pollUntil(source, Status.Lost.class);
            assertThat(lost.reason()).contains("GPIO 17");
            gpio.heal(READY_GPIO);
            pollUntil(source, Status.Delivered.class);
        }
    }

    @Test
    void readyPinOfAChipWithSeveralChannels_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ads1115Source(header, List.of(
                input(Channel.ONBOARD, Ads1115.Input.AIN0, OptionalInt.of(READY_GPIO)),
                input(Channel.BACKUP, Ads1115.Input.AIN1, OptionalInt.empty())), System::nanoTime))
                .withMessage("ready_gpio is set for a chip with 2 channels, must be one channel alone on its chip");
    }
}
