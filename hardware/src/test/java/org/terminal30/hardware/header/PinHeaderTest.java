package org.terminal30.hardware.header;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.event.ShutdownEvent;
import com.pi4j.event.ShutdownListener;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.hardware.signal.Indication;
import org.terminal30.hardware.signal.Light;
import org.terminal30.hardware.signal.SignalLines;
import org.terminal30.hardware.signal.SignalLines.Line;
import org.terminal30.hardware.signal.SignalPanel;
import org.terminal30.hardware.signal.SignalThread;
import org.terminal30.hardware.signal.Tone;
import org.terminal30.hardware.simulated.InaInputs;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedGpio;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;
import org.terminal30.hardware.simulated.SimulatedIna226;
import org.terminal30.hardware.simulated.SimulatedMcp3208;
import org.terminal30.hardware.simulated.SimulatedReadyPin;
import org.terminal30.hardware.simulated.SimulatedSpiProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** A whole header through Pi4J: converters on both buses, a ready pin, a light. */
@Timeout(60)
class PinHeaderTest {
    private static final int READY = 17;
    private static final int GREEN = 5;
    private static final int LAMP = 6;
    private static final Indication CALM = new Indication(Light.STEADY, Light.OFF, Light.OFF, Tone.SILENT);
    private static final InaInputs AT_REST = new InaInputs() {
        @Override
        public double busVoltsAt(long nanos) {
            return 12.6;
        }

        @Override
        public double shuntVoltsAt(long nanos) {
            return 0.01;
        }
    };

    private final SimulatedGpio gpio = new SimulatedGpio();
    private final SimulatedAds1115 ads1115 = new SimulatedAds1115(System::nanoTime,
            (pin, at) -> Divider.BOX.pinVolts(12.6), 1.0);
    private final SimulatedReadyPin readyPin = new SimulatedReadyPin(ads1115, gpio, READY);
    private final List<Context> made = new ArrayList<>();
    /** Whether the light was lit when a context began to shut down. */
    private final List<Boolean> litAtShutdown = new ArrayList<>();
    private final PinHeader header = new PinHeader(this::context);

    private Context context() {
        Context context = Pi4J.newContextBuilder().noAutoDetect()
                .add(new SimulatedI2cProvider().with(1, 0x48, ads1115).with(1, 0x40,
                        new SimulatedIna226(System::nanoTime, AT_REST, 1.0)))
                .add(new SimulatedSpiProvider().with(0, 0, new SimulatedMcp3208(System::nanoTime,
                        (pin, at) -> Divider.BOX.pinVolts(12.6), 3.0)))
                .add(gpio.inputs(), gpio.outputs()).disableShutdownHook().build();
        context.addListener(new ShutdownListener() {
            @Override
            public void beforeShutdown(ShutdownEvent event) {
                litAtShutdown.add(gpio.isHigh(GREEN));
            }

            @Override
            public void onShutdown(ShutdownEvent event) {
                assertThat(gpio.isHigh(GREEN)).isFalse();
            }
        });
        made.add(context);
        return context;
    }

    private Ads1115Source ads1115() {
        return new Ads1115Source(header, List.of(new Ads1115Input(ChannelScale.uncalibrated(Channel.ONBOARD), 1, 0x48,
                Ads1115.Input.AIN0, Divider.BOX, OptionalInt.of(READY))), System::nanoTime);
    }

    private InaSource ina() {
        return new InaSource(header, List.of(new InaWiring(InaModel.INA226, 1, 0x40, 0.001,
                ChannelScale.uncalibrated(Channel.BACKUP), null)), System::nanoTime);
    }

    private Mcp3208Source mcp3208() {
        return new Mcp3208Source(header, new Mcp3208Wiring(0, 0, 1_000_000, 1_000, 3.0,
                List.of(new Mcp3208Input(ChannelScale.uncalibrated(Channel.RADIO), 0, Divider.BOX))),
                System::nanoTime);
    }

    private SignalThread signals(SignalPanel panel) {
        return new SignalThread(panel, () -> {}, System::nanoTime);
    }

    private SignalPanel panel() {
        return new SignalPanel(header, new SignalLines(new Line(GREEN, false), null, null, null, null));
    }

    @AfterEach
    void closeThePin() {
        readyPin.close();
    }

    private static void assertDelivers(VoltageSource source) throws InterruptedException {
        Status status = source.poll(block -> {});
        for (int i = 0; i < 100 && !status.equals(Status.DELIVERED); i++) {
            status = source.poll(block -> {});
        }
        assertThat(status).as("%s", source.channels()).isEqualTo(Status.DELIVERED);
    }

    private void awaitLit(SignalPanel panel, boolean lit) {
        await().until(() -> {
            panel.show(lit ? CALM : Indication.DARK, System.nanoTime());
            return gpio.isHigh(GREEN) == lit;
        });
    }

    @Test
    void sourceThatIsClosed_leavesOtherSourcesReadyPinAndSignalsAtWork() throws Exception {
        SignalPanel panel = panel();
        try (var ads1115 = ads1115(); var signals = signals(panel)) {
            try (var mcp3208 = mcp3208()) {
                try (var ina = ina()) {
                    signals.start();
                    assertDelivers(ads1115);
                    assertDelivers(mcp3208);
                    assertDelivers(ina);
                    awaitLit(panel, true);
                    assertThat(made).as("one context for all of it").hasSize(1);
                }
                assertDelivers(mcp3208);
            }
            assertDelivers(ads1115);
            awaitLit(panel, false);
            awaitLit(panel, true);
            assertThat(signals.trouble()).isNull();
            assertThat(made.getFirst().isShutdown()).isFalse();
        }
    }

    @Test
    void sourceThatIsClosed_givesItsOwnBackAndNothingElse() throws Exception {
        try (var ina = ina()) {
            assertDelivers(ina);
            for (int i = 0; i < 2; i++) {
                // Its line and its address can be had anew.
                try (var ads1115 = ads1115()) {
                    assertDelivers(ads1115);
                    assertThat(made.getFirst().registry().all()).hasSize(3);
                }
                assertThat(made.getFirst().registry().all()).as("the INA226").hasSize(1);
            }
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void contextGoesWithTheLastWhoUsesIt_inWhateverOrderTheyClose() throws Exception {
        for (boolean sourceFirst : new boolean[]{true, false}) {
            SignalPanel panel = panel();
            var signals = signals(panel);
            var source = ads1115();
            signals.start();
            assertDelivers(source);
            awaitLit(panel, true);
            Context context = made.getLast();

            (sourceFirst ? source : signals).close();
            assertThat(context.isShutdown()).isFalse();
            (sourceFirst ? signals : source).close();
            assertThat(context.isShutdown()).isTrue();
        }
        assertThat(litAtShutdown).as("lights go out before the context does").containsExactly(false, false);
    }

    @Test
    void headerThatNobodyMeasuresWith_makesNoContext() {
        try (var source = ads1115(); var signals = signals(panel())) {
            assertThat(source.channels()).hasSize(1);
            assertThat(signals.trouble()).isNull();
        }
        assertThat(made).isEmpty();
    }

    private static DigitalOutput lamp(Context context) {
        return context.create(DigitalOutput.newConfigBuilder(context).id("lamp").address(LAMP)
                .initial(DigitalState.HIGH).shutdown(DigitalState.LOW).build());
    }

    @Test
    void leaseThatIsClosed_opensNothingAndEndsOnce() {
        Lease other = header.lease();
        Lease lease = header.lease();
        lease.open(PinHeaderTest::lamp);
        lease.close();
        lease.close();

        assertThat(gpio.isHigh(LAMP)).isFalse();
        assertThatExceptionOfType(Pi4JException.class).isThrownBy(() -> lease.open(PinHeaderTest::lamp))
                .withMessage("the lease is closed");
        assertThat(made.getFirst().isShutdown()).as("another lease is open").isFalse();
        other.close();
        assertThat(made.getFirst().isShutdown()).isTrue();
    }

    @Test
    void lineThatCannotBeGivenBack_holdsUpNeitherTheOthersNorTheContext() {
        Lease lease = header.lease();
        lease.open(PinHeaderTest::lamp);
        lease.open(context -> context.create(DigitalOutput.newConfigBuilder(context).id("green").address(GREEN)
                .initial(DigitalState.HIGH).shutdown(DigitalState.LOW).build()));
        gpio.fail(LAMP, "burnt out");
        lease.close();

        assertThat(gpio.isHigh(GREEN)).isFalse();
        assertThat(made.getFirst().isShutdown()).isTrue();
    }

    @Test
    void machineWithoutPins_isSaidSoAndAskedAgain() {
        var asked = new ArrayList<String>();
        var bare = new PinHeader(() -> {
            asked.add("once more");
            throw new IllegalStateException("no such board");
        });
        try (Lease lease = bare.lease()) {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(Pi4JException.class).isThrownBy(() -> lease.open(PinHeaderTest::lamp))
                        .withMessage("no such board");
            }
        }
        assertThat(asked).hasSize(2);
    }
}
