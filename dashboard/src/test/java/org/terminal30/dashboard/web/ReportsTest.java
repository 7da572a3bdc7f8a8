package org.terminal30.dashboard.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.FakeBay;
import org.terminal30.dashboard.testing.FinishedSwap;
import org.terminal30.dashboard.testing.TestClient;
import org.terminal30.dashboard.testing.TestDashboard;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports of jobs that a bay told of, over the wire and back as page, JSON and PDF. */
class ReportsTest {
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(T30-[^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String HOSTILE = "<b>X</b>&\\\"'";

    private final TestDashboard dashboard;
    private final TestClient anna;
    private final FakeBay bay;
    private final FinishedSwap swap;

    ReportsTest(@TempDir Path folder) {
        dashboard = open(folder);
        anna = dashboard.manager();
        bay = dashboard.bay("1");
        long now = EpochNanos.of(dashboard.server().part(Clock.class).instant());
        swap = new FinishedSwap(bay, now - 600_000_000_000L, vehicle("A417KH", "Lada"));
    }

    /** With another registry in a subclass. */
    TestDashboard open(Path folder) {
        return TestDashboard.fresh(folder);
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void finishedSwap_hasAReportWithVerdictStepsAndFigures() {
        swap.write();
        String report = anna.get("/api/jobs/s1/report").body();

        assertThat(report).contains("\"title\":\"Battery swap\"", "\"title\":\"Memory kept\"", "\"plate\":\"A417KH\"",
                "\"name\":\"Old battery out\"", "\"how\":\"ticked by Anna\"", "\"revision\":1",
                "not compared with a reference meter", "at the measuring point, not at the radio");
        assertThat(number(report)).matches("T30-\\d{4}(-[2-9A-HJKMNP-Z]{4}){3}");
    }

    @Test
    void pdf_holdsNumberVerdictAndItsTypeface() throws IOException {
        swap.write();
        String number = number(anna.get("/api/jobs/s1/report").body());
        HttpResponse<byte[]> answer = anna.file("/jobs/s1/report.pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("inline; filename=\"" + number + ".pdf\"");
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains(number, "Memory kept", "A417KH", "Old battery out", "Page 1 of ", "12.5 V",
                    "Technician: name, date, signature");
            for (PDPage page : pdf.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).as(font.getName()).isTrue();
                    assertThat(page.getResources().getFont(font).getName()).contains("Inter");
                }
            }
        }
        try (PDDocument letter = Loader.loadPDF(anna.file("/jobs/s1/report.pdf?paper=letter").body())) {
            assertThat(letter.getPage(0).getMediaBox().getWidth()).isBetween(611f, 613f);
        }
        assertThat(anna.get("/jobs/s1/report.pdf?paper=a5").statusCode()).isEqualTo(400);
    }

    @Test
    void page_isTheSameSheet() {
        swap.write();
        HttpResponse<String> page = anna.get("/jobs/s1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(number(anna.get("/api/jobs/s1/report").body()), "Memory kept",
                "<svg class=\"chart\"",
                "/jobs/s1/report.pdf");
    }

    @Test
    void numberFromPaper_leadsToTheReportAndItsVehicle() {
        swap.write();
        String number = number(anna.get("/api/jobs/s1/report").body());
        String typed = number.toLowerCase(Locale.ROOT).replace("-", "%20");

        assertThat(anna.get("/api/reports/" + typed).body()).contains("\"job\":\"s1\"", number);
        assertThat(anna.get("/reports/" + typed).headers().firstValue("Location")).hasValue("/jobs/s1");
        assertThat(anna.get("/api/vehicles?q=" + typed).body()).contains("A417KH");
        String mistyped = number.substring(0, number.length() - 1) + (number.endsWith("7") ? "8" : "7");
        HttpResponse<String> refused = anna.get("/api/reports/" + mistyped);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("typing error");
        assertThat(anna.get("/api/vehicles?q=" + mistyped).body()).isEqualTo("[]");
    }

    @Test
    void whatChangesLaterInTheRegistry_leavesTheReportAsItWas() {
        swap.write();
        String before = anna.get("/api/jobs/s1/report").body();
        anna.put("/api/letterhead", "{\"name\":\"New name\",\"address\":\"Street 1\\nTown\"}");
        anna.put("/api/vehicles/" + swap.vehicle(), "{\"plate\":\"Z999ZZ\",\"make\":\"Lada\",\"model\":\"Vesta\"}");

        assertThat(anna.get("/api/jobs/s1/report").body()).isEqualTo(before);
        swap.lateEvent();
        assertThat(anna.get("/api/jobs/s1/report").body()).as("a later revision keeps the car of its time")
                .contains("\"revision\":2", "A417KH").doesNotContain("Z999ZZ", "New name");
    }

    @Test
    void recordThatArrivesLate_makesARevisionThatSaysSo() {
        swap.write();
        String first = anna.get("/api/jobs/s1/report").body();
        swap.lateEvent();
        String second = anna.get("/api/jobs/s1/report").body();

        assertThat(second).contains("\"revision\":2", "Revision 2: records that arrived after revision 1 was made",
                "\"kind\":\"Dip\"");
        assertThat(number(second)).isEqualTo(number(first));
        assertThat(anna.get("/api/jobs/s1/report?revision=1").body()).isEqualTo(first);
        assertThat(anna.get("/api/jobs/s1/report").body()).as("nothing new: nothing changes").isEqualTo(second);
        assertThat(anna.file("/jobs/s1/report.pdf").headers().firstValue("Content-Disposition").orElse(""))
                .contains("-r2.pdf");
        assertThat(anna.get("/api/jobs/s1/report?revision=3").statusCode()).isEqualTo(404);
    }

    @Test
    void sameRecordsAgain_makeNoRevision() {
        swap.write();
        String before = anna.get("/api/jobs/s1/report").body();
        swap.write();
        assertThat(anna.get("/api/jobs/s1/report").body()).isEqualTo(before);
    }

    @Test
    void runningJob_hasNoReportYet() {
        swap.begin();
        HttpResponse<String> answer = anna.get("/api/jobs/s1/report");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("still runs");
        assertThat(anna.get("/jobs/s1").statusCode()).isEqualTo(409);
        assertThat(anna.get("/api/jobs/none/report").statusCode()).isEqualTo(404);
        assertThat(anna.get("/jobs/none").statusCode()).isEqualTo(404);
    }

    @Test
    void hostileWords_areShownNotObeyed() throws IOException {
        FinishedSwap other = new FinishedSwap(bay, swap.startNanos() - 3_600_000_000_000L, vehicle("H4CK", HOSTILE));
        other.write();
        anna.put("/api/letterhead", "{\"name\":\"" + HOSTILE + "\"}");

        String page = anna.get("/jobs/s1").body();
        assertThat(page).contains("&lt;b&gt;X&lt;/b&gt;&amp;").doesNotContain("<b>X</b>");
        try (PDDocument pdf = Loader.loadPDF(anna.file("/jobs/s1/report.pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<b>X</b>&\"'");
        }
    }

    @Test
    void letterhead_standsOnReportsAndIsTheManagers() {
        anna.put("/api/letterhead", "{\"name\":\"Autohaus Süd\",\"address\":\"Hof 3\\n\\n 10115 Berlin \"}");
        swap.write();
        assertThat(anna.get("/api/jobs/s1/report").body()).contains("\"name\":\"Autohaus Süd\"",
                "[\"Hof 3\",\"10115 Berlin\"]");
        assertThat(anna.put("/api/letterhead", "{\"name\":\" \"}").body()).contains("\"field\":\"name\"");

        anna.post("/api/people", "{\"name\":\"Ben\",\"role\":\"technician\",\"password\":\"a long enough one\"}");
        TestClient ben = dashboard.stranger();
        ben.logIn("Ben", "a long enough one");
        assertThat(ben.put("/api/letterhead", "{\"name\":\"Mine\"}").statusCode()).isEqualTo(403);
        assertThat(ben.get("/jobs/s1").statusCode()).isEqualTo(200);
    }

    private long vehicle(String plate, String make) {
        HttpResponse<String> answer = anna.post("/api/vehicles",
                "{\"plate\":\"%s\",\"make\":\"%s\",\"model\":\"Granta\"}"
                        .formatted(plate, make));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Long.parseLong(first(ID, answer.body()));
    }

    private static String number(String report) {
        return first(NUMBER, report);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
