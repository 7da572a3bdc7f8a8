package org.terminal30.dashboard.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.job.JobKind;
import org.terminal30.agent.job.JobState;
import org.terminal30.agent.job.NewBattery;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.swap.SwapProcedure;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.dashboard.workshop.JobProgress.StepView;

/** The battery that a finished swap left in a car: what the technician said of it goes on to the vehicle. */
final class FittedBattery {
    private FittedBattery() {
    }

    /** Keeps it, when this job is such a swap; without a word about the new battery the vehicle stays as it is. */
    static void keep(Handle handle, Job job) {
        VehicleRef vehicle = job.vehicle();
        Instant finished = job.finishedAt();
        if (vehicle == null || finished == null || !job.kind().equals(JobKind.BATTERY_SWAP.wireName())
                || !job.state().equals(JobState.Stage.FINISHED.wireName())) {
            return;
        }
        // The workshop is where its server is.
        LocalDate day = LocalDate.ofInstant(finished, ZoneId.systemDefault());
        typed(job).ifPresent(battery -> handle.createUpdate("""
                update vehicle set battery_type = :type, battery_amp_hours = :ampHours,
                    battery_fitted_on = :day
                where id = :vehicle""").bind("type", battery.type()).bind("ampHours", battery.ampHours())
                .bind("day", day.toString()).bind("vehicle", vehicle.id()).execute());
    }

    private static Optional<NewBattery> typed(Job job) {
        JobProgress progress = job.progress();
        return progress == null
                ? Optional.empty()
                : progress.steps().stream().filter(step -> step.id().equals(SwapProcedure.BATTERY_TYPE)
                        && step.state().equals(ProgressText.wire(Step.State.DONE)))
                        .map(StepView::words).findFirst().flatMap(NewBattery::read);
    }
}
