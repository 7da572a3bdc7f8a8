package org.terminal30.agent.analyse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyseCommandTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    static List<Path> goldenTraces() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("goldenTraces")
    void goldenTrace_givesTheRecordsExpectedOfIt(Path trace) throws Exception {
        assertThat(analyse(trace.toString(), "--format", "json", "--channel", "onboard=" + onboardColumn(trace)))
                .isZero();

        Path expected = Path.of(trace.toString().replace(".csv", ".jsonl"));
        assertThat(out.toString()).isEqualTo(Files.readString(expected));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutAFormat_printsTheTablesAndHowTheFileWasRead() {
        assertThat(analyse(GOLDEN.resolve("quiet.csv").toString())).isZero();

        assertThat(out.toString()).isEqualTo(
                """
                        judged                  verdict                    value  limit (source)
                        resting                 insufficient-data              \u2013  >= 12.5 (B7)
                            the battery was not at rest for 60 s
                        cranking                insufficient-data              \u2013  >= 8.5..9.6 (cold-cranking table)
                            no engine start was seen
                        charging                insufficient-data              \u2013  13.2..15.0 (B7)
                            no running engine was seen for long enough
                        ripple                  insufficient-data              \u2013  <= 0.30 (middle of five limits of the trade)
                            cannot be measured at 100 samples per second: 10000 are needed

                        quiet.csv: 801 rows, UTF-8, commas between cells, decimal points, header in line 1, rows from line 2
                          time: column 1 'time_s', a number of seconds
                          onboard: column 2 'onboard_volts' in V
                          backup: column 3 'backup_volts' in V
                        8.00 s of on-board and backup at 100 samples per second: no record, no gap
                        """);
    }

    @Test
    void traceThatCannotBeRead_isSaidWithFileAndLineAndExitCode1() throws Exception {
        Path bad = Files.writeString(directory.resolve("bad.csv"), "time_s,onboard\n0,12.6\n1,twelve\n");

        assertThat(analyse(bad.toString(), "--format", "json")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith(bad + ", line 3, column 2 'onboard': onboard is 'twelve'");
    }

    @Test
    void traceWithoutASample_isRefused() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.csv"), "time_s,onboard\n0,-\n1,-\n");

        assertThat(analyse(empty.toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualTo(empty + ": has no sample of any channel" + System.lineSeparator());
    }

    @Test
    void outputFile_takesTheResultInsteadOfTheScreen() throws Exception {
        Path page = directory.resolve("report.html");

        assertThat(analyse(GOLDEN.resolve("quiet.csv").toString(), "--format", "html", "--output", page.toString()))
                .isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(page).content().startsWith("<!doctype html>").contains("quiet.csv");

        assertThat(
                analyse(GOLDEN.resolve("quiet.csv").toString(), "--output", directory.resolve("no/where").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void wrongUsage_isSaidWithExitCode2() {
        assertThat(analyse()).isEqualTo(2);
        assertThat(err.toString()).contains("TRACE");

        assertThat(analyse("trace.csv", "--format", "pdf")).isEqualTo(2);
        assertThat(err.toString()).contains("'pdf' is not a format; there are text json html");

        assertThat(analyse("trace.csv", "--time-format", "{")).isEqualTo(2);
        assertThat(err.toString()).contains("time format is '{', should be s, ms, us, ns or a pattern such as");

        assertThat(analyse("trace.csv", "--channel", "onbord=V")).isEqualTo(2);
        assertThat(err.toString()).contains("'onbord' is not a channel; there are onboard backup");
    }

    private int analyse(String... arguments) {
        return new CommandLine(new AnalyseCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** Only one of the traces has a column that has to be named. */
    private static String onboardColumn(Path trace) throws Exception {
        String header = Files.readString(trace).lines().findFirst().orElseThrow();
        return Stream.of("onboard_volts", "Adapter (V)", "onboard").filter(header::contains).findFirst().orElseThrow();
    }
}
