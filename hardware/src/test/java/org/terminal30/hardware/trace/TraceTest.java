package org.terminal30.hardware.trace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TraceTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void anySeparatorWithMissingSamples_isReadFromTheFirstRowOn(String separator) throws Exception {
        Trace trace = trace("""
                time_s,onboard_volts,engine_rpm,backup
                10.00,12.285,0,12.0
                10.49,-,0,
                10.98,-0.7,613,1.2e1
                """.replace(",", separator));

        assertThat(Rows.of(trace)).containsExactly("0: ONBOARD 12.285 BACKUP 12.0", "490000000:",
                "980000000: ONBOARD -0.7 BACKUP 12.0");
    }

    @Test
    void isoTimesInAnyColumn_countFromTheFirstRow() throws Exception {
        assertThat(Rows.of(trace("""
                place,when,radio
                Mars,2026-10-25T02:59:59.999+02:00,12.1
                Mars,2026-10-25T02:00:00.001+01:00,12.2
                """))).containsExactly("0: RADIO 12.1", "2000000: RADIO 12.2");
    }

    @Test
    void isoTimesWithoutOffsetAndWithASpace_areRead() throws Exception {
        assertThat(Rows.of(trace("time,onboard\n2026-11-21 10:00:00,12\n2026-11-21 10:00:00.5,13\n")))
                .containsExactly("0: ONBOARD 12.0", "500000000: ONBOARD 13.0");
    }

    @Test
    void mappedColumns_areTakenInsteadOfTheirNames() throws Exception {
        Path file = write("s;Voltage (OBD Adapter)(V);onboard;backup_current_amps\n0;12.1;99;0.5\n1;12.2;99;0.6\n");
        TraceColumns columns = TraceColumns.BY_NAME.with(Channel.ONBOARD, "Voltage (OBD Adapter)(V)").withTime("s");

        assertThat(Rows.of(new Trace(file, columns))).containsExactly("0: ONBOARD 12.1 BACKUP_CURRENT 0.5",
                "1000000000: ONBOARD 12.2 BACKUP_CURRENT 0.6");
    }

    @Test
    void carriageReturnsByteOrderMarkAndForeignLetters_doNotMatter() throws Exception {
        Path file = directory.resolve("trace.csv");
        Files.write(file, "\uFEFFtime_s,onboard\r\n0,12\r\n1,13\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Rows.of(new Trace(file))).hasSize(2);

        Files.write(file, "time_s,temperature \u00b0C,onboard\n0,-,12\n1,-,13".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Rows.of(new Trace(file))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "" | the file is empty
            "time_s,onboard\n" | has no row with a time and a voltage
            "one line of prose" | has no row with a time and a voltage
            "time_s,amount\n0,12\n1,13\n" | line 1: no column is a channel; choose one with --channel CHANNEL=COLUMN, the columns are column 1 'time_s', column 2 'amount'
            "when,onboard\n0,12\n" | line 1: no column is the time: there is neither time_s nor
            "time_s,onboard,onboard_volts\n0,1,2\n" | line 1: onboard could be any of column 2 'onboard', column 3 'onboard_volts'; choose one with --channel onboard='onboard' or
            "time_s,onboard\n0,12\n1\n" | line 3: has 1 cells, the header has 2
            "time_s,onboard\n0,12\n1,12,7\n" | line 3: has 3 cells, the header has 2
            "0,12\n1,12\n1,12,7\n" | line 3: has 3 cells, the first row has 2
            "time_s,onboard\n0,12\n\n1,12V\n" | line 4, column 2 'onboard': onboard is '12V', should be a number with a decimal point
            "time_s,onboard\n0,12\n1,1e999\n" | line 3, column 2 'onboard': onboard is '1e999', should be a number
            "time_s,onboard\n0,12\n1,0x1F\n" | line 3, column 2 'onboard': onboard is '0x1F', should be a number
            "time_s,onboard\nnoon,12\n" | line 2, column 1 'time_s': time is 'noon', should be a number of seconds or a time such as 2026
            "time_s,onboard\n0,12\nnoon,12\n" | line 3, column 1 'time_s': time is 'noon', should be a number of seconds
            "time_s,onboard\n0,12\n1e12,12\n" | line 3, column 1 'time_s': time is '1e12', should be a number of seconds
            "time_s,onboard\n2,12\n3,12\n2.5,12\n" | line 4, column 1 'time_s': the time is 0.500000 s before that of the row above
            "time_s,onboard\n0,12\n" | has 1 row with a time, at least two are needed
            "time_s,onboard,backup\n0,-,-\n1,-,\n" | has no sample of any channel
            "time_s,onboard\n0,12\n0.000001,12\n" | column 2 'onboard' has 1000000 samples per second, at most 100000
            """)
    void whatCannotBeRead_isRefusedByFileLineAndReason(String content, String message) throws Exception {
        Trace trace = trace(content);

        assertThatThrownBy(trace::survey).isInstanceOf(TraceException.class)
                .hasMessageStartingWith(trace.file().toString()).hasMessageContaining(message);
    }

    @Test
    void mappedColumnThatIsNotThere_isRefusedNamingThoseThatAre() throws Exception {
        Trace trace = new Trace(write("time_s,onboard\n0,12\n"), TraceColumns.BY_NAME.with(Channel.BACKUP, "spare"));

        assertThatThrownBy(trace::open).isInstanceOf(TraceException.class)
                .hasMessageEndingWith("line 1: no column 'spare', there are column 1 'time_s', column 2 'onboard'");
    }

    @Test
    void fileThatIsNotThere_isRefused() {
        Trace trace = new Trace(directory.resolve("nowhere.csv"));

        assertThatThrownBy(trace::open).isInstanceOf(TraceException.class)
                .hasMessageEndingWith("there is no such file");
    }

    @Test
    void endlessLine_isRefusedBeforeItFillsTheMemory() throws Exception {
        Trace trace = trace("time_s,onboard\n0," + "1".repeat(100_000));

        assertThatThrownBy(trace::survey).hasMessageContaining("line 2: is longer than 65536 characters");
    }

    @Test
    void nominalIntervalOfAChannel_isTheMedianBetweenItsSamples() throws Exception {
        var survey = trace("""
                time_s,onboard,backup,radio
                0.0,12,12,-
                0.1,12,-,-
                0.2,12,12,-
                0.9,12,-,-
                1.0,12,12,-
                1.1,12,-,-
                1.2,12,12,-
                """).survey();

        assertThat(survey.rows()).isEqualTo(7);
        assertThat(survey.durationNanos()).isEqualTo(1_200_000_000);
        assertThat(survey.channels()).extracting(ChannelInfo::channel).containsExactly(Channel.ONBOARD, Channel.BACKUP,
                Channel.RADIO);
        assertThat(survey.channels()).extracting(ChannelInfo::nominalRateHertz).usingComparatorForType(
                (a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(10.0, 5.0, 10.0);
    }

    @Test
    void intervalsOfAJitteringRecorder_haveTheirMedianWithinATwoThousandth() {
        IntervalMedian median = new IntervalMedian();
        for (int index = 0; index < 1001; index++) {
            median.add(1_162_790 + (index - 500) * 100L);
        }

        assertThat((double) median.nanos()).isCloseTo(1_162_790, within(1_162_790 * 0.0005));
    }

    private Trace trace(String content) throws Exception {
        return new Trace(write(content));
    }

    private Path write(String content) throws Exception {
        return Files.writeString(directory.resolve("trace.csv"), content);
    }
}
