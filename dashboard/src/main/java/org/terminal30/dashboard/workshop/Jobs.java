package org.terminal30.dashboard.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.ProgressText;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.EpochNanos;

/** The jobs that the bays reported. */
@Singleton
public final class Jobs {
    private static final String RUNNING = "running";
    private static final String SELECT = """
            select j.*, v.id as vehicle_id, v.plate, v.make, v.model, v.generation
            from job j left join vehicle v on v.id = j.vehicle
            """;

    private final Jdbi registry;

    public Jobs(@Named(Databases.REGISTRY) Jdbi registry) {
        this.registry = registry;
    }

    /** The running job of a bay; the newest, should there be several. */
    public Optional<Job> running(BayId bay) {
        return registry.withHandle(handle -> handle.createQuery(SELECT + """
                where j.site = :site and j.bay = :bay and j.state = 'running'
                order by j.started_nanos desc limit 1""")
                .bind("site", bay.site()).bind("bay", bay.bay()).map(Jobs::job).findFirst());
    }

    public Optional<Job> find(String id) {
        return registry.withHandle(handle -> find(handle, id));
    }

    static Optional<Job> find(Handle handle, String id) {
        return handle.createQuery(SELECT + "where j.id = :id").bind("id", id).map(Jobs::job).findOne();
    }

    /** A job with its exact ends. */
    public Optional<Interval> interval(String id) {
        return registry.withHandle(handle -> handle.createQuery(SELECT + "where j.id = :id").bind("id", id)
                .map(Jobs::interval).findOne());
    }

    /** The jobs of a vehicle, newest first. */
    public List<Interval> intervals(long vehicle) {
        return registry.withHandle(handle -> handle.createQuery(SELECT + """
                where j.vehicle = :vehicle order by j.started_nanos desc, j.id""")
                .bind("vehicle", vehicle).map(Jobs::interval).list());
    }

    /**
     * A job with the exact labels of its ends.
     *
     * @param finishedNanos null while it runs
     */
    public record Interval(Job job, BayId bay, long startedNanos, @Nullable Long finishedNanos) {}

    /** Stores a transition, the first to arrive with the head unit that is in the car now; the job as it stands now when this changed it, empty when the revision is not higher. */
    static Optional<Job> store(Handle handle, WireRecord.Job record) {
        @Nullable
        Long finishedNanos = record.state().equals(RUNNING) ? null : record.timeNanos();
        int changed = handle.createUpdate("""
                insert into job (id, site, bay, kind, state, phase, vehicle, started_nanos, finished_nanos, revision,
                    progress, head_unit)
                values (:id, :site, :bay, :kind, :state, :phase, :vehicle, :started, :finished, :revision, :progress,
                    (select head_unit from fitting where fitting.vehicle = :vehicle and removed_on is null limit 1))
                on conflict (id) do update set kind = excluded.kind, state = excluded.state, phase = excluded.phase,
                    vehicle = excluded.vehicle, started_nanos = excluded.started_nanos,
                    finished_nanos = excluded.finished_nanos, revision = excluded.revision,
                    progress = excluded.progress
                where excluded.revision > job.revision and excluded.site = job.site and excluded.bay = job.bay
                """).bind("id", record.id()).bind("site", record.bay().site()).bind("bay", record.bay().bay())
                .bind("kind", record.kind()).bind("state", record.state()).bind("phase", record.phase())
                .bind("vehicle", vehicle(record)).bind("started", record.startedNanos())
                .bind("finished", finishedNanos).bind("revision", record.revision())
                .bind("progress", record.progress()).execute();
        boolean first = record.revision() == 1 && record.who() != null;
        if (first) {
            // The first transition names who started it, however late it arrives.
            changed += handle.createUpdate("""
                    update job set started_by = :who
                    where id = :id and site = :site and bay = :bay and started_by is null""").bind("who", record.who())
                    .bind("id", record.id()).bind("site", record.bay().site()).bind("bay", record.bay().bay())
                    .execute();
        }
        Optional<Job> now = changed > 0 ? find(handle, record.id()) : Optional.empty();
        now.ifPresent(job -> FittedBattery.keep(handle, job));
        return now;
    }

    private static @Nullable Long vehicle(WireRecord.Job record) {
        String vehicle = record.vehicle();
        // Another writer may name vehicles in its own way; such a job is one without a vehicle of ours.
        return vehicle != null && !vehicle.isEmpty() && vehicle.length() <= 18
                && vehicle.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.valueOf(vehicle) : null;
    }

    private static Interval interval(ResultSet row, StatementContext context) throws SQLException {
        long finished = row.getLong("finished_nanos");
        boolean open = row.wasNull();
        return new Interval(job(row, context), new BayId(row.getString("site"), row.getString("bay")),
                row.getLong("started_nanos"), open ? null : finished);
    }

    private static Job job(ResultSet row, StatementContext context) throws SQLException {
        long finished = row.getLong("finished_nanos");
        boolean open = row.wasNull();
        return new Job(row.getString("id"), row.getString("site"), row.getString("bay"), row.getString("kind"),
                row.getString("state"), row.getString("phase"), vehicle(row),
                EpochNanos.instant(row.getLong("started_nanos")), open ? null : EpochNanos.instant(finished),
                row.getInt("revision"), row.getString("started_by"), progress(row.getString("progress")));
    }

    private static @Nullable JobProgress progress(@Nullable String text) {
        try {
            return text == null ? null : JobProgress.of(ProgressText.read(text));
        } catch (MalformedLineException changed) {
            throw new IllegalStateException("the registry holds a progress that nobody can read", changed);
        }
    }

    private static @Nullable VehicleRef vehicle(ResultSet row) throws SQLException {
        long id = row.getLong("vehicle_id");
        return row.wasNull()
                ? null
                : new VehicleRef(id, Vehicle.label(row.getString("make"), row.getString("model"),
                        row.getString("generation")), row.getString("plate"));
    }
}
