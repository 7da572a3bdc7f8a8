package org.terminal30.hardware.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Status;
import org.terminal30.hardware.serial.InstrumentProbe.Kind;
import org.terminal30.hardware.serial.InstrumentProbe.Result;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsProgram("socat")
@Timeout(60)
class InstrumentSourceTest {
    private static final ChannelScale ONBOARD = ChannelScale.uncalibrated(Channel.ONBOARD);
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final PseudoTerminalPair cable = new PseudoTerminalPair();
    private final List<Double> values = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    @AfterEach
    void unplug() {
        cable.close();
    }

    private void keep(SampleBlock block) {
        for (int i = 0; i < block.size(); i++) {
            values.add(block.valueAt(i));
            nanos.add(block.nanosAt(i));
        }
    }

    private String port() {
        return cable.port().toString();
    }

    private SerialSource elm327() {
        return SerialSource.elm327(port(), 38_400, ONBOARD, System::nanoTime);
    }

    private SerialSource scpi() {
        return SerialSource.scpi(port(), 9_600, ONBOARD, System::nanoTime);
    }

    private SerialSource veDirect() {
        return SerialSource.veDirect(port(), 19_200, List.of(ONBOARD), List.of(VeDirectField.V), System::nanoTime);
    }

    private void pollUntilSamples(SerialSource source, int samples) throws InterruptedException {
        pollUntil(source, status -> values.size() >= samples);
    }

    private Status pollUntil(SerialSource source, Predicate<Status> done) throws InterruptedException {
        long from = System.nanoTime();
        Status status = source.poll(this::keep);
        while (!done.test(status)) {
            assertThat(System.nanoTime() - from).as("%s after %s, %s", status, values, source.counters())
                    .isLessThan(BOUND_NANOS);
            long before = System.nanoTime();
            status = source.poll(this::keep);
            assertThat(System.nanoTime() - before).as("one poll").isLessThan(TimeUnit.SECONDS.toNanos(2));
        }
        return status;
    }

    private void unplugAndReplug(SerialSource source, Runnable instrument) throws InterruptedException {
        int before = values.size();
        cable.unplug();
        long from = System.nanoTime();
        Status lost = pollUntil(source, Status.Lost.class::isInstance);
        assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(((Status.Lost) lost).channels()).containsExactly(Channel.ONBOARD);
        assertThat(source.counters().lost()).isEqualTo(1);

        cable.replug();
        instrument.run();
        pollUntilSamples(source, before + 2);
        assertThat(nanos).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void elm327_isMeasuredThroughResetUnplugAndReplug() throws Exception {
        var adapter = new SimulatedElm327("ELM327 v1.5", "\r");
        Runnable plug = () -> PlayedInstrument.answering(adapter, cable.instrument());
        plug.run();
        try (SerialSource source = elm327()) {
            pollUntilSamples(source, 5);
            adapter.resets();
            pollUntilSamples(source, 8);
            unplugAndReplug(source, plug);

            assertThat(values).containsOnly(12.6);
            assertThat(source.identity()).contains("ELM327 v1.5");
            assertThat(source.channels()).containsExactly(new ChannelInfo(Channel.ONBOARD, 5, port(), Timing.HOST,
                    Double.POSITIVE_INFINITY, CalibrationState.COARSE));
        }
    }

    /** A pseudo-terminal carries bytes at any speed, so the adapter looks up which one was set at the other end. */
    @Test
    void elm327AtAnotherSpeed_isFound() throws Exception {
        PlayedInstrument.answering(new SimulatedElm327("ELM327 v2.1", "\r\n")
                .understandingOnly(() -> speedOfThePort().equals("9600")), cable.instrument());
        try (SerialSource source = elm327()) {
            pollUntilSamples(source, 2);

            assertThat(source.baud()).isEqualTo(9_600);
            assertThat(source.counters().lost()).isZero();
        }
    }

    private String speedOfThePort() {
        try {
            Process stty = new ProcessBuilder("stty", "-F", port(), "speed").redirectErrorStream(true).start();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the speed of " + port(), e);
        }
    }

    @Test
    void veDirect_isMeasuredThroughUnplugAndReplugInTheMiddleOfABlock() throws Exception {
        byte[] block = VeDirectBytes.block("PID 0x203", "V 12065", "I -7625");
        Runnable plug = () -> PlayedInstrument.repeating(block, 50, cable.instrument());
        plug.run();
        try (SerialSource source = veDirect()) {
            pollUntilSamples(source, 5);
            unplugAndReplug(source, plug);

            assertThat(values).containsOnly(12.065);
            assertThat(source.counters().malformed()).isZero();
        }
    }

    @Test
    void multimeter_isMeasuredThroughOverloadUnplugAndReplug() throws Exception {
        var meter = new SimulatedMultimeter("\r\n", true);
        Runnable plug = () -> PlayedInstrument.answering(meter, cable.instrument());
        plug.run();
        try (SerialSource source = scpi()) {
            pollUntilSamples(source, 2);
            meter.measures(9.9e37);
            pollUntil(source, status -> source.counters().implausible() > 0);
            meter.measures(12.5);
            unplugAndReplug(source, plug);

            assertThat(values).containsOnly(12.60345, 12.5);
            assertThat(source.identity()).contains(SimulatedMultimeter.NAME);
        }
    }

    @Test
    void instrumentThatNeverAnswers_isLostWithinASecondOrTwoAndFoundWhenItDoes() throws Exception {
        try (SerialSource source = elm327()) {
            long from = System.nanoTime();
            Status lost = pollUntil(source, Status.Lost.class::isInstance);
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(2));
            assertThat(((Status.Lost) lost).reason()).isEqualTo(port() + ": waiting for the ELM327 to answer ATZ");

            PlayedInstrument.answering(new SimulatedElm327("ELM327 v1.5", "\r"), cable.instrument());
            pollUntilSamples(source, 1);
        }
    }

    @Test
    void probe_tellsWhatAnswersAndWhatItMeasures() throws Exception {
        PlayedInstrument.answering(new SimulatedElm327("ELM327 v1.5", "\r"), cable.instrument());

        assertThat(InstrumentProbe.probe(port(), Kind.ELM327, System::nanoTime))
                .isEqualTo(new Result.Found(Kind.ELM327, 38_400, "ELM327 v1.5", Channel.ONBOARD, 12.6));
        assertThat(InstrumentProbe.probe(port(), Kind.VE_DIRECT, System::nanoTime))
                .isInstanceOfSatisfying(Result.Nothing.class,
                        nothing -> assertThat(nothing.reason()).contains("no block with [V] comes"));
        assertThat(InstrumentProbe.probe("/dev/does-not-exist", System::nanoTime))
                .isEqualTo(new Result.Nothing("/dev/does-not-exist is not there"));
    }

    @Test
    void probeForEverything_findsWhatSpeaksByItself() throws Exception {
        PlayedInstrument.repeating(VeDirectBytes.block("PID 0x203", "V 12065"), 100, cable.instrument());

        assertThat(InstrumentProbe.probe(port(), System::nanoTime))
                .isEqualTo(new Result.Found(Kind.VE_DIRECT, 19_200, "Victron product 0x203", Channel.ONBOARD, 12.065));
    }
}
