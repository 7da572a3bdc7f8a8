package org.terminal30.agent.analyse;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {
    private static final List<ChannelInfo> CHANNELS = List.of(
            new ChannelInfo(Channel.ONBOARD, 860, "trace:onboard", ChannelInfo.Timing.DEVICE),
            new ChannelInfo(Channel.BACKUP, 430, "trace:backup", ChannelInfo.Timing.DEVICE));

    private final Analysis eventful = new Analysis(CHANNELS, 60_000_000_000L, List.of(
            event(7, EventKind.DIP, 12_345_000_000L, 14_000_000_000L, false, false, 0, SupplyEvent.NEW_LEVEL),
            event(4, EventKind.INTERRUPTION, 12_345_100_000L, 13_545_500_000L, false, false, 7, null),
            event(9, EventKind.SURGE, 20_000_000_000L, 21_000_000_000L, false, true, 0, null),
            event(11, EventKind.NOT_WATCHING, 58_000_000_000L, 60_000_000_000L, true, false, 0, "no sample")),
            List.of(new Gap(3_000_000_000L, 4_500_000_000L)));
    private final Analysis quiet = new Analysis(CHANNELS, 59_998_837_209L, List.of(), List.of());

    @Test
    void json_isOneObjectALineInOrderOfStartThenTheSummary() {
        assertThat(ReportFormat.JSON.print(eventful)).isEqualTo(
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
                        "gaps":[{"startSeconds":3.0,"durationMillis":1500.0}],"verdicts":[]}
                        """);
    }

    @Test
    void jsonOfAQuietTrace_isTheSummaryAlone() {
        assertThat(ReportFormat.JSON.print(quiet)).isEqualTo("""
                {"kind":"summary","durationSeconds":59.998837,"sampleRateHertz":860.0,"gaps":[],"verdicts":[]}
                """);
    }

    @Test
    void text_isATableWithASummary() {
        assertThat(ReportFormat.TEXT.print(eventful)).isEqualTo("""
                         start  kind          channel                duration     extreme
                     12.3450 s  dip           onboard                1.6550 s     0.021 V  new-level
                     12.3451 s  interruption  onboard                1.2004 s     0.021 V
                     20.0000 s  surge         onboard                1.0000 s    16.250 V
                     58.0000 s  not-watching  onboard                2.0000 s              open at the end
                      3.0000 s  no samples                           1.5000 s
                60.0000 s of onboard and backup at 860.0 samples per second: 4 records, 1 gap
                """);
        assertThat(ReportFormat.TEXT.print(quiet))
                .isEqualTo("59.9988 s of onboard and backup at 860.0 samples per second: no record, no gap\n");
    }

    private static SupplyEvent event(long sequence, EventKind kind, long startNanos, long endNanos, boolean open,
            boolean saturated, long parent, @Nullable String reason) {
        return new SupplyEvent(sequence, 2, kind, Channel.ONBOARD, startNanos, endNanos, open, 0.0209999999, 16.25,
                saturated, parent, reason);
    }
}
