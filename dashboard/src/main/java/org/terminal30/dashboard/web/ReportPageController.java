package org.terminal30.dashboard.web;

import java.util.HashMap;
import java.util.Map;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.report.JobReport;
import org.terminal30.dashboard.report.ReportDesk;
import org.terminal30.dashboard.report.ReportNumber;
import org.terminal30.dashboard.report.ReportPdf;
import org.terminal30.dashboard.security.Role;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs;

/** Reports as pages and as PDFs. */
@Hidden
@Controller
@Secured({Role.MANAGER, Role.TECHNICIAN})
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportPageController {
    private final Pages pages;
    private final ReportDesk reports;
    private final ReportSheets sheets;
    private final Jobs jobs;

    ReportPageController(Pages pages, ReportDesk reports, ReportSheets sheets, Jobs jobs) {
        this.pages = pages;
        this.reports = reports;
        this.sheets = sheets;
        this.jobs = jobs;
    }

    @Get("/jobs/{job}")
    @Produces(MediaType.TEXT_HTML)
    ModelAndView<Map<String, Object>> page(HttpRequest<?> request, String job, @QueryValue @Nullable Integer revision) {
        JobReport report = report(job, revision);
        Map<String, Object> model = new HashMap<>(ReportSheets.model(report));
        model.put("page", pages.of(request, "report", report.number()));
        model.put("vehicle", jobs.find(job).map(Job::vehicle).map(vehicle -> Long.toString(vehicle.id())).orElse(""));
        return new ModelAndView<>("report", model);
    }

    @Get("/jobs/{job}/report.pdf")
    @Produces(MediaType.APPLICATION_PDF)
    HttpResponse<byte[]> pdf(String job, @QueryValue @Nullable Integer revision,
            @QueryValue(defaultValue = "a4") String paper) {
        JobReport report = report(job, revision);
        String name = report.revision() == 1 ? report.number() : "%s-r%d".formatted(report.number(), report.revision());
        return HttpResponse.ok(sheets.pdf(report, paper(paper))).header(HttpHeaders.CONTENT_DISPOSITION,
                "inline; filename=\"%s.pdf\"".formatted(name));
    }

    /** The way from the number on paper to the report. */
    @Get("/reports/{number}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> find(String number) {
        try {
            String job = reports.job(ReportNumber.read(number))
                    .orElseThrow(() -> notFound("There is no report %s.".formatted(number)));
            return HttpResponse.seeOther(UriBuilder.of("/jobs").path(job).build());
        } catch (IllegalArgumentException mistyped) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, mistyped.getMessage());
        }
    }

    private JobReport report(String job, @Nullable Integer revision) {
        return reports
                .find(job,
                        revision)
                .orElseThrow(() -> jobs.find(job).filter(one -> one.finishedAt() == null).isPresent()
                        ? new HttpStatusException(HttpStatus.CONFLICT,
                                "Job %s still runs: its report is made when it has ended.".formatted(job))
                        : notFound("There is no report of job %s.".formatted(job)));
    }

    private static ReportPdf.Paper paper(String name) {
        return switch (name) {
            case "a4" -> ReportPdf.Paper.A4;
            case "letter" -> ReportPdf.Paper.LETTER;
            default -> throw new HttpStatusException(HttpStatus.BAD_REQUEST,
                    "paper is \"%s\", must be a4 or letter".formatted(name));
        };
    }

    private static HttpStatusException notFound(String detail) {
        return new HttpStatusException(HttpStatus.NOT_FOUND, detail);
    }
}
