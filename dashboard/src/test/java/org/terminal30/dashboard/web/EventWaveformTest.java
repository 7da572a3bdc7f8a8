package org.terminal30.dashboard.web;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes in as a waveform goes out with its event. */
@TestInstance(Lifecycle.PER_CLASS)
class EventWaveformTest {
    private static final long START = 1_763_683_200_000_000_000L;
    private static final long SECOND = 1_000_000_000;
    private static final BayId BAY = new BayId("main", "1");

    private final TestDashboard dashboard;
    private final TestClient anna;
    private final FakeBay bay;

    EventWaveformTest(@TempDir Path folder) {
        dashboard = TestDashboard.fresh(folder);
        anna = dashboard.manager();
        bay = dashboard.bay("1");
    }

    @AfterAll
    void close() {
        dashboard.close();
    }

    private static WireRecord.Event event(String id, long atNanos, long durationNanos) {
        return new WireRecord.Event(BAY, Channel.ONBOARD, EventKind.INTERRUPTION, id, atNanos, 1, false, durationNanos,
                0.3, 4.8, false, null, null, null, Clock.SYNCHRONISED);
    }

    /** Samples every 10 ms; dead from 0 to 1 s after the middle. */
    private static WireRecord.Waveform waveform(long eventNanos, double fromSeconds, int count) {
        var block = new SampleBlock(Channel.ONBOARD, count);
        for (int i = 0; i < count; i++) {
            double seconds = fromSeconds + i / 100.0;
            block.add(i * SECOND / 100, seconds >= 0 && seconds < 1 ? 0.3 : 12.6);
        }
        return new WireRecord.Waveform(BAY, Channel.ONBOARD, eventNanos + Math.round(fromSeconds * SECOND),
                Samples.of(block), Clock.SYNCHRONISED);
    }

    @Test
    void recordingOfAnEvent_isAnsweredFromASecondBeforeToFourAfter_inAnyOrderAndTwice() {
        assertThat(bay.write(waveform(START, 0.5, 400), waveform(START, -1.5, 200), event("w-1", START, SECOND),
                waveform(START, -1.5, 200)).statusCode()).isEqualTo(204);
        HttpResponse<String> answer = anna.get("/api/events/w-1/waveform");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"event\":\"w-1\"", "\"channel\":\"onboard\"", "\"durationMillis\":1000.0",
                "\"samples\":500",
                "\"rateHertz\":100.0", "\"startedAt\":\"2025-11-21T00:00:00Z\"", "\"t\":[-1000.0,-990.0,",
                ",3990.0]", "12.6,0.3,", "0.3,12.6").doesNotContain("null");
        assertThat(anna.get("/api/events/w-1/waveform?points=10").body()).contains("\"samples\":500", "0.3", "12.6");
    }

    @Test
    void gapInARecording_isANull_andALongEventIsShownToItsEnd() {
        long start = START + 100 * SECOND;
        bay.write(event("w-2", start, 6 * SECOND), waveform(start, -1, 300), waveform(start, 4, 300));
        assertThat(anna.get("/api/events/w-2/waveform").body()).contains("\"samples\":600", "12.6,null,12.6");
    }

    @Test
    void eventWithoutARecording_isNotFoundInWordsForPeople() {
        bay.write(event("w-3", START + 200 * SECOND, SECOND));
        HttpResponse<String> answer = anna.get("/api/events/w-3/waveform");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("There is no full-rate recording of this event.");
        assertThat(anna.get("/api/events/w-4/waveform").body()).contains("There is no event w-4.");
    }

    @Test
    void pointsOutOfBounds_areRefusedByName() {
        for (int points : new int[]{0, 9, 20_001}) {
            HttpResponse<String> answer = anna.get("/api/events/w-1/waveform?points=" + points);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"points\"", "must be 10 to 20000");
        }
    }

    @Test
    void damagedWaveform_isRefusedWithItsLine_andTheRestIsStored() {
        HttpResponse<String> answer = bay
                .write("""
                        waveform,bay=1,channel=onboard,site=main n=3i,span=2001i,resolution=10000i,data="4LAP0A8CAsk",clock="unsure" 1
                        voltage,bay=1,channel=onboard,site=main min=12.5,max=12.7,sum=12.6,n=1i 1""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("line 1", "ends within a number");
    }
}
