package org.terminal30.hardware.trace;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written in any dialect is read back as it was. */
class RandomDialectTest {
    private static final int TRACES = 300;

    @TempDir
    Path directory;

    static List<Long> seeds() {
        return new SplittableRandom(20261121).longs(TRACES).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenInAnyDialect_isReadBack(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        char separator = ",;\t".charAt(random.nextInt(3));
        boolean quoted = random.nextBoolean();
        boolean decimalComma = (separator != ',' || quoted) && random.nextBoolean();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        boolean header = random.nextInt(4) > 0;
        String missing = List.of("", "-", "NaN", "n/a").get(random.nextInt(4));
        StringBuilder text = new StringBuilder();
        if (header) {
            text.append(random.nextBoolean() ? "Logger of a workshop" + end + end : "");
            text.append(row(separator, quoted, "time_s", "onboard")).append(end);
        }
        List<String> expected = new ArrayList<>();
        long micros = random.nextLong(1_000_000);
        long first = micros;
        for (int index = 0; index < 2 + random.nextInt(60); index++) {
            long millivolts = random.nextLong(-500, 16_000);
            boolean absent = index > 3 && random.nextInt(8) == 0;
            String volts = absent ? missing : decimals(millivolts, 3, decimalComma);
            text.append(row(separator, quoted, decimals(micros, 6, decimalComma), volts)).append(end);
            expected.add((micros - first) * 1000 + ":" + (absent ? "" : " ONBOARD " + millivolts / 1000.0));
            micros += 20 + random.nextLong(2_000_000);
        }

        assertThat(Rows.of(new Trace(write(random, text.toString())))).as(text.toString()).isEqualTo(expected);
    }

    private Path write(SplittableRandom random, String text) throws Exception {
        Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)
                .get(random.nextInt(3));
        String mark = charset.equals(StandardCharsets.UTF_16LE) ? "\uFEFF" : "";
        Path file = directory.resolve("trace");
        try (OutputStream out = random.nextBoolean()
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write((mark + text).getBytes(charset));
        }
        return file;
    }

    private static String row(char separator, boolean quoted, String first, String second) {
        String quote = quoted ? "\"" : "";
        return quote + first + quote + separator + quote + second + quote;
    }

    private static String decimals(long value, int digits, boolean comma) {
        String sign = value < 0 ? "-" : "";
        String plain = "%0" + (digits + 1) + "d";
        String written = plain.formatted(Math.abs(value));
        int point = written.length() - digits;
        return sign + written.substring(0, point) + (comma ? ',' : '.') + written.substring(point);
    }
}
