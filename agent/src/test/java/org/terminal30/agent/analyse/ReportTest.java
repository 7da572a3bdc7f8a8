package org.terminal30.agent.analyse;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.trace.TraceFacts;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {
    private static final List<ChannelInfo> CHANNELS = List.of(
            new ChannelInfo(Channel.ONBOARD, 860, "trace:onboard", ChannelInfo.Timing.DEVICE),
            new ChannelInfo(Channel.BACKUP, 430, "trace:backup", ChannelInfo.Timing.DEVICE));

    private final Analysis eventful = new Analysis(recording(60_000_000_000L, List.of()), List.of(
            event(7, EventKind.DIP, 12_345_000_000L, 14_000_000_000L, false, false, 0, SupplyEvent.NEW_LEVEL),
            event(4, EventKind.INTERRUPTION, 12_345_100_000L, 13_545_500_000L, false, false, 7, null),
            event(9, EventKind.SURGE, 20_000_000_000L, 21_000_000_000L, false, true, 0, null),
            event(11, EventKind.NOT_WATCHING, 58_000_000_000L, 60_000_000_000L, true, false, 0, "no sample")),
            List.of(new Gap(3_000_000_000L, 4_500_000_000L)),
            List.of(new Verdict("charging", "pass", 14.2, "V", "13.2..15.0", "B7", "")));
    private final Analysis quiet = new Analysis(recording(59_998_837_209L, List.of()), List.of(), List.of(),
            List.of());

    @Test
    void json_isOneObjectALineInOrderOfStartThenTheSummary() {
        assertThat(new JsonReport(eventful).text()).isEqualTo(
                """
                        {"kind":"dip","channel":"onboard","startSeconds":12.345,"durationMillis":1655.0,"minVolts":0.021,\
                        "endReason":"new-level","open":false}
                        {"kind":"interruption","channel":"onboard","startSeconds":12.3451,"durationMillis":1200.4,"minVolts":0.021,\
                        "parent":1,"open":false}
                        {"kind":"surge","channel":"onboard","startSeconds":20.0,"durationMillis":1000.0,"maxVolts":16.25,\
                        "saturated":true,"open":false}
                        {"kind":"not-watching","channel":"onboard","startSeconds":58.0,"durationMillis":2000.0,\
                        "reason":"no sample","open":true}
                        {"kind":"summary","durationSeconds":60.0,"sampleRateHertz":860.0,\
                        "gaps":[{"startSeconds":3.0,"durationMillis":1500.0}],"verdicts":[{"step":"charging","verdict":"pass","value":14.2,"unit":"V",\
                        "limit":"13.2..15.0","source":"B7"}]}
                        """);
    }

    @Test
    void jsonOfAQuietTrace_isTheSummaryAlone() {
        assertThat(new JsonReport(quiet).text()).isEqualTo("""
                {"kind":"summary","durationSeconds":59.998837,"sampleRateHertz":860.0,"gaps":[],"verdicts":[]}
                """);
    }

    @Test
    void text_isTablesWithASummary() {
        assertThat(new TextReport(eventful).text()).isEqualTo("""
                       start  record               channel             lasted   extreme
                    12.345 s  Dip                  On-board            1.66 s    0.02 V  stayed at the new level
                    12.345 s    Interruption       On-board            1.20 s    0.02 V
                    20.000 s  Surge                On-board            1.00 s   16.25 V  beyond the range
                    58.000 s  Not watching         On-board            2.00 s            no sample, still so at the end

                       start  no samples for
                     3.000 s  1.50 s

                judged                  verdict                    value  limit (source)
                charging                pass                     14.20 V  13.2..15.0 (B7)

                trace.csv: 51600 rows, UTF-8, commas between cells, decimal points, header in line 1, rows from line 2
                  time: column 1 'time_s', a number of seconds
                  onboard: column 2 'onboard'
                  backup: column 3 'backup'
                1:00 of on-board and backup at 860 samples per second: 4 records, 1 gap
                """);
        assertThat(new TextReport(quiet).text())
                .endsWith("60.0 s of on-board and backup at 860 samples per second: no record, no gap\n");
    }

    @Test
    void detailOfARecord_isInBothReports() {
        SupplyEvent cranking = new SupplyEvent(1, 1, EventKind.CRANKING, Channel.ONBOARD, 1_000_000_000L,
                1_900_000_000L,
                false, 9.61, 12.6, false, 0, null, new RecordDetail.Cranking(12.62, 0.8, 1_500_000_000L));
        SupplyEvent chattering = new SupplyEvent(2, 1, EventKind.CHATTERING, Channel.ONBOARD, 5_000_000_000L,
                70_000_000_000L, false, 4.2, 12.6, false, 0, null,
                new RecordDetail.Chattering(EventKind.INTERRUPTION, 7));
        Analysis analysis = new Analysis(recording(80_000_000_000L, List.of()), List.of(cranking, chattering),
                List.of(),
                List.of());

        assertThat(new JsonReport(analysis).text()).startsWith("""
                {"kind":"cranking","channel":"onboard","startSeconds":1.0,"durationMillis":900.0,"minVolts":9.61,\
                "restVolts":12.62,"started":true,"recoveryMillis":1500.0,"rippleVoltsPeakToPeak":0.8,"open":false}
                {"kind":"chattering","channel":"onboard","startSeconds":5.0,"durationMillis":65000.0,"minVolts":4.2,\
                "of":"interruption","count":7,"open":false}
                """);
        assertThat(new TextReport(analysis).text()).contains("9.61 V  from 12.62 V, engine started",
                "4.20 V  7 times interruption");
    }

    @Test
    void twoChannelsThatFailed_areNamedInTheirOrder() {
        SupplyEvent backup = new SupplyEvent(1, 1, EventKind.BACKUP_LOST, Channel.BACKUP, 5_000_000_000L,
                6_000_000_000L,
                false, 0, 12, false, 0, null, null);
        SupplyEvent onboard = event(2, EventKind.INTERRUPTION, 5_040_000_000L, 6_000_000_000L, false, false, 0, null);
        Analysis analysis = new Analysis(recording(10_000_000_000L, List.of()), List.of(backup, onboard), List.of(),
                List.of());

        assertThat(new JsonReport(analysis).text()).contains(
                """
                        "firstFailures":[{"startSeconds":5.0,"first":"backup","channels":["backup","onboard"],"delayMillis":40.0}]""");
        assertThat(new TextReport(analysis).text())
                .contains("At 5.000 s backup failed first, on-board 40.0 ms later.\n");
    }

    @Test
    void whatWasLeftOut_isInBothReports() {
        Analysis analysis = new Analysis(recording(10_000_000_000L, List.of("3 rows without a time left out")),
                List.of(),
                List.of(), List.of());

        assertThat(new JsonReport(analysis).text()).contains("\"remarks\":[\"3 rows without a time left out\"]");
        assertThat(new TextReport(analysis).text()).contains("  3 rows without a time left out\n");
    }

    private static Recording recording(long durationNanos, List<String> remarks) {
        TraceFacts facts = new TraceFacts(
                "UTF-8, commas between cells, decimal points, header in line 1, rows from line 2",
                "column 1 'time_s', a number of seconds",
                Map.of(Channel.ONBOARD, "column 2 'onboard'", Channel.BACKUP, "column 3 'backup'"), remarks);
        return new Recording("trace.csv", 51_600, CHANNELS, durationNanos, facts);
    }

    private static SupplyEvent event(long sequence, EventKind kind, long startNanos, long endNanos, boolean open,
            boolean saturated, long parent, @Nullable String reason) {
        return new SupplyEvent(sequence, 2, kind, Channel.ONBOARD, startNanos, endNanos, open, 0.0209999999, 16.25,
                saturated, parent, reason);
    }
}
