package org.terminal30.dashboard.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

import org.terminal30.dashboard.Databases;

/** The alarms of a job as they stood when it ended: what somebody answers an hour later is not part of it. */
@Singleton
final class AlarmsOfJob {
    /** A job with more has a fault that its records tell as well. */
    static final int MOST = 500;

    private final Jdbi registry;

    AlarmsOfJob(@Named(Databases.REGISTRY) Jdbi registry) {
        this.registry = registry;
    }

    /** The alarms that sounded in a job, in order; an alarm that was never more than status is none. */
    List<Measured.Alarm> of(String job, long untilNanos) {
        return registry.withHandle(handle -> handle.createQuery("""
                select alarm.id, alarm.channel, alarm.raised_nanos, max(last.kind) as kind,
                    max(last.priority) as priority, min(answer.at_nanos) as answered_nanos,
                    min(answer.who) as answered_by
                from alarm
                join alarm_transition last on last.alarm = alarm.id and last.revision = (
                    select max(revision) from alarm_transition
                    where alarm = alarm.id and at_nanos <= :until and state <> 'suppressed')
                left join alarm_transition answer on answer.alarm = alarm.id and answer.revision = (
                    select min(revision) from alarm_transition
                    where alarm = alarm.id and at_nanos <= :until and state in ('acknowledged', 'latched-acknowledged'))
                where alarm.job = :job and alarm.raised_nanos <= :until
                group by alarm.id order by alarm.raised_nanos, alarm.id limit :most""")
                .bind("job", job).bind("until", untilNanos).bind("most", MOST).map(AlarmsOfJob::alarm).list());
    }

    private static Measured.Alarm alarm(ResultSet row, StatementContext context) throws SQLException {
        long answered = row.getLong("answered_nanos");
        Long at = row.wasNull() ? null : (Long) answered;
        return new Measured.Alarm(row.getString("id"), row.getString("channel"), row.getString("kind"),
                row.getString("priority"), row.getLong("raised_nanos"), at, row.getString("answered_by"));
    }
}
