package org.terminal30.dashboard.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.problem.ProblemException;
import org.terminal30.dashboard.report.JobReport;
import org.terminal30.dashboard.report.ReportDesk;
import org.terminal30.dashboard.report.ReportNumber;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Jobs;

/** The reports of finished jobs. */
@Controller("/api")
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportController {
    private final ReportDesk reports;
    private final Jobs jobs;

    ReportController(ReportDesk reports, Jobs jobs) {
        this.reports = reports;
        this.jobs = jobs;
    }

    /** Which job a number belongs to. */
    @Serdeable
    record Found(String number, String job) {}

    /** The report of a job with everything that has arrived, or a certain revision as it was said. */
    @Get("/jobs/{job}/report")
    JobReport report(String job, @QueryValue @Nullable Integer revision) {
        return reports.find(job, revision).orElseThrow(() -> missing(job, revision));
    }

    private ProblemException missing(String job, @Nullable Integer revision) {
        boolean runs = jobs.find(job).filter(one -> one.finishedAt() == null).isPresent();
        if (runs) {
            return ProblemException.conflict("Job %s still runs: its report is made when it has ended.".formatted(job));
        }
        return ProblemException.notFound(revision == null
                ? "There is no job %s.".formatted(job)
                : "There is no revision %d of the report of job %s.".formatted(revision, job));
    }

    /** The job whose report has this number, however it is spelled. */
    @Get("/reports/{number}")
    Found find(String number) {
        String known = read(number);
        return reports.job(known).map(job -> new Found(known, job))
                .orElseThrow(() -> ProblemException.notFound("There is no report %s.".formatted(known)));
    }

    private static String read(String number) {
        try {
            return ReportNumber.read(number);
        } catch (IllegalArgumentException mistyped) {
            throw ProblemException.field(HttpStatus.BAD_REQUEST, "number", String.valueOf(mistyped.getMessage()));
        }
    }
}
