package org.terminal30.agent.analyse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.hardware.trace.Trace;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlReportTest {
    @TempDir
    Path directory;

    @Test
    void page_needsNothingFromElsewhere() throws Exception {
        String page = page(write("trace.csv", breakOfOneSample()));

        assertThat(page).doesNotContain("src=", "href=", "@import", "fetch(");
        // The name of the SVG namespace is no address that anybody visits.
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
    }

    @Test
    void breakOfOneSampleInALongRecording_isInTheChartAtItsDepth() throws Exception {
        JsonNode channel = chart(page(write("trace.csv", breakOfOneSample()))).get("channels").get(0);

        long at = 0;
        boolean found = false;
        for (int bin = 0; bin < channel.get("min").size(); bin++) {
            at += channel.get("steps").get(bin).asLong();
            if (channel.get("min").get(bin).asLong() == 20) {
                assertThat(at).isEqualTo(60_000_000);
                found = true;
            } else {
                assertThat(channel.get("min").get(bin).asLong()).isEqualTo(12_700);
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void gapsAndRecords_areInTheChartAndTheTable() throws Exception {
        String page = page(write("trace.csv", """
                time_s,onboard
                0,12.7
                1,12.7
                2,12.7
                9,12.7
                10,0.5
                11,12.7
                12,12.7
                13,12.7
                14,12.7
                15,12.7
                """));

        assertThat(chart(page).get("gaps").toString()).isEqualTo("[[2000000,9000000]]");
        assertThat(chart(page).get("events").findValuesAsText("kind")).contains("interruption", "not-watching");
        assertThat(page).contains("<td class=\"kind critical nested\">Interruption</td>", "No samples");
    }

    @Test
    void namesFromTheFile_cannotBecomeMarkup() throws Exception {
        String page = page(write("<b>&.csv", "time_s,\"</script><script>alert(1)</script> volts\"\n0,12.7\n1,12.7\n"));

        assertThat(page).contains("&lt;b&gt;&amp;.csv", "&lt;/script&gt;&lt;script&gt;alert(1)").doesNotContain("<b>&",
                "<script>alert");
    }

    @Test
    void quietRecording_saysSoInsteadOfAnEmptyTable() throws Exception {
        assertThat(page(write("trace.csv", "time_s,onboard\n0,12.7\n1,12.7\n"))).contains("no record, no gap",
                "Nothing fell below its limit").doesNotContain("<th>Record</th>");
    }

    private static String breakOfOneSample() {
        StringBuilder rows = new StringBuilder("time_s,onboard\n");
        for (int row = 0; row < 100_000; row++) {
            rows.append("%d.%03d,%s\n".formatted(row / 1000, row % 1000, row == 60_000 ? "0.02" : "12.7"));
        }
        return rows.toString();
    }

    private static String page(Trace trace) throws Exception {
        Analysis analysis = TraceAnalyser.analyse(trace);
        return new HtmlReport(analysis, Envelope.of(trace, analysis)).text();
    }

    private static JsonNode chart(String page) throws Exception {
        List<String> found = Pattern.compile("id=\"data\">(.*)</script>").matcher(page).results()
                .map(match -> match.group(1)).toList();
        return new ObjectMapper().readTree(found.getFirst());
    }

    private Trace write(String name, String content) throws Exception {
        return new Trace(Files.writeString(directory.resolve(name), content));
    }
}
