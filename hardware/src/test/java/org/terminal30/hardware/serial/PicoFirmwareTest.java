package org.terminal30.hardware.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.testing.DebianProgram;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** What the packing of the Pico's firmware writes, read by the bay's decoder. */
@NeedsProgram("python3")
class PicoFirmwareTest {
    private static final Path FIRMWARE = Path.of("firmware", "pico");

    private final List<StreamDescription> descriptions = new ArrayList<>();
    private final StreamDecoder decoder = new StreamDecoder();
    private int rows;

    /** 251 rows make the longest frame, 59 and 60 lie around a full block of COBS. */
    @ParameterizedTest
    @CsvSource({"300, 128", "300, 1", "50, 251", "50, 59", "50, 60"})
    void framesOfTheFirmware_areReadWholeWithTheirCounts(int frames, int rowsPerFrame) throws Exception {
        byte[] stream = output("try_frames.py", Integer.toString(frames), Integer.toString(rowsPerFrame));
        decoder.feed(stream, stream.length, new StreamDecoder.StreamSink() {
            @Override
            public void described(StreamDescription description) {
                descriptions.add(description);
            }

            @Override
            public void samples(SampleFrame frame) {
                check(frame);
            }
        });

        assertThat(decoder.malformed()).isZero();
        assertThat(rows).isEqualTo(frames * rowsPerFrame);
        assertThat(descriptions).containsExactly(new StreamDescription(4711, 100_000,
                List.of(new StreamDescription.Input("onboard", 33 / 4096f, -5),
                        new StreamDescription.Input("backup", 33 / 4096f, 0)),
                "t30-pico 1"));
    }

    private void check(SampleFrame frame) {
        assertThat(frame.run()).isEqualTo(4711);
        assertThat(frame.firstRow()).isEqualTo(rows);
        assertThat(frame.micros()).isEqualTo(rows * 100L);
        assertThat(frame.intervalNanos()).isEqualTo(100_000);
        for (int i = 0; i < frame.rows(); i++, rows++) {
            assertThat(frame.count(i, 0)).isEqualTo(rows % 4096);
            assertThat(frame.count(i, 1)).isEqualTo(rows * 7 % 4096);
        }
    }

    @Test
    void partsThatNeedAPico_areAtLeastPython() throws Exception {
        String program = "import ast, sys; [ast.parse(open(name).read(), name) for name in sys.argv[1:]]; print('fine')";
        assertThat(new String(output("-c", program, "main.py", "sampler.py"), StandardCharsets.UTF_8))
                .isEqualTo("fine\n");
    }

    private static byte[] output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(DebianProgram.PYTHON3.path().toString(), "-B"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(FIRMWARE.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
