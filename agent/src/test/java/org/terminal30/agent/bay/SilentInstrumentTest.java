package org.terminal30.agent.bay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.agent.bay.SilenceBench.Rig;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.serial.PlayedInstrument;
import org.terminal30.hardware.serial.PlayedStream;
import org.terminal30.hardware.serial.SerialSource;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.hardware.serial.SimulatedElm327;
import org.terminal30.hardware.serial.SimulatedMultimeter;
import org.terminal30.hardware.serial.TalkingInstrument;
import org.terminal30.hardware.serial.VeDirectBytes;
import org.terminal30.hardware.serial.VeDirectField;
import org.terminal30.testing.NeedsProgram;
import org.terminal30.testing.PseudoTerminalPair;

/**
 * A bay whose instrument never answers, or falls silent, says so and measures again by itself: within a second, or three of its
 * own intervals where it is slower than three readings a second (rule B3).
 */
@NeedsProgram("socat")
@Timeout(60)
class SilentInstrumentTest {
    /** For the read that is under way, and for what else runs on the machine. */
    private static final Duration SLACK = Duration.ofMillis(500);
    private static final ChannelScale ONBOARD = ChannelScale.uncalibrated(Channel.ONBOARD);
    private static final NanoClock CLOCK = System::nanoTime;
    private static final double TEXT_HERTZ = 100;
    private static final double STREAM_HERTZ = 1_000;
    private static final int STREAM_FRAMES = 600;
    private static final byte[] SILENCE = {};

    /** The instruments that a bay may have, and within which time their silence is noticed. */
    enum Family {
        TEXT_LINE(1_000, "onboard: no sample"),
        STREAM(1_000, "onboard: no sample"),
        ELM327(1_000, "PORT: "),
        SCPI(1_500, "PORT: "),
        VE_DIRECT(3_000, "PORT: ");

        private final Duration bound;
        private final String complaint;

        Family(int boundMillis, String complaint) {
            this.bound = Duration.ofMillis(boundMillis);
            this.complaint = complaint;
        }
    }

    @TempDir
    private Path directory;

    private final PseudoTerminalPair cable = new PseudoTerminalPair();
    private volatile boolean silent;

    @AfterEach
    void unplug() {
        cable.close();
    }

    private Rig rig(Family family) {
        String port = cable.port().toString();
        SerialSource source = switch (family) {
            case TEXT_LINE -> SerialSource.text(settings(port, TEXT_HERTZ), CLOCK);
            case STREAM -> SerialSource.stream(settings(port, STREAM_HERTZ), CLOCK);
            case ELM327 -> SerialSource.elm327(port, SerialSource.ELM327_BAUD, ONBOARD, CLOCK);
            case SCPI -> SerialSource.scpi(port, SerialSource.SCPI_BAUD, ONBOARD, CLOCK);
            case VE_DIRECT -> SerialSource.veDirect(port, SerialSource.VE_DIRECT_BAUD, List.of(ONBOARD),
                    List.of(VeDirectField.V), CLOCK);
        };
        plug(family);
        return new Rig(source, family.complaint.replace("PORT", port), () -> silent = true,
                () -> silent = false);
    }

    private static SerialTextSettings settings(String port, double rateHertz) {
        return new SerialTextSettings(port, SerialTextSettings.DEFAULT_BAUD, List.of(ONBOARD), rateHertz);
    }

    private void plug(Family family) {
        switch (family) {
            case TEXT_LINE -> says(SilentInstrumentTest::line, 10);
            case STREAM -> Thread.ofPlatform().daemon().name("front-end").start(this::stream);
            case ELM327 -> answers(new SimulatedElm327("ELM327 v1.5", "\r"));
            case SCPI -> answers(new SimulatedMultimeter("\r\n", false));
            case VE_DIRECT -> says(() -> VeDirectBytes.block("PID 0x203", "V 12600"), 1_000);
        }
    }

    private void answers(TalkingInstrument instrument) {
        PlayedInstrument.answering(heard -> silent ? SILENCE : instrument.answer(heard), cable.instrument());
    }

    private void says(Supplier<byte[]> what, int everyMillis) {
        PlayedInstrument.saying(() -> silent ? SILENCE : what.get(), everyMillis, cable.instrument());
    }

    private static byte[] line() {
        return "# t30 us onboard\n%d,12.6\n".formatted(System.nanoTime() / 1_000 % (1L << 32))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void stream() {
        try {
            new PlayedStream(1, STREAM_HERTZ).play(STREAM_FRAMES, bytes -> {
                if (!silent) {
                    cable.write(bytes);
                }
            });
        } catch (IOException | UncheckedIOException cableWasPulled) {
            // The end of this front-end, and of the test.
            return;
        }
    }

    @ParameterizedTest
    @EnumSource
    void instrumentThatNeverAnswers_isSaidInTimeAndMeasuredWhenItDoes(Family family) throws Exception {
        new SilenceBench(directory).neverAnswers(rig(family), family.bound.plus(SLACK));
    }

    @ParameterizedTest
    @EnumSource
    void instrumentThatFallsSilent_isSaidInTimeAndMeasuredWhenItSpeaksAgain(Family family) throws Exception {
        new SilenceBench(directory).fallsSilent(rig(family), family.bound.plus(SLACK));
    }
}
