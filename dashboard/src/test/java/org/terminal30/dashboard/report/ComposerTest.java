package org.terminal30.dashboard.report;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.dashboard.live.ChannelView;
import org.terminal30.dashboard.report.JobReport.AlarmLine;
import org.terminal30.dashboard.report.JobReport.ChannelLine;
import org.terminal30.dashboard.report.JobReport.Line;
import org.terminal30.dashboard.report.JobReport.Reason;
import org.terminal30.dashboard.report.JobReport.RecordLine;
import org.terminal30.dashboard.report.JobReport.StepLine;
import org.terminal30.dashboard.report.JobReport.VerdictLine;
import org.terminal30.dashboard.workshop.JobProgress.EvidenceView;
import org.terminal30.dashboard.workshop.JobProgress.StepView;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ComposerTest {
    @Test
    void swapThatKeptTheMemory_saysSoFirstWithItsFigures() {
        JobReport report = PlayedJob.swap().report();

        assertThat(report.title()).isEqualTo("Battery swap");
        assertThat(report.headline().title()).isEqualTo("Memory kept");
        assertThat(report.headline().sign()).isEqualTo("ok");
        assertThat(report.headline().reasons()).extracting(Reason::text).containsExactly("Watched throughout",
                "No break, as far as can be seen: from 2.3 ms", "Lowest voltage: 12.31 V, limit 9.00 V");
        assertThat(report.figures()).contains(new Line("Longest break", "none seen"),
                new Line("On the backup", "3:20 min"),
                new Line("Lowest in the swap", "12.31 V"), new Line("Shortest break visible", "2.3 ms"));
        assertThat(report.verdicts()).extracting(VerdictLine::mark, VerdictLine::title).containsExactly(
                tuple("A", "Safe to disconnect"),
                tuple("B", "Backup holds the car"),
                tuple("C", "Safe to remove the backup"));
        assertThat(report.course()).contains(new Line("Begun", "4 Mar 2026, 14:05 UTC+01:00"),
                new Line("Technician", "Anna, Ben"));
    }

    @Test
    void swapWithABreak_givesItsLengthAndItsLowestVoltage() {
        JobReport report = PlayedJob.swapWithABreak().report();

        assertThat(report.headline().title()).isEqualTo("Loss of memory cannot be excluded");
        assertThat(report.headline().reasons()).extracting(Reason::text).contains("Longest break: 1.40 s",
                "Lowest voltage: 0.02 V, limit 9.00 V");
        assertThat(report.figures()).contains(new Line("Longest break", "1.40 s"));
        assertThat(report.records()).filteredOn(RecordLine::grave).extracting(RecordLine::kind)
                .containsExactly("Feed lost", "Interruption");
        assertThat(report.alarms()).extracting(AlarmLine::answer).contains("acknowledged by Anna after 2.50 s");
    }

    @Test
    void everyStep_saysWhatCompletedIt() {
        JobReport report = PlayedJob.swap().report();

        assertThat(report.steps()).extracting(StepLine::how).contains("ticked by Anna", "entered by Ben", "measured",
                "left out by Anna", "not confirmed");
        assertThat(report.steps()).extracting(StepLine::name).as("not every swap wants the headlights")
                .noneMatch(name -> name.startsWith("Headlights"));
        assertThat(report.steps()).extracting(StepLine::mark).isSorted().doesNotHaveDuplicates();
        assertThat(report.remarks()).anyMatch(
                remark -> remark.equals(
                        "Not confirmed by anybody, and not measured: “Ignition off, one lamp on as a witness”."));
    }

    @Test
    void tapInPlaceOfAMeasurement_isNotPassedOffAsOne() {
        PlayedJob job = new PlayedJob();
        job.step("battery-out", "measured", "done", 10, "Anna", Map.of(), null);
        assertThat(job.report().steps()).extracting(StepLine::how).containsExactly("not measured, ticked by Anna");
    }

    @Test
    void wordsBesideAStep_standAmongTheFigures_butNotWhereTheCodeLies() {
        PlayedJob job = new PlayedJob();
        job.steps.add(
                new StepView("battery-type", "entered", "done", PlayedJob.START, "Anna", Map.of(), null, "AGM 70 Ah"));
        job.steps.add(new StepView("code-known", "tapped", "done", PlayedJob.START, "Anna", Map.of(), null,
                "glove compartment"));
        job.steps.add(new StepView("backup-connected", "measured", "done", PlayedJob.START, null, Map.of(), null,
                "BAT 415, 13.5 V without load, up to 15.0 A"));
        assertThat(job.report().steps()).extracting(StepLine::name, StepLine::value).containsExactly(
                tuple("Type of the new battery", "AGM 70 Ah"), tuple("Radio code known, and where it is kept", ""),
                tuple("Backup supply on the car", "BAT 415, 13.5 V without load, up to 15.0 A"));
    }

    @Test
    void limitWithASource_namesIt() {
        PlayedJob job = new PlayedJob();
        job.verdict("idle", "pass", "green", 60,
                new EvidenceView("idle", "proven", "charging", 14.2, 13.2, "V", "workshop manual"));
        assertThat(job.report().headline().reasons()).extracting(Reason::text)
                .allMatch(text -> text.endsWith(": 14.20 V, limit 13.20 V (workshop manual)"));
    }

    @Test
    void figuresOfAWatchOfWeeks_haveTheirUnits() {
        PlayedJob job = PlayedJob.watch(Duration.ofDays(20));
        job.kind = "relock-watch";
        job.verdict("relock", "nothing-found", "green", 60);
        job.figures.putAll(Map.of("elapsedHours", 479.5, "fallMillivoltsPerHour", 3.6, "gaps", 2.0));
        assertThat(job.report().figures()).contains(new Line("Since the beginning", "19 d 23 h"),
                new Line("Falls at rest by", "4 mV/h"), new Line("Gaps in watching it", "2"));
    }

    @Test
    void feedMeasuredBeforeTheRadio_isJudgedAtTheMeasuringPoint() {
        PlayedJob job = PlayedJob.swap();
        assertThat(job.report().remarks())
                .anyMatch(remark -> remark.contains("at the measuring point, not at the radio"));
        job.courses.add(job.course(Channel.RADIO, at -> 12.5));
        assertThat(job.report().remarks()).noneMatch(remark -> remark.contains("at the measuring point"))
                .anyMatch(remark -> remark.contains("at the radio's own connector"));
    }

    @Test
    void shortestBreakThatCanBeSeen_standsInTheFinePrint() {
        assertThat(PlayedJob.swap().report().remarks()).contains(
                "A break shorter than 2.3 ms cannot be seen with certainty by this measurement.");
        assertThat(PlayedJob.watch(Duration.ofHours(1)).report().remarks()).as("two periods of 475 a second").contains(
                "A break shorter than 4.2 ms cannot be seen with certainty by this measurement.");
    }

    @Test
    void calibration_isSaidSoThatACustomerUnderstandsIt() {
        PlayedJob job = PlayedJob.swap();
        assertThat(job.report().channels()).extracting(ChannelLine::trust).containsExactly(
                "compared with a reference meter on 12 Jan 2026",
                "compared with a reference meter on 3 Nov 2024, more than a year ago: overdue");

        ChannelView coarse = new ChannelView("1", "backup", "ELM327", 2, 2.5, "coarse", null, false, PlayedJob.START);
        job.channels = List.of(PlayedJob.calibrated("onboard", null, false), coarse);
        assertThat(job.report().channels()).extracting(ChannelLine::trust).containsExactly(
                "not compared with a reference meter: may be wrong by 0.2 V",
                "coarse meter: steps of 0.1 V, may be wrong by 0.3 V; limits closer than that are not judged");

        job.channels = List.of();
        assertThat(job.report().channels()).extracting(ChannelLine::trust)
                .allMatch(trust -> trust.startsWith("not known"));
        assertThat(PlayedJob.calibrated("onboard", LocalDate.EPOCH, true).due()).isTrue();
    }

    @Test
    void clockThatNobodyConfirmed_isSaid() {
        PlayedJob job = PlayedJob.swap();
        assertThat(job.report().remarks()).noneMatch(remark -> remark.contains("clock"));
        job.clock = "unsure";
        assertThat(job.report().remarks()).anyMatch(remark -> remark.startsWith("The bay's clock was not confirmed"));
    }

    @Test
    void timeWithoutMeasurement_isSaid() {
        PlayedJob job = PlayedJob.swap();
        job.event(EventKind.NOT_WATCHING, Channel.ONBOARD, 200, 20, 0, "n1");
        assertThat(job.report().remarks()).contains("Not watched for 20.0 s in all, in 1 gap: On-board.");

        PlayedJob lost = PlayedJob.watch(Duration.ofMinutes(8));
        Measured.Course course = lost.courses.removeFirst();
        lost.courses.add(new Measured.Course(Channel.ONBOARD, course.buckets().subList(0, course.buckets().size() / 2),
                course.stepNanos()));
        assertThat(lost.report().remarks())
                .anyMatch(remark -> remark.startsWith("4:00 min of On-board are missing here"));
    }

    @Test
    void abortedJob_isSaidToBe() {
        PlayedJob job = PlayedJob.swap();
        job.state = "aborted";
        assertThat(job.report().aborted()).isTrue();
        assertThat(job.report().remarks()).first().asString().startsWith("The job was aborted before its end");
    }

    @Test
    void watchWithoutVerdicts_isHeadedByItsRecords() {
        assertThat(PlayedJob.watch(Duration.ofHours(1)).report().headline().title()).isEqualTo("No break seen");

        PlayedJob blind = PlayedJob.watch(Duration.ofHours(1));
        blind.event(EventKind.NOT_WATCHING, Channel.ONBOARD, 5, 9, 0, "n1");
        assertThat(blind.report().headline().title()).isEqualTo("No break seen, but not watched throughout");

        blind.event(EventKind.INTERRUPTION, Channel.ONBOARD, 30, 2, 0.1, "i1");
        assertThat(blind.report().headline()).isEqualTo(Composer.plain("bad", "The supply was broken"));

        PlayedJob nothing = new PlayedJob();
        nothing.kind = "watch";
        assertThat(nothing.report().headline().title()).isEqualTo("Nothing was measured");
        assertThat(nothing.report().remarks()).contains("No measurement of this job has reached the dashboard.");
    }

    @Test
    void moreRecordsThanAPageHolds_keepTheGravest() {
        PlayedJob job = PlayedJob.watch(Duration.ofHours(1));
        for (int i = 0; i < 500; i++) {
            job.event(EventKind.DIP, Channel.ONBOARD, i, 0.1, 11, "d" + i);
        }
        job.event(EventKind.INTERRUPTION, Channel.ONBOARD, 600, 2, 0.1, "i1");
        JobReport report = job.report();

        assertThat(report.records()).hasSize(Composer.MAX_RECORDS).extracting(RecordLine::kind)
                .contains("Interruption");
        assertThat(report.recordsNote())
                .isEqualTo("The 24 gravest of 501 are listed. In all: 500 × Dip, 1 × Interruption.");
        assertThat(report.chart().records()).hasSizeLessThanOrEqualTo(ChartDrawing.MAX_RECORDS);
    }

    @Test
    void recordThatOutlivesTheJob_saysNothingOfLater() {
        PlayedJob job = PlayedJob.watch(Duration.ofMinutes(8));
        job.event(EventKind.LOW, Channel.ONBOARD, 470, 300, 9.99, "l1");
        assertThat(job.report().records()).containsExactly(
                new RecordLine("14:12:50", "Below 12.5 V", "On-board", "10.0 s, still so at the end", "", false));
    }

    @Test
    void jobOfAKindThatNobodyHasWordsFor_isReportedAllTheSame() {
        PlayedJob job = new PlayedJob();
        job.kind = "wash";
        job.step("soap", "tapped", "done", 10, "Anna", Map.of("soapLitres", 2.5), "too-hot");
        job.verdict("clean", "shiny", "green", 60, PlayedJob.evidence("dust", "proven", "gone", 0.0, 0.1, null));
        JobReport report = job.report();

        assertThat(report.title()).isEqualTo("wash");
        assertThat(report.headline().title()).isEqualTo("shiny");
        assertThat(report.headline().reasons()).extracting(Reason::text)
                .containsExactly("dust: gone: 0.00, limit 0.10");
        assertThat(report.steps()).containsExactly(
                new StepLine(1, "14:05:10", "soap", "entered by Anna, too-hot", "2.50", false));
    }

    @Test
    void sameFacts_giveTheSameReport() {
        assertThat(PlayedJob.swapWithABreak().report()).isEqualTo(PlayedJob.swapWithABreak().report());
    }

    @Test
    void chart_hasBothLimitsTheMarksAndEscapedWords() {
        PlayedJob job = PlayedJob.swapWithABreak();
        String svg = ChartSvg.of(job.report().chart());
        assertThat(svg).contains("12.5 V", "11.5 V", ">A</text>", ">8</text>", "On the backup", "recorded events",
                "<polygon");

        ReportChart hostile = new ReportChart(0, 1000, List.of(), List.of(), List.of(),
                List.of(new ReportChart.Mark("<script>&", 10)), List.of(), List.of());
        assertThat(ChartSvg.of(hostile)).contains("&lt;script&gt;&amp;").doesNotContain("<script");
    }

    @Test
    void bandOfABreak_reachesItsLowestReading() {
        JobReport report = PlayedJob.swapWithABreak().report();
        assertThat(report.chart().traces().getFirst().min()).contains(0.0);
        assertThat(report.channels().getFirst().lowest()).isEqualTo("0.00 V");
    }
}
