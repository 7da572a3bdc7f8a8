package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** A swap in a bay that measures the car's network only: what it tells and what it is told. */
class BaySwapTest {
    private static final long BOOT_NANOS = 1_000_000_000_000L;
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");
    private static final long WINDOW_NANOS = 100_000_000;

    @TempDir
    private Path directory;
    private BayBench bench;
    private long nanos = BOOT_NANOS;

    @BeforeEach
    void open() {
        bench = new BayBench(directory, BOOT_NANOS, MORNING);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private WireRecord.Job job() {
        return bench.output.last(WireRecord.Job.class);
    }

    private Progress progress() throws MalformedLineException {
        return ProgressText.read(String.valueOf(job().progress()));
    }

    private void start() {
        bench.order(new Order.StartJob(BayBench.header("o-start", 0), "battery-swap", "17"));
    }

    private void say(Action action) {
        bench.order(new Order.TickStep(BayBench.header("o-" + action.step(), 0), job().id(), action));
    }

    private void play(double seconds, double volts) {
        for (int i = 0; i < Math.round(seconds * 10); i++) {
            bench.bay.window(Channel.ONBOARD, nanos, volts, volts, volts * 86, 86);
            nanos += WINDOW_NANOS;
            bench.passSeconds(0.1);
        }
    }

    @Test
    void tickedStep_isToldWithWhoAndWhenAndAnswersItsOrder() throws Exception {
        start();
        assertThat(job().kind()).isEqualTo("battery-swap");
        assertThat(job().phase()).isEqualTo("preparing");
        say(new Action.Tap("code-known"));

        assertThat(job().order()).isEqualTo("o-code-known");
        assertThat(job().refused()).isNull();
        assertThat(job().revision()).isEqualTo(2);
        Step step = progress().step("code-known").orElseThrow();
        assertThat(step.state()).isEqualTo(Step.State.DONE);
        assertThat(step.who()).isEqualTo("Anna");
    }

    @Test
    void stepThatCannotBe_isRefusedByARecordOfTheJob() {
        start();
        say(new Action.Tap("battery-in"));
        assertThat(job().refused()).isEqualTo("the old battery has not been taken out");
        assertThat(job().revision()).isEqualTo(1);
    }

    @Test
    void verdictArmsTheDetection_andTheLiftIsToldToIt() throws Exception {
        start();
        say(new Action.Tap("backup-connected"));
        play(1, 12.6);
        assertThat(progress().says("disconnect", "not-proven")).isTrue();
        assertThat(job().phase()).isEqualTo("armed");
        assertThat(bench.output.duties).containsExactly(Duty.JOB, Duty.ARMED);

        say(new Action.Tap("battery-out"));
        assertThat(bench.output.lifts).containsExactly(nanos);
        play(4, 12.1);
        assertThat(progress().says("lift", "held")).isTrue();

        bench.event(1, 1, EventKind.FEED_LOST, nanos, nanos, true);
        assertThat(progress().says("lift", "lost")).isTrue();
        assertThat(bench.output.last(WireRecord.Alarm.class).kind()).isEqualTo(EventKind.FEED_LOST);
    }

    @Test
    void saverOfTheJob_isToldToTheDetectionUntilTheJobEnds() {
        var saver = new SaverProfile("Saver 7", 13.5, 5.0, 0.35, 11.2);
        bench.order(new Order.StartJob(BayBench.header("o-start", 0), "battery-swap", "17",
                JobSettings.NONE.withSaver(saver, null)));
        play(1, 12.6);
        assertThat(bench.output.savers).containsExactly(saver);
        bench.order(new Order.AbortJob(BayBench.header("o-end", job().revision()), job().id()));
        play(1, 12.6);
        assertThat(bench.output.savers).containsExactly(saver, null);
    }

    @Test
    void measurementsThatChangeNothing_makeNoRecords() {
        start();
        play(3, 12.6);
        long before = bench.output.all(WireRecord.Job.class).size();
        play(20, 12.55);
        assertThat(bench.output.all(WireRecord.Job.class)).hasSize((int) before);
    }

    @Test
    void restartInTheMiddle_goesOnWithTheStepsAndKnowsThatNobodyWatched() throws Exception {
        start();
        say(new Action.Tap("backup-connected"));
        play(1, 12.6);
        say(new Action.Tap("battery-out"));
        play(4, 12.1);
        int revision = job().revision();
        String id = job().id();
        String stored = bench.output.snapshot;
        bench.close();
        nanos = BOOT_NANOS;
        bench = new BayBench(directory, BOOT_NANOS, MORNING.plusSeconds(60));
        bench.bay.restore(stored, BOOT_NANOS);
        play(1, 12.1);

        assertThat(bench.output.duties.getLast()).isEqualTo(Duty.ARMED);
        bench.order(new Order.TickStep(BayBench.header("o-skip", 0), id, new Action.Skip("new-battery", "no meter")));
        assertThat(job().revision()).isGreaterThan(revision);
        say(new Action.Tap("battery-in"));
        say(new Action.Tap("backup-off"));
        assertThat(progress().says("memory", "memory-loss-not-excluded")).isTrue();
        assertThat(progress().step("battery-out").orElseThrow().who()).isEqualTo("Anna");
    }
}
