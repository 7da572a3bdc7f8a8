package org.terminal30.hardware.trace;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files as loggers, oscilloscopes and phones write them. */
class LoggerFormatsTest {
    @TempDir
    Path directory;

    @Test
    void picoScope_hasUnitsInARowOfTheirOwnAndABlankLine() throws Exception {
        Trace trace = trace("""
                Time,Channel A
                (ms),(mV)

                -0.50000000,12600.00000000
                -0.40000000,\u221E
                -0.30000000,-\u221E
                -0.20000000,12500.00000000
                """);

        assertThat(Rows.of(trace)).containsExactly("0: ONBOARD 12.6", "100000:", "200000:", "300000: ONBOARD 12.5");
        assertThat(trace.survey().facts().remarks()).containsExactly(
                "2 cells over range in column 2 'Channel A', the first in line 5: the voltage was beyond what the instrument could show");
    }

    @Test
    void picoScopeInGerman_hasSemicolonsAndDecimalCommas() throws Exception {
        assertThat(Rows.of(trace("""
                Zeit;Kanal A;Kanal B
                (\u00B5s);(V);(A)

                -20,5;12,6;0,25
                -10,5;12,5;0,26
                """, TraceColumns.BY_NAME.with(Channel.BACKUP_CURRENT, "Kanal B").with(Channel.ONBOARD, "kanal a"))))
                .containsExactly("0: ONBOARD 12.6 BACKUP_CURRENT 0.25", "10000: ONBOARD 12.5 BACKUP_CURRENT 0.26");
    }

    @Test
    void torque_hasNamedMonthsDashesAndRepeatsItsHeader() throws Exception {
        String header = "GPS Time,Device Time,Engine RPM(rpm),Voltage (Control Module)(V)\n";
        Trace trace = trace(header + """
                Wed Feb 23 06:34:27 GMT+01:00 2022,23-Feb-2022 23:59:59.403,-,-
                Wed Feb 23 06:34:28 GMT+01:00 2022,24-Feb-2022 00:00:00.403,812,14.2
                """ + header + "-,24-Feb-2022 00:00:01.403,810,14.1\n");

        assertThat(Rows.of(trace)).containsExactly("0:", "1000000000: ONBOARD 14.2", "2000000000: ONBOARD 14.1");
        assertThat(trace.survey().facts().remarks()).contains("1 line repeating the header left out",
                "1 cell without a sample in column 4 'Voltage (Control Module)(V)'");
    }

    @Test
    void torqueWithTwoVoltages_isRefusedWithTheOptionsToGive() throws Exception {
        Trace trace = trace("""
                Device Time,Voltage (Control Module)(V),Voltage (OBD Adapter)(V)
                23-Feb-2022 06:34:27.403,14.2,13.9
                23-Feb-2022 06:34:28.403,14.2,13.9
                """);

        assertThatThrownBy(trace::survey).hasMessageEndingWith("line 1: 2 columns are voltages; choose one with "
                + "--channel onboard='Voltage (Control Module)(V)' or --channel onboard='Voltage (OBD Adapter)(V)'");
    }

    @Test
    void carScanner_hasOneReadingPerRowAndBeginsAgainAtMidnight() throws Exception {
        Trace trace = trace("""
                \uFEFF"SECONDS";"PID";"VALUE";"UNITS";
                "86399.25";"Engine RPM";"0";"rpm";
                "86399.5";"OBD Module Voltage";"12.4";"V";
                "0.5";"Engine RPM";"812";"rpm";
                "0.75";"OBD Module Voltage";"14.1";"V";
                """);

        assertThat(Rows.of(trace)).containsExactly("0: ONBOARD 12.4", "1250000000: ONBOARD 14.1");
        assertThat(trace.survey().facts().remarks()).contains("2 rows with other readings left out");
    }

    @Test
    void twoColumnsOfNumbersWithoutAHeader_areTimeAndOnboard() throws Exception {
        Trace trace = trace("0,12.6\n0.5,12.5\n");

        assertThat(Rows.of(trace)).containsExactly("0: ONBOARD 12.6", "500000000: ONBOARD 12.5");
        assertThat(trace.survey().facts().remarks()).containsExactly(
                "The file has no header: its columns are known by number only.",
                "The time has no unit; it was taken for a number of seconds.");
    }

    @Test
    void moreColumnsWithoutAHeader_areNamedByNumber() throws Exception {
        String rows = "7,0,12.6,12.0\n8,500,12.5,12.0\n";
        TraceColumns columns = TraceColumns.BY_NAME.withTime("2").withTimeFormat("ms").with(Channel.ONBOARD, "3")
                .with(Channel.BACKUP, "4");

        assertThat(Rows.of(trace(rows, columns))).containsExactly("0: ONBOARD 12.6 BACKUP 12.0",
                "500000000: ONBOARD 12.5 BACKUP 12.0");
        assertThatThrownBy(() -> trace(rows).open()).hasMessageContaining("name it with --time COLUMN");
        assertThatThrownBy(() -> trace(rows, TraceColumns.BY_NAME.withTime("9")).open())
                .hasMessageContaining("no column '9', there are column 1, column 2, column 3, column 4");
    }

    @Test
    void preambleOfALogger_isNoRow() throws Exception {
        assertThat(Rows.of(trace("""
                Logger 3000;Serial;4711
                Sample rate;10
                Started;2026-11-21 10:00:00

                Zeit;Bordspannung [V];Temp
                0,0;12,60;20,5
                0,1;12,59;20,5
                # Batterie abgeklemmt
                0,2;12,58;20,5
                """))).containsExactly("0: ONBOARD 12.6", "100000000: ONBOARD 12.59", "200000000: ONBOARD 12.58");
    }

    @Test
    void quotedCells_mayContainSeparatorsQuotesAndDecimalCommas() throws Exception {
        assertThat(Rows.of(trace("time_s,\"note, \"\"any\"\"\",onboard\n" + "\"0,5\",\"a, b\",\"12,6\"\n"
                + "\"1,0\",\"say \"\"no\"\"\",\"12,5\"\n")))
                .containsExactly("0: ONBOARD 12.6", "500000000: ONBOARD 12.5");
    }

    @Test
    void quoteThatIsNotClosed_isRefused() throws Exception {
        Trace trace = trace("time_s,onboard\n0,12\n1,12\n2,\"12\n");

        assertThatThrownBy(trace::survey).hasMessageEndingWith("line 4: has a quote that is not closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void anyEncodingAndLineEnd_isRead(String encoding) throws Exception {
        Charset charset = Charset.forName(encoding);
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        for (String end : new String[]{"\n", "\r\n", "\r"}) {
            byte[] bytes = (mark + "time_s;W\u00E4rme \u00B0C;onboard\n0;20,5;12,6\n1;20,5;12,5\n\n").replace("\n", end)
                    .getBytes(charset);

            assertThat(Rows.of(new Trace(Files.write(directory.resolve("trace.csv"), bytes)))).containsExactly(
                    "0: ONBOARD 12.6", "1000000000: ONBOARD 12.5");
            assertThat(Rows.of(new Trace(zipped(bytes)))).hasSize(2);
        }
    }

    @Test
    void filesThatAreNoText_areRefusedForWhatTheyAre() throws Exception {
        Path sheet = Files.write(directory.resolve("trace.xlsx"), new byte[]{'P', 'K', 3, 4, 0, 0});
        Path binary = Files.write(directory.resolve("trace.psdata"), new byte[]{1, 2, 0, 0, 7});
        Path cut = Files.write(directory.resolve("trace.gz"), new byte[]{0x1F, (byte) 0x8B, 8});

        assertThatThrownBy(() -> new Trace(sheet).open()).hasMessageEndingWith("save it as CSV");
        assertThatThrownBy(() -> new Trace(binary).open()).hasMessageContaining("is not text, should be CSV");
        assertThatThrownBy(() -> new Trace(cut).open()).hasMessageContaining("cannot be opened");
    }

    @Test
    void columnOfAnotherQuantity_isRefused() throws Exception {
        assertThatThrownBy(
                () -> trace("time_s,Clamp (A)\n0,1\n1,2\n", TraceColumns.BY_NAME.with(Channel.ONBOARD, "2")).open())
                .hasMessageContaining("column 2 'Clamp (A)' is in A, onboard should be in V or mV");
    }

    private Path zipped(byte[] bytes) throws Exception {
        Path file = directory.resolve("without-any-suffix");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }

    private Trace trace(String content) throws Exception {
        return trace(content, TraceColumns.BY_NAME);
    }

    private Trace trace(String content, TraceColumns columns) throws Exception {
        return new Trace(Files.writeString(directory.resolve("trace.csv"), content, StandardCharsets.UTF_8), columns);
    }
}
