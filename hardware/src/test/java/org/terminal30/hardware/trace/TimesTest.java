package org.terminal30.hardware.trace;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time             | 2026-11-21T10:00:00Z             | 2026-11-21T10:00:00.250Z         | 250
            time             | 2026-10-25T02:59:59.5+02:00      | 2026-10-25T02:00:00+01:00        | 500
            time             | 2026-11-21 10:00:00,5            | 2026-11-21 10:00:01,25           | 750
            time             | 2026/11/21 10:00                 | 2026/11/21 10:01                 | 60000
            time             | 21.11.2026 10:00:00,500          | 21.11.2026 10:00:01,000          | 500
            time             | 01.12.26 23:59:59                | 02.12.26 00:00:00                | 1000
            time             | 11/21/2026 11:59:59 AM           | 11/21/2026 12:00:00 PM           | 1000
            time             | 11/21/2026 11:59:59 pm           | 11/22/2026 12:00:00 am           | 1000
            time             | 21/11/2026 10:00:00              | 21/11/2026 10:00:01              | 1000
            time             | 23-Feb-2022 06:34:27.403         | 23-Feb-2022 06:34:28.373         | 970
            time             | 23-M\u00E4rz-2022 06:34:27       | 23-M\u00E4rz-2022 06:34:28       | 1000
            time             | 31.Dez.2026 23:59:59             | 01.Jan.2027 00:00:00             | 1000
            time             | 23:59:59.900                     | 00:00:00.100                     | 200
            Time             | 1763683200                       | 1763683201                       | 1000
            timestamp        | 1763683200000                    | 1763683200250                    | 250
            timestamp        | 1763683200000000                 | 1763683200250000                 | 250
            timestamp        | 1763683200000000000              | 1763683200250000000              | 250
            Time (ms)        | 100                              | 350.5                            | 250.5
            Elapsed [us]     | -1e3                             | 1e3                              | 2
            x (s)            | 0.1                              | 0.2                              | 100
            """)
    void timesOfEveryKind_countFromTheFirst(String name, String first, String second, double millis) throws Exception {
        assertThat(Rows.of(trace("%s;onboard\n%s;12\n%s;13\n".formatted(name, first, second))))
                .containsExactly("0: ONBOARD 12.0", Math.round(millis * 1e6) + ": ONBOARD 13.0");
    }

    @Test
    void givenPattern_readsWhatNothingElseCan() throws Exception {
        String rows = "when,onboard\n20261121-100000.250,12\n20261121-100001.000,13\n";

        assertThatThrownBy(() -> trace(rows).open()).hasMessageContaining("no column is the time");
        assertThat(Rows.of(new Trace(trace(rows).file(),
                TraceColumns.BY_NAME.withTime("when").withTimeFormat("yyyyMMdd-HHmmss.SSS"))))
                .containsExactly("0: ONBOARD 12.0", "750000000: ONBOARD 13.0");
        assertThatIllegalArgumentException().isThrownBy(() -> TraceColumns.BY_NAME.withTimeFormat("{"))
                .withMessageContaining("time format is '{', should be s, ms, us, ns or a pattern");
    }

    @Test
    void dayOrMonthFirst_isToldByADayBeyondTwelveHoweverLate() throws Exception {
        assertThat(last("01/02/2026 10:00:00", "12/02/2026 10:00:00", "13/02/2026 10:00:00"))
                .isEqualTo(12L * 86_400);
        assertThat(last("01/02/2026 10:00:00", "01/12/2026 10:00:00", "01/13/2026 10:00:00")).isEqualTo(11L * 86_400);
    }

    @Test
    void dayOrMonthFirst_isToldByMidnight() throws Exception {
        assertThat(last("03/04/2026 23:59:59", "04/04/2026 00:00:00")).isEqualTo(1);
        assertThat(last("04/03/2026 23:59:59", "04/04/2026 00:00:00")).isEqualTo(1);
    }

    @Test
    void dayOrMonthFirstOfOneDay_doesNotMatter() throws Exception {
        assertThat(last("03/04/2026 10:00:00", "03/04/2026 10:00:05")).isEqualTo(5);
    }

    @Test
    void dayOrMonthFirstThatNothingTells_isRefusedNamingTheOption() throws Exception {
        Trace trace = trace("time,onboard\n03/04/2026 10:00:00,12\n05/09/2026 10:00:00,12\n");

        assertThatThrownBy(trace::open)
                .hasMessageContaining("line 2, column 1 'time': '03/04/2026 10:00:00' could have the "
                        + "day or the month first, and no later date tells; say --time-format 'dd/MM/yyyy HH:mm:ss' or 'MM/dd/yyyy HH:mm:ss'");
        assertThat(Rows.of(new Trace(trace.file(), TraceColumns.BY_NAME.withTimeFormat("dd/MM/yyyy HH:mm:ss"))))
                .last().asString().startsWith(155L * 86_400_000_000_000L + ":");
    }

    @Test
    void rowsOfOneTime_areSpreadEvenlyOverItsLastDigit() throws Exception {
        Trace trace = trace("""
                time,onboard
                10:00:00,12.0
                10:00:00,12.1
                10:00:00,12.2
                10:00:00,12.3
                10:00:01,12.4
                10:00:01,12.5
                10:00:09,12.6
                """);

        assertThat(Rows.of(trace)).extracting(row -> row.substring(0, row.indexOf(':'))).containsExactly("0",
                "250000000",
                "500000000", "750000000", "1000000000", "1500000000", "9000000000");
        assertThat(trace.survey().facts().remarks())
                .containsExactly("4 rows with the time of the row before: rows of one time were spread evenly");
    }

    @Test
    void timeThatGoesBack_isRefusedUnlessItIsMidnight() throws Exception {
        Trace trace = trace("time,onboard\n10:00:05,12\n10:00:04,12\n");

        assertThatThrownBy(trace::survey)
                .hasMessageEndingWith(
                        "line 3, column 1 'time': the time is 1.000000 s before that of the row above, should be later");
    }

    @Test
    void clockThatStandsStill_isRefusedAfterABoundedNumberOfRows() throws Exception {
        Trace trace = trace("time_s,onboard\n" + "0,12\n".repeat(100_002));

        assertThatThrownBy(trace::survey).hasMessageContaining("more than 100000 rows have the same time");
    }

    @Test
    void datesThatDoNotExist_areNoTimes() {
        CalendarTime dayFirst = new CalendarTime(DateOrder.DAY_MONTH_YEAR);

        assertThat(dayFirst.nanos("29.02.2024 00:00:00")).isNotEqualTo(TimeFormat.NOT_A_TIME);
        for (String none : new String[]{"29.02.2023 00:00:00", "31.04.2026 00:00:00", "00.01.2026 00:00:00",
                "01.01.2026 24:00:00", "01.01.2026 10:60:00", "01.01.2026 10:00:60", "01.01.2026", "01.01.2026 10",
                "01.01.2026 10:00:00 X", "01.01.1899 10:00:00", "1.1.2026 10:00:00+25:00", ""}) {
            assertThat(dayFirst.nanos(none)).as(none).isEqualTo(TimeFormat.NOT_A_TIME);
        }
    }

    /** Seconds from the first row to the last. */
    private long last(String... times) throws Exception {
        StringBuilder rows = new StringBuilder("time,onboard\n");
        for (String time : times) {
            rows.append(time).append(",12\n");
        }
        String row = Rows.of(trace(rows.toString())).getLast();
        return Long.parseLong(row.substring(0, row.indexOf(':'))) / 1_000_000_000;
    }

    private Trace trace(String content) throws Exception {
        return new Trace(Files.writeString(directory.resolve("trace.csv"), content));
    }
}
