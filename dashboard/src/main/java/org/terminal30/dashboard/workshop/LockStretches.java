package org.terminal30.dashboard.workshop;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Keepsakes;
import org.terminal30.dashboard.history.TimeRange;

/** What was measured on a car when its radio locked: an hour before and after, at most a day, as far as it stood in the bay. */
@Singleton
final class LockStretches implements Keepsakes {
    private static final long AROUND_NANOS = Duration.ofHours(1).toNanos();
    private static final long LONGEST_NANOS = Duration.ofDays(1).toNanos();

    private final Jdbi registry;

    LockStretches(@Named(Databases.REGISTRY) Jdbi registry) {
        this.registry = registry;
    }

    @Override
    public List<TimeRange> touching(BayId bay, TimeRange range) {
        return registry.withHandle(handle -> handle.createQuery("""
                select lock_event.from_at, lock_event.to_at, job.started_nanos,
                    coalesce(job.finished_nanos, :to) as finished_nanos
                from job join lock_event on lock_event.vehicle = job.vehicle
                where job.site = :site and job.bay = :bay and job.started_nanos < :to
                    and (job.finished_nanos is null or job.finished_nanos >= :from)""")
                .bind("site", bay.site()).bind("bay", bay.bay()).bind("from", range.fromNanos())
                .bind("to", range.toNanos()).map((row, context) -> {
                    long latest = row.getLong("to_at") * EpochNanos.PER_MILLI;
                    long earliest = Math.max(row.getLong("from_at") * EpochNanos.PER_MILLI, latest - LONGEST_NANOS);
                    return new TimeRange(earliest - AROUND_NANOS, latest + AROUND_NANOS).within(
                            new TimeRange(row.getLong("started_nanos"), Math.max(row.getLong("started_nanos"),
                                    row.getLong("finished_nanos"))));
                }).stream().map(stretch -> stretch.within(range)).filter(stretch -> !stretch.isEmpty()).toList());
    }
}
