package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

import com.pi4j.Pi4J;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.agent.bay.SilenceBench.Rig;
import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115Input;
import org.terminal30.hardware.adc.Ads1115Source;
import org.terminal30.hardware.adc.InaModel;
import org.terminal30.hardware.adc.InaSource;
import org.terminal30.hardware.adc.InaWiring;
import org.terminal30.hardware.adc.Mcp3208Input;
import org.terminal30.hardware.adc.Mcp3208Source;
import org.terminal30.hardware.adc.Mcp3208Wiring;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.simulated.InaInputs;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedGpio;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;
import org.terminal30.hardware.simulated.SimulatedIna;
import org.terminal30.hardware.simulated.SimulatedIna226;
import org.terminal30.hardware.simulated.SimulatedIna228;
import org.terminal30.hardware.simulated.SimulatedMcp3208;
import org.terminal30.hardware.simulated.SimulatedReadyPin;
import org.terminal30.hardware.simulated.SimulatedSpiProvider;

/** A bay whose chip never answers, or falls silent, says so within a second and measures again by itself (rule B3). */
@Timeout(60)
class SilentChipTest {
    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final double VOLTS = 12.6;
    private static final int READY_GPIO = 17;
    private static final ChannelScale ONBOARD = ChannelScale.uncalibrated(Channel.ONBOARD);

    /** The chips that a bay may have, and how they are driven. */
    enum Family {
        ADS1115,
        ADS1115_WITH_READY_PIN,
        MCP3208,
        INA226,
        INA228
    }

    @TempDir
    private Path directory;

    private final SimulatedAds1115 ads1115 = new SimulatedAds1115(System::nanoTime,
            (pin, at) -> Divider.BOX.pinVolts(VOLTS), 1.0);
    private final SimulatedGpio gpio = new SimulatedGpio();
    private final SimulatedReadyPin readyPin = new SimulatedReadyPin(ads1115, gpio, READY_GPIO);

    @AfterEach
    void closeThePin() {
        readyPin.close();
    }

    private Rig rig(Family family) {
        return switch (family) {
            case ADS1115 -> ads1115(OptionalInt.empty());
            case ADS1115_WITH_READY_PIN -> ads1115(OptionalInt.of(READY_GPIO));
            case MCP3208 -> mcp3208();
            case INA226 -> ina(InaModel.INA226, new SimulatedIna226(System::nanoTime, new AtRest(), 1.0));
            case INA228 -> ina(InaModel.INA228, new SimulatedIna228(System::nanoTime, new AtRest(), 1.0));
        };
    }

    private Rig ads1115(OptionalInt ready) {
        var header = new PinHeader(() -> Pi4J.newContextBuilder().noAutoDetect()
                .add(new SimulatedI2cProvider().with(1, 0x48, ads1115), gpio.inputs()).disableShutdownHook().build());
        var source = new Ads1115Source(header,
                List.of(new Ads1115Input(ONBOARD, 1, 0x48, Ads1115.Input.AIN0, Divider.BOX, ready)), System::nanoTime);
        return new Rig(source, () -> ads1115.fail(SimulatedAds1115.Fault.NO_ACKNOWLEDGE),
                () -> ads1115.fail(SimulatedAds1115.Fault.NONE));
    }

    private static Rig mcp3208() {
        var chip = new SimulatedMcp3208(System::nanoTime, (pin, at) -> Divider.BOX.pinVolts(VOLTS), 3.0);
        var source = new Mcp3208Source(new SimulatedSpiProvider().with(0, 0, chip).header(), new Mcp3208Wiring(0, 0,
                1_000_000, 1_000, 3.0, List.of(new Mcp3208Input(ONBOARD, 0, Divider.BOX))), System::nanoTime);
        return new Rig(source, () -> chip.fail(SimulatedMcp3208.Fault.ABSENT_LINE_LOW),
                () -> chip.fail(SimulatedMcp3208.Fault.NONE));
    }

    private static Rig ina(InaModel model, SimulatedIna chip) {
        var source = new InaSource(new SimulatedI2cProvider().with(1, 0x40, chip).header(),
                List.of(new InaWiring(model, 1, 0x40, 0.001, ONBOARD, null)), System::nanoTime);
        return new Rig(source, () -> chip.fail(SimulatedIna.Fault.NO_ACKNOWLEDGE),
                () -> chip.fail(SimulatedIna.Fault.NONE));
    }

    private record AtRest() implements InaInputs {
        @Override
        public double busVoltsAt(long nanos) {
            return VOLTS;
        }

        @Override
        public double shuntVoltsAt(long nanos) {
            return 0;
        }
    }

    @ParameterizedTest
    @EnumSource
    void chipThatNeverAnswers_isSaidWithinASecondAndMeasuredWhenItComes(Family family) throws Exception {
        new SilenceBench(directory).neverAnswers(rig(family), BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void chipThatFallsSilent_isSaidWithinASecondAndMeasuredWhenItIsBack(Family family) throws Exception {
        new SilenceBench(directory).fallsSilent(rig(family), BOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADS1115", "ADS1115_WITH_READY_PIN"})
    void converterThatNeverFinishes_isSaidWithinASecondAndMeasuredWhenItDoes(Family family) throws Exception {
        Rig rig = rig(family);
        var never = new Rig(rig.source(), rig.complaint(), () -> ads1115.fail(SimulatedAds1115.Fault.NEVER_READY),
                rig.mendIt());
        new SilenceBench(directory).fallsSilent(never, BOUND);
    }
}
