package org.terminal30.dashboard.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.Databases;
import org.terminal30.dashboard.history.TimeRange;

/** The reports as they were said. A revision that was kept is never changed. */
@Singleton
final class KeptReports {
    private final Jdbi registry;
    private final ObjectMapper json;

    KeptReports(@Named(Databases.REGISTRY) Jdbi registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    /** The newest revision of a job's report. */
    Optional<JobReport> newest(String job) {
        return body("select body from report_revision where job = :job order by revision desc limit 1", job, 0);
    }

    /** A certain revision. */
    Optional<JobReport> revision(String job, int revision) {
        return body("select body from report_revision where job = :job and revision = :revision", job, revision);
    }

    private Optional<JobReport> body(String query, String job, int revision) {
        return registry.withHandle(handle -> handle.createQuery(query).bind("job", job).bind("revision", revision)
                .mapTo(String.class).findOne()).map(body -> read(body, JobReport.class));
    }

    /** What the report of a job rests on. */
    Optional<AtTheTime> atTheTime(String job) {
        return registry.withHandle(handle -> handle.createQuery("select at_the_time from report where job = :job")
                .bind("job", job).mapTo(String.class).findOne()).map(text -> read(text, AtTheTime.class));
    }

    /** The job that a number belongs to, written as {@link ReportNumber} writes it. */
    Optional<String> job(String number) {
        return registry.withHandle(handle -> handle.createQuery("select job from report where number = :number")
                .bind("number", number).mapTo(String.class).findOne());
    }

    /** Keeps the first report of a job. */
    void keep(JobReport report, AtTheTime then, BayId bay, TimeRange range) {
        registry.useTransaction(handle -> {
            handle.createUpdate("""
                    insert into report (job, number, at_the_time, site, bay, from_nanos, to_nanos)
                    values (:job, :number, :then, :site, :bay, :from, :to)""").bind("job", report.job())
                    .bind("number", report.number()).bind("then", written(then)).bind("site", bay.site())
                    .bind("bay", bay.bay()).bind("from", range.fromNanos()).bind("to", range.toNanos()).execute();
            insert(handle, report);
        });
    }

    /** Keeps a later revision. */
    void keep(JobReport report) {
        registry.useTransaction(handle -> insert(handle, report));
    }

    private void insert(Handle handle, JobReport report) {
        handle.createUpdate("""
                insert into report_revision (job, revision, made_at, body) values (:job, :revision, :at, :body)""")
                .bind("job", report.job()).bind("revision", report.revision())
                .bind("at", report.madeAt().toEpochMilli()).bind("body", written(report)).execute();
    }

    /** Whether both say the same, byte for byte. */
    boolean isSame(JobReport one, JobReport other) {
        return written(one).equals(written(other));
    }

    /** Whether something has arrived since the newest revision; asking takes note of it. */
    boolean takeLate(String job) {
        return registry
                .withHandle(handle -> handle.createUpdate("update report set late = 0 where job = :job and late = 1")
                        .bind("job", job).execute()) > 0;
    }

    /** Something of this time has arrived from a bay. */
    void late(BayId bay, TimeRange range) {
        registry.useHandle(handle -> handle.createUpdate("""
                update report set late = 1
                where site = :site and bay = :bay and to_nanos >= :from and from_nanos <= :to and late = 0""")
                .bind("site", bay.site()).bind("bay", bay.bay()).bind("from", range.fromNanos())
                .bind("to", range.toNanos()).execute());
    }

    /** The end of the last job of each bay that has a report. */
    Map<BayId, Long> newestEnds() {
        return registry.withHandle(handle -> handle.createQuery("""
                select site, bay, max(to_nanos) as newest from report group by site, bay""")
                .map((row, context) -> Map.entry(new BayId(row.getString("site"), row.getString("bay")),
                        row.getLong("newest")))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Jobs that have ended before then and have no report, the newest first. */
    List<String> without(long endedNanos, int most) {
        return registry.withHandle(handle -> handle.createQuery("""
                select id from job where state <> 'running' and finished_nanos <= :ended
                    and not exists (select 1 from report where report.job = job.id)
                order by finished_nanos desc limit :most""").bind("ended", endedNanos).bind("most", most)
                .mapTo(String.class).list());
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException changed) {
            throw new UncheckedIOException("the registry holds a report that nobody can read", changed);
        }
    }
}
