package org.terminal30.dashboard.ingest;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.dashboard.workshop.Alarm;
import org.terminal30.dashboard.workshop.Alarms;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class WriteTest {
    private static final long START = 1_763_683_200_000_000_000L;

    private final TestDashboard dashboard;
    private final FakeBay bay;

    WriteTest(@TempDir Path folder) {
        dashboard = TestDashboard.fresh(folder);
        bay = dashboard.bay("1");
    }

    @BeforeAll
    void bayHasWritten() {
        assertThat(bay.write("").statusCode()).as("an empty body").isEqualTo(204);
    }

    @AfterAll
    void close() {
        dashboard.close();
    }

    @Test
    void malformedLine_isNamedByItsNumberAndTheGoodOnesAreStored() {
        HttpResponse<String> answer = bay.write(voltage(1, 12.5) + "\n# comment\nvoltage,bay=1 nonsense\n"
                + voltage(2, 11.5) + "\nweather,bay=1,site=main rain=true 5");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid\"", "\"message\":\"line 3: ", "\"line\":3");
        assertThat(lowest(1)).isEqualTo(12.5);
        assertThat(lowest(2)).isEqualTo(11.5);
    }

    @Test
    void compressedBody_isStored() {
        assertThat(bay.writeCompressed(voltage(10, 12.25)).statusCode()).isEqualTo(204);
        assertThat(lowest(10)).isEqualTo(12.25);
    }

    @Test
    void millisecondTimes_areTheSameWindows() {
        String line = voltage(20, 12.125).replace("000000 ", " ").replaceAll("000000$", "");

        assertThat(bay.write("?bucket=terminal30&precision=ms", line).statusCode()).isEqualTo(204);
        assertThat(lowest(20)).isEqualTo(12.125);
    }

    @Test
    void repeatWithOtherValues_replacesAndIsCounted() {
        bay.write(voltage(30, 12));
        bay.write(voltage(30, 12));
        assertThat(overwritten()).isZero();

        bay.write(voltage(30, 11));

        assertThat(overwritten()).isEqualTo(1);
        assertThat(lowest(30)).isEqualTo(11);
    }

    @Test
    void lineOfAnotherBay_isUnauthorizedAndNothingIsStored() {
        HttpResponse<String> answer = bay.write(voltage(40, 12) + "\n" + voltage(41, 12).replace("bay=1", "bay=2"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("line 2", "main/2", "main/1");
        assertThat(history().lowest(onboard(), window(40))).isEmpty();
    }

    @Test
    void unknownBucketOrPrecision_isToldWhatWouldBeRight() {
        HttpResponse<String> bucket = bay.write("?bucket=other", voltage(50, 12));
        assertThat(bucket.statusCode()).isEqualTo(404);
        assertThat(bucket.body()).contains("not found", "terminal30");
        HttpResponse<String> precision = bay.write("?bucket=terminal30&precision=h", voltage(50, 12));
        assertThat(precision.statusCode()).isEqualTo(400);
        assertThat(precision.body()).contains("must be ns, us, ms or s");
    }

    @Test
    void bodyOverTheLimit_isTooLarge() {
        String line = voltage(60, 12) + "\n";
        assertThat(bay.writeCompressed(line.repeat(33 * 1024 * 1024 / line.length() + 1)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void bodyThatIsNotWhatItSays_isInvalidAndNothingIsStored() {
        byte[] plain = voltage(70, 12).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = bay.writeBytes(plain);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"invalid\"", "nothing was stored");
        assertThat(history().lowest(onboard(), window(70))).isEmpty();
        assertThat(bay.write(voltage(70, 12)).statusCode()).as("the next write").isEqualTo(204);
    }

    @Test
    void transitionsOutOfOrder_endInTheHighestRevision() {
        bay.write(alarm(3, "latched-acknowledged", false, START + 3, ",who=\"Anna\"") + "\n"
                + alarm(1, "unacknowledged", true, START + 1, ""));
        bay.write(alarm(2, "latched-unacknowledged", false, START + 2, ""));

        Alarm alarm = dashboard.server().part(Alarms.class).find("t-a1").orElseThrow();
        assertThat(alarm.revision()).isEqualTo(3);
        assertThat(alarm.state()).isEqualTo("latched-acknowledged");
        assertThat(alarm.acknowledgedBy()).isEqualTo("Anna");
        assertThat(alarm.actions()).containsExactly("reset");
    }

    @Test
    void jobWhoseEndArrivesFirst_isFinishedAndKnowsWhoStartedIt() {
        bay.write(job(2, "finished", START + 9_000_000, ",who=\"Ben\""));
        bay.write(job(1, "running", START, ",who=\"Anna\""));

        Job job = dashboard.server().part(Jobs.class).find("t-j1").orElseThrow();
        assertThat(job.state()).isEqualTo("finished");
        assertThat(job.startedBy()).isEqualTo("Anna");
        assertThat(job.finishedAt()).isEqualTo(EpochNanos.instant(START + 9_000_000));
    }

    private double lowest(int index) {
        return history().lowest(onboard(), window(index)).orElseThrow();
    }

    private History history() {
        return dashboard.server().part(History.class);
    }

    private double overwritten() {
        return dashboard.server().part(MeterRegistry.class).counter("terminal30.ingest.overwritten").count();
    }

    private static Series onboard() {
        return new Series(new BayId("main", "1"), Channel.ONBOARD);
    }

    private static TimeRange window(int index) {
        return new TimeRange(START + index * 100_000_000L, START + index * 100_000_000L + 1);
    }

    private static String voltage(int index, double volts) {
        return String.format(Locale.ROOT, "voltage,bay=1,channel=onboard,site=main min=%s,max=13.0,sum=13.0,n=1i %d",
                volts, START + index * 100_000_000L);
    }

    private static String alarm(int revision, String state, boolean condition, long at, String more) {
        return ("alarm,bay=1,channel=onboard,id=t-a1,site=main rev=%di,kind=\"interruption\",priority=\"critical\","
                + "state=\"%s\",condition=%s,raised=%di,silenced_until=0i%s %d")
                .formatted(revision, state, condition, START + 1, more, at);
    }

    private static String job(int revision, String state, long at, String more) {
        return ("job,bay=1,id=t-j1,site=main rev=%di,kind=\"watch\",state=\"%s\",phase=\"watch\",started=%di,"
                + "vehicle=\"17\"%s %d").formatted(revision, state, START, more, at);
    }
}
