package org.terminal30.agent.job;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.agent.job.JobState.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JobDeskTest {
    private static final JobState STARTED = new JobState(1, JobKind.WATCH, Stage.RUNNING, "17", "Anna", 5, 5, 1);

    private static final Procedures WATCHES = new Procedures() {
        @Override
        public Begun begin(JobKind kind, JobSettings settings, long nowNanos) {
            return new Begun.Started(new WatchProcedure(new BayWiring(List.of())));
        }

        @Override
        public Procedure resume(JobState job, long nowNanos) {
            return new WatchProcedure(new BayWiring(List.of()));
        }
    };

    private final JobDesk job = new JobDesk(WATCHES);

    @Test
    void start_runsTheFirstRevision() {
        assertThat(start()).isEqualTo(new JobResult.Done(STARTED));
        assertThat(job.running()).hasValue(STARTED);
    }

    @Test
    void startOfANamedKind_isThatOfTheKind() {
        assertThat(job.start("watch", "17", JobSettings.NONE, "Anna", 0, 5)).isEqualTo(new JobResult.Done(STARTED));
    }

    @Test
    void startOfAnUnknownKind_isRefusedWithTheKnownOnes() {
        assertThat(job.start("swap", "17", JobSettings.NONE, "Anna", 0, 5))
                .isEqualTo(new JobResult.Refused("this bay knows no job \"swap\"; it knows: " + JobKind.wireNames()));
        assertThat(job.running()).isEmpty();
    }

    @Test
    void startWhileAJobRuns_isRefused() {
        start();
        assertThat(job.start(JobKind.WATCH, null, JobSettings.NONE, "Ben", 0, 6)).isEqualTo(
                new JobResult.Refused("a job is already running in this bay: finish or abort it first"));
        assertThat(job.running()).hasValue(STARTED);
    }

    @Test
    void startThatExpectsARevision_isRefused() {
        assertThat(job.start(JobKind.WATCH, null, JobSettings.NONE, "Ben", 3, 6)).isEqualTo(
                new JobResult.Refused("a start expects revision 0, because there is no job yet, but said 3"));
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISHED", "ABORTED"})
    void end_isTheNextRevisionOfTheJob(Stage end) {
        start();
        JobState ended = new JobState(1, JobKind.WATCH, end, "17", "Anna", 5, 9, 2);
        assertThat(end(end, 1, 1)).isEqualTo(new JobResult.Done(ended));
        assertThat(job.running()).isEmpty();
        assertThat(job.snapshot()).isEqualTo(new JobDesk.Snapshot(1, ended));
    }

    @ParameterizedTest(name = "{0} of job {1} at revision {2}")
    @CsvSource({
            "FINISHED, 2, 1, another job is running now",
            "ABORTED, 2, 1, another job is running now",
            "FINISHED, 1, 2, 'the job has changed meanwhile: it is at revision 1, not 2'",
            "ABORTED, 1, 0, 'the job has changed meanwhile: it is at revision 1, not 0'"
    })
    void endOfAnotherJobOrRevision_isRefused(Stage end, long sequence, int revision, String reason) {
        start();
        assertThat(end(end, sequence, revision)).isEqualTo(new JobResult.Refused(reason));
        assertThat(job.running()).hasValue(STARTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"FINISHED", "ABORTED"})
    void endWithoutAJob_isRefused(Stage end) {
        assertThat(end(end, 1, 1)).isEqualTo(new JobResult.Refused("no job is running"));
        start();
        end(end, 1, 1);
        assertThat(end(end, 1, 2)).isEqualTo(new JobResult.Refused("no job is running"));
    }

    @Test
    void nextJob_hasTheNextNumber() {
        start();
        end(Stage.FINISHED, 1, 1);
        assertThat(start()).isInstanceOfSatisfying(JobResult.Done.class, done -> {
            assertThat(done.job().sequence()).isEqualTo(2);
            assertThat(done.job().revision()).isEqualTo(1);
        });
    }

    @Test
    void phase_isThatOfTheJobAndOtherwiseOfTheVehicle() {
        assertThat(job.phase(false)).isEqualTo(Phase.NO_JOB_NO_VEHICLE);
        assertThat(job.phase(true)).isEqualTo(Phase.NO_JOB_VEHICLE);
        start();
        assertThat(job.phase(false)).isEqualTo(Phase.WATCH);
        assertThat(job.phase(true)).isEqualTo(Phase.WATCH);
    }

    @Test
    void jobRestored_goesOnWhereItStood() {
        start();
        JobDesk restored = new JobDesk(WATCHES, job.snapshot(), 20);
        assertThat(restored.running()).hasValue(STARTED);
        assertThat(restored.finish(1, 1, 9)).isInstanceOf(JobResult.Done.class);
        assertThat(new JobDesk(WATCHES, restored.snapshot(), 20).running()).isEmpty();
    }

    @Test
    void snapshotWhoseJobIsNotItsLast_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobDesk.Snapshot(0, STARTED))
                .withMessageContaining("last job is number 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new JobDesk.Snapshot(-1, null));
    }

    @ParameterizedTest
    @EnumSource
    void wireNameOfAKind_leadsBackToIt(JobKind kind) {
        assertThat(JobKind.ofWireName(kind.wireName())).hasValue(kind);
    }

    private JobResult start() {
        return job.start(JobKind.WATCH, "17", JobSettings.NONE, "Anna", 0, 5);
    }

    private JobResult end(Stage end, long sequence, int revision) {
        return end == Stage.FINISHED ? job.finish(sequence, revision, 9) : job.abort(sequence, revision, 9);
    }
}
