package org.terminal30.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;

import org.terminal30.dashboard.report.ChartSvg;
import org.terminal30.dashboard.report.JobReport;
import org.terminal30.dashboard.report.ReportPdf;

/** Puts a report on its sheet, which page and PDF share. */
@Singleton
final class ReportSheets {
    private final HtmlJteViewsRenderer<Map<String, Object>> renderer;
    private final ReportPdf pdf;
    private final String style = "<style>" + css("report-sheet") + css("report-pdf") + "</style>";

    ReportSheets(HtmlJteViewsRenderer<Map<String, Object>> renderer, ReportPdf pdf) {
        this.renderer = renderer;
        this.pdf = pdf;
    }

    /** What the templates of a report take. */
    static Map<String, Object> model(JobReport report) {
        return Map.of("report", report, "chart", ChartSvg.of(report.chart()));
    }

    byte[] pdf(JobReport report, ReportPdf.Paper paper) {
        Map<String, Object> model = new HashMap<>(model(report));
        model.put("style", style);
        StringWriter page = new StringWriter();
        try {
            renderer.render("report-pdf", model, null).writeTo(page);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return pdf.of(page.toString(), paper);
    }

    private static String css(String name) {
        String path = "/static/css/" + name + ".css";
        try (InputStream file = ReportSheets.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks its style %s".formatted(path));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
