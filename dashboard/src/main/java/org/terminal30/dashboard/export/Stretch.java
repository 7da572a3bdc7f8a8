package org.terminal30.dashboard.export;

import java.util.Comparator;
import java.util.List;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.Jobs;

/** A stretch of time at a bay: a job of a vehicle, or what somebody asks of the bay itself. */
public record Stretch(BayId bay, TimeRange range) {
    /** What a range has of the jobs of a vehicle, in order of time; a job that runs lasts until {@code nowNanos}. */
    public static List<Stretch> ofJobs(List<Jobs.Interval> jobs, TimeRange range, long nowNanos) {
        return jobs.stream().sorted(Comparator.comparingLong(Jobs.Interval::startedNanos)).map(job -> {
            Long finished = job.finishedNanos();
            long end = Math.max(job.startedNanos(), finished == null ? nowNanos : finished);
            return new Stretch(job.bay(), new TimeRange(job.startedNanos(), end).within(range));
        }).filter(stretch -> !stretch.range().isEmpty()).toList();
    }
}
