package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.alarm.Priority;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.terminal30.agent.bay.BayBench.SECOND;
import static org.terminal30.agent.bay.BayBench.header;

class BayTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final long MORNING_NANOS = MORNING.getEpochSecond() * SECOND;
    private static final long BOOT_NANOS = 500 * SECOND;

    @TempDir
    private Path directory;
    private BayBench bench;

    @BeforeEach
    void boot() {
        bench = new BayBench(directory, BOOT_NANOS, MORNING);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private String startWatch() {
        bench.order(new Order.StartJob(header("o-start", 0), "watch", "17"));
        return bench.output.last(WireRecord.Job.class).id();
    }

    private WireRecord.Alarm breakOff() {
        bench.event(1, 1, EventKind.INTERRUPTION, BOOT_NANOS, BOOT_NANOS, true);
        return bench.output.last(WireRecord.Alarm.class);
    }

    private WireRecord.Alarm lastAlarm() {
        return bench.output.last(WireRecord.Alarm.class);
    }

    private WireRecord.Job lastJob() {
        return bench.output.last(WireRecord.Job.class);
    }

    @Test
    void window_isLabelledWithTheTimeOfDayOfItsStart() {
        bench.bay.window(Channel.BACKUP, BOOT_NANOS + 100, 11.9, 12.1, 36, 3);

        WireRecord.Window window = bench.output.windows.getFirst();
        assertThat(window.timeNanos()).isEqualTo(MORNING_NANOS + 100);
        assertThat(window.mean()).isEqualTo(12);
        assertThat(window.channel()).isEqualTo(Channel.BACKUP);
    }

    @Test
    void capture_isCopiedAndLabelledWithTheTimeOfDayOfItsFirstSample() {
        var block = new SampleBlock(Channel.ONBOARD, 2);
        block.add(BOOT_NANOS + 100, 12.6);
        block.add(BOOT_NANOS + 1_100, 0.3);
        bench.bay.captured(block);
        block.clear();

        WireRecord.Waveform capture = bench.output.captures.getFirst();
        assertThat(capture.timeNanos()).isEqualTo(MORNING_NANOS + 100);
        assertThat(capture.samples().count()).isEqualTo(2);
        assertThat(capture.samples().offsetNanosAt(1)).isEqualTo(1_000);
        assertThat(capture.samples().valueAt(1)).isEqualTo(0.3);
    }

    @Test
    void eventWithoutSamples_hasNoMinimumAndNoMaximum() {
        bench.bay.event(new SupplyEvent(3, 2, EventKind.NOT_WATCHING, Channel.ONBOARD, BOOT_NANOS + 7, BOOT_NANOS + 9,
                true, Double.NaN, Double.NaN, false, 2, "unplugged"));

        assertThat(bench.output.last(WireRecord.Event.class)).satisfies(event -> {
            assertThat(event.id()).isEqualTo(bench.labels.id("3"));
            assertThat(event.parent()).isEqualTo(bench.labels.id("2"));
            assertThat(event.timeNanos()).isEqualTo(MORNING_NANOS + 7);
            assertThat(event.durationNanos()).isEqualTo(2);
            assertThat(event.minimum()).isNull();
            assertThat(event.maximum()).isNull();
            assertThat(event.job()).isNull();
        });
        assertThat(bench.bay.blindness()).contains("onboard: unplugged");
    }

    @Test
    void startedJob_answersItsOrderTellsTheDetectionAndNamesItselfInWhatFollows() {
        String job = startWatch();

        assertThat(lastJob()).isEqualTo(new WireRecord.Job(lastJob().bay(), bench.labels.installationId("j1"),
                MORNING_NANOS, 1, "watch", "running", "watch", MORNING_NANOS, "17", "Anna", "o-start", null));
        assertThat(bench.output.duties).containsExactly(Duty.JOB);
        assertThat(bench.output.all(WireRecord.Alarm.class)).as("it may still be there").isEmpty();
        bench.passSeconds(5);
        assertThat(breakOff().job()).isEqualTo(job);
        assertThat(bench.output.last(WireRecord.Event.class).job()).isEqualTo(job);
    }

    @Test
    void orderOfNobody_namesNobody() {
        bench.order(new Order.StartJob(header("o-1", 0, null), "watch", "17"));
        assertThat(lastJob().who()).isNull();

        String alarm = breakOff().id();
        bench.order(new Order.Acknowledge(header("o-2", 1, null), alarm));
        assertThat(lastAlarm().who()).isNull();
        assertThat(lastAlarm().order()).isEqualTo("o-2");
    }

    @Test
    void secondStart_isRefusedByTheRecordOfTheRunningJob() {
        String job = startWatch();
        bench.order(new Order.StartJob(header("o-2", 0), "watch", "18"));

        assertThat(lastJob().id()).isEqualTo(job);
        assertThat(lastJob().vehicle()).isEqualTo("17");
        assertThat(lastJob().order()).isEqualTo("o-2");
        assertThat(lastJob().refused()).contains("already running");
    }

    @Test
    void finishedJob_endsWithTheNextRevision_andAbortedOneSaysSo() {
        String first = startWatch();
        bench.order(new Order.FinishJob(header("o-2", 1), first));
        assertThat(lastJob().state()).isEqualTo("finished");
        assertThat(lastJob().revision()).isEqualTo(2);
        assertThat(lastJob().phase()).isEqualTo("no-job");

        String second = startWatch();
        assertThat(second).isEqualTo(bench.labels.installationId("j2"));
        bench.order(new Order.AbortJob(header("o-3", 1), second));
        assertThat(lastJob().state()).isEqualTo("aborted");
        assertThat(bench.output.duties).containsExactly(Duty.JOB, Duty.NO_JOB, Duty.JOB, Duty.NO_JOB);
    }

    @Test
    void finishAtAWrongRevision_isRefusedAndTheJobRunsOn() {
        String job = startWatch();
        bench.order(new Order.FinishJob(header("o-2", 4), job));

        assertThat(lastJob().state()).isEqualTo("running");
        assertThat(lastJob().refused()).isEqualTo("the job has changed meanwhile: it is at revision 1, not 4");
    }

    @Test
    void finishOfAnotherJob_isRefused_andWithoutAnyJobTheAnswerIsNone() {
        bench.order(new Order.FinishJob(header("o-1", 1), "elsewhere-j1"));
        assertThat(lastJob().id()).isEqualTo("none");
        assertThat(lastJob().order()).isEqualTo("o-1");
        assertThat(lastJob().refused()).isEqualTo("no job is running");

        startWatch();
        bench.order(new Order.FinishJob(header("o-2", 1), "elsewhere-j1"));
        assertThat(lastJob().refused()).isEqualTo("another job is running now");
    }

    @Test
    void latchedAlarm_isAnsweredSilencedAndResetInItsOrder() {
        startWatch();
        String alarm = breakOff().id();
        assertThat(alarm).isEqualTo(bench.labels.installationId("a1"));
        assertThat(lastAlarm().event()).isEqualTo(bench.labels.id("1"));

        bench.order(new Order.Silence(header("o-1", 1), alarm));
        assertThat(lastAlarm().silencedUntilNanos()).isEqualTo(MORNING_NANOS + 30 * SECOND);
        bench.passSeconds(31);
        assertThat(lastAlarm().silencedUntilNanos()).isZero();
        bench.order(new Order.Acknowledge(header("o-2", 3), alarm));
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(lastAlarm().order()).isEqualTo("o-2");
        assertThat(lastAlarm().who()).isEqualTo("Anna");
        bench.order(new Order.Reset(header("o-3", 4), alarm));
        assertThat(lastAlarm().refused()).contains("still present");

        bench.event(1, 2, EventKind.INTERRUPTION, BOOT_NANOS, bench.nanos.get(), false);
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
        assertThat(lastAlarm().order()).isNull();
        bench.order(new Order.Reset(header("o-4", 5), alarm));
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.NORMAL);
        assertThat(lastAlarm().raisedNanos()).isEqualTo(MORNING_NANOS);
    }

    @Test
    void orderForAnAlarmAtAWrongRevision_isRefusedByTheAlarmAsItStands() {
        startWatch();
        WireRecord.Alarm raised = breakOff();
        bench.order(new Order.Acknowledge(header("o-1", 7), raised.id()));

        assertThat(lastAlarm().id()).isEqualTo(raised.id());
        assertThat(lastAlarm().revision()).isEqualTo(1);
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(lastAlarm().order()).isEqualTo("o-1");
        assertThat(lastAlarm().refused()).isEqualTo("the alarm has changed meanwhile: it is at revision 1, not 7");
    }

    @Test
    void orderForAnUnknownAlarm_isRefusedInPlaceOfAJob() {
        bench.order(new Order.Acknowledge(header("o-1", 1), "elsewhere-a1"));

        assertThat(lastJob().id()).isEqualTo("none");
        assertThat(lastJob().order()).isEqualTo("o-1");
        assertThat(lastJob().refused()).isEqualTo("there is no such alarm, or it is over");
    }

    @Test
    void alarms_followTheJobAndTheVehicle() {
        bench.event(1, 1, EventKind.LOW, BOOT_NANOS, BOOT_NANOS, true);
        assertThat(bench.output.all(WireRecord.Alarm.class)).isEmpty();
        bench.bay.vehicle(true, BOOT_NANOS);
        assertThat(bench.bay.hasVehicle()).isTrue();
        bench.passSeconds(61);
        assertThat(lastAlarm().state()).as("status only").isEqualTo(AlarmState.SUPPRESSED);
        assertThat(lastAlarm().phase()).isEqualTo("no-job");

        String job = startWatch();
        assertThat(lastAlarm().priority()).isEqualTo(Priority.WARNING);
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(lastAlarm().phase()).isEqualTo("watch");
        bench.order(new Order.FinishJob(header("o-2", 1), job));
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.SUPPRESSED);
    }

    @Test
    void restart_continuesTheJobTheLatchedAlarmAndTheCounting() {
        String job = startWatch();
        bench.passSeconds(2);
        bench.event(1, 1, EventKind.INTERRUPTION, BOOT_NANOS + SECOND, BOOT_NANOS + 2 * SECOND, true);
        WireRecord.Alarm raised = lastAlarm();
        String event = bench.labels.id("1");
        bench.order(new Order.Acknowledge(header("o-2", 1), raised.id()));

        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, MORNING.plusSeconds(60));
        bench.bay.restore(stored, bench.nanos.get());

        assertThat(bench.output.duties).containsExactly(Duty.JOB);
        assertThat(bench.output.all(WireRecord.Alarm.class)).as("it may still be there").isEmpty();
        bench.passSeconds(5);
        assertThat(lastAlarm().id()).isEqualTo(raised.id());
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
        assertThat(lastAlarm().raisedNanos()).isEqualTo(raised.raisedNanos());
        assertThat(lastAlarm().event()).isEqualTo(event);
        assertThat(lastAlarm().job()).isEqualTo(job);
        assertThat(lastAlarm().revision()).isEqualTo(3);

        bench.order(new Order.Reset(header("o-3", 3), raised.id()));
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.NORMAL);
        bench.order(new Order.FinishJob(header("o-4", 1), job));
        assertThat(lastJob().id()).isEqualTo(job);
        assertThat(lastJob().startedNanos()).isEqualTo(MORNING_NANOS);
        assertThat(startWatch()).isEqualTo(bench.labels.installationId("j2"));
        bench.passSeconds(2);
        bench.event(1, 1, EventKind.INTERRUPTION, 10 * SECOND, 10 * SECOND, true);
        assertThat(lastAlarm().id()).isEqualTo(bench.labels.installationId("a2"));
        assertThat(lastAlarm().event()).isEqualTo(bench.labels.id("1")).isNotEqualTo(event);
    }

    @Test
    void powerLostInsideAnEvent_bringsItBackOnceOpenWithAHigherRevision() {
        bench.event(1, 4, EventKind.INTERRUPTION, BOOT_NANOS, BOOT_NANOS + SECOND, true);
        WireRecord.Event open = bench.output.last(WireRecord.Event.class);

        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, MORNING.plusSeconds(60));
        bench.bay.restore(stored, bench.nanos.get());
        assertThat(bench.output.earlier).containsExactly(new WireRecord.Event(open.bay(), open.channel(), open.kind(),
                open.id(), open.timeNanos(), 5, true, SECOND, 0.25, 4.5, false, null, "power-lost", null,
                open.clock()));

        String after = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, SECOND, MORNING.plusSeconds(120));
        bench.bay.restore(after, bench.nanos.get());
        assertThat(bench.output.earlier).as("told again").isEmpty();
    }

    @Test
    void alarmOfAnEarlierBootThatStandsForANewEvent_keepsTheMomentItWasRaisedIn() {
        startWatch();
        WireRecord.Alarm raised = breakOff();
        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, MORNING.plusSeconds(60));
        bench.bay.restore(stored, bench.nanos.get());
        bench.event(1, 1, EventKind.INTERRUPTION, 3 * SECOND, 3 * SECOND, true);

        assertThat(lastAlarm().id()).isEqualTo(raised.id());
        assertThat(lastAlarm().condition()).isTrue();
        assertThat(lastAlarm().event()).isEqualTo(bench.labels.id("1"));
        assertThat(lastAlarm().raisedNanos()).isEqualTo(raised.raisedNanos());
    }

    @Test
    void silenceFromBeforeTheClockWasPutBack_lastsNoLongerThanASilence() {
        startWatch();
        String alarm = breakOff().id();
        bench.order(new Order.Silence(header("o-2", 1), alarm));
        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, Instant.parse("2026-02-01T00:00:00Z"));
        bench.bay.restore(stored, bench.nanos.get());
        bench.passSeconds(6);
        assertThat(lastAlarm().silencedUntilNanos()).isNotZero();

        bench.passSeconds(24);
        assertThat(lastAlarm().silencedUntilNanos()).isZero();
    }

    @Test
    void shelvedAlarm_saysSoOnTheWireAndSurvivesARestartWithItsCount() {
        startWatch();
        breakOff();
        bench.event(2, 1, EventKind.CHATTERING, BOOT_NANOS, BOOT_NANOS + SECOND, true,
                new RecordDetail.Chattering(EventKind.INTERRUPTION, 3));
        String alarm = lastAlarm().id();
        assertThat(lastAlarm().count()).isEqualTo(3);
        bench.order(new Order.Shelve(header("o-2", 2), alarm, 5, "lead is loose"));
        WireRecord.Alarm shelved = lastAlarm();
        assertThat(shelved.state()).isEqualTo(AlarmState.SHELVED);
        assertThat(shelved.shelf()).isEqualTo(new WireRecord.Shelf(shelved.timeNanos() + 300 * SECOND, "Anna",
                "lead is loose"));
        assertThat(shelved.who()).isEqualTo("Anna");
        assertThat(shelved.order()).isEqualTo("o-2");

        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, MORNING.plusSeconds(60));
        bench.bay.restore(stored, bench.nanos.get());
        bench.order(new Order.Shelve(header("o-3", 3), alarm, 5, "again"));
        assertThat(lastAlarm().refused()).contains("shelved already");
        assertThat(lastAlarm().shelf()).isEqualTo(shelved.shelf());
        assertThat(lastAlarm().count()).isEqualTo(3);
        bench.order(new Order.Unshelve(header("o-4", 3), alarm));
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        assertThat(lastAlarm().shelf()).isNull();
    }

    @Test
    void shelfFromBeforeTheClockWasPutBack_lastsNoLongerThanAShelf() {
        startWatch();
        String alarm = breakOff().id();
        bench.order(new Order.Shelve(header("o-2", 1), alarm, 1, "lead is loose"));
        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, Instant.parse("2026-02-01T00:00:00Z"));
        bench.bay.restore(stored, bench.nanos.get());
        bench.passSeconds(899);
        assertThat(bench.output.all(WireRecord.Alarm.class)).extracting(WireRecord.Alarm::state)
                .containsOnly(AlarmState.SHELVED);
        bench.passSeconds(1);
        assertThat(lastAlarm().state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
    }

    @Test
    void labelsThatSettleLate_moveWhatIsKeptForTheRestart() {
        bench.close();
        bench = new BayBench(directory, BOOT_NANOS, MORNING, false);
        bench.event(1, 1, EventKind.INTERRUPTION, BOOT_NANOS, BOOT_NANOS, true);
        bench.bay.relabelled(5 * SECOND);
        String stored = bench.output.snapshot;
        bench.close();
        bench = new BayBench(directory, 3 * SECOND, MORNING.plusSeconds(60));
        bench.bay.restore(stored, bench.nanos.get());

        assertThat(bench.output.earlier.getFirst().timeNanos()).isEqualTo(MORNING_NANOS + 5 * SECOND);
    }
}
