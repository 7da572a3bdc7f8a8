package org.terminal30.agent;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.source.Sources;
import org.terminal30.hardware.header.PinHeader;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.VoltageSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class CalibrateCommandTest {
    private final InputStream stdin = System.in;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @AfterEach
    void giveBackTheInput() {
        System.setIn(stdin);
    }

    /** A bay with a simulated chip that reads 12.6 V for an hour. */
    private Path bay() throws Exception {
        return Files.writeString(directory.resolve("bay.toml"), """
                site = "main"
                bay = "1"
                state = "state"
                calibrations = "our calibrations.toml"
                [source]
                type = "waveform"
                profile = "iso16750-momentary-drop"
                rest_volts = 12.6
                pause_seconds = 3600
                """);
    }

    private int calibrate(String... more) throws Exception {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "calibrate";
        arguments[1] = "--config";
        arguments[2] = bay().toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return new CommandLine(new Main()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path written() {
        return directory.resolve("our calibrations.toml");
    }

    @Test
    void twoPointsOfAScript_areWrittenAndCountFromThenOn() throws Exception {
        assertThat(calibrate("--who", "Anna", "--meter", "Fluke 87V", "--point", "15.1:15.0", "--point", "9.9:10.0",
                "--check", "12.6:12.59")).isZero();

        assertThat(out.toString()).contains("at 10.000 V the bay read 9.900, wrong by -100 mV",
                "Written to " + written());
        BayConfig config = BayConfig.read(directory.resolve("bay.toml"));
        assertThat(config.calibrations().history().records()).hasSize(1);
        try (VoltageSource source = Sources.open(config, PinHeader.ofThisMachine(), System::nanoTime)) {
            assertThat(source.channels().getFirst().calibration()).isEqualTo(CalibrationState.CALIBRATED);
        }
    }

    @Test
    void scaleThatPartsCannotExplain_needsItsOptionInAScript() throws Exception {
        String[] points = {"--who", "Anna", "--meter", "Fluke", "--point", "8:10", "--point", "12:15"};

        assertThat(calibrate(points)).isEqualTo(1);
        assertThat(err.toString()).contains("the scale would change by +25.0 %", "--accept-gain");
        assertThat(written()).doesNotExist();
    }

    @Test
    void inputThatEndsInTheMiddle_leavesEverythingAsItWas() throws Exception {
        System.setIn(new ByteArrayInputStream("Anna\nFluke\n\n12.60\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(calibrate()).isEqualTo(1);
        assertThat(out.toString()).contains("Step 1.", "The bay reads 12.6", "steady.", "Step 2.");
        assertThat(err.toString()).contains("the input has ended, nothing is changed");
        assertThat(written()).doesNotExist();
    }

    @Test
    void wrongUsage_isSaidWithExitCode2() throws Exception {
        assertThat(calibrate("--channel", "roof")).isEqualTo(2);
        assertThat(calibrate("--point", "10:10")).isEqualTo(2);
        assertThat(calibrate("--point", "ten:10")).isEqualTo(2);
        assertThat(err.toString()).contains("--channel is roof, must be one of onboard",
                "--point is given twice, together with --who and --meter", "'ten:10' is not READING:METER");
    }
}
