package org.terminal30.dashboard.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Bucket;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.report.Measured.Course;
import org.terminal30.dashboard.report.ReportChart.Trace;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class ChartReadingTest {
    private static final BayId BAY = new BayId("main", "1");
    private static final long FROM = 1_772_629_500_000_000_000L;

    @Test
    void jobOfADay_isReadToItsLastWindow(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            History history = dashboard.server().part(History.class);
            history.store(List.of(window(0, 12.7), window(Duration.ofHours(3).toNanos(), 2.0)), List.of(), List.of());

            List<Course> courses = read(history, Duration.ofHours(24));

            assertThat(courses).singleElement().extracting(Course::lowest).isEqualTo(2.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 21, 365})
    void oneWindowWithADip_isTheLowestPointOfTheDrawing_howeverLongTheJob(int days, @TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            History history = dashboard.server().part(History.class);
            List<WireRecord.Window> windows = new ArrayList<>();
            for (long at = 0; at < Duration.ofDays(days).toNanos(); at += Duration.ofDays(days).toNanos() / 2_000) {
                windows.add(window(at, 12.6));
            }
            windows.add(window(Duration.ofHours(17).plusMillis(700).toNanos(), 2.0));
            history.store(windows, List.of(), List.of());

            List<Course> courses = read(history, Duration.ofDays(days));

            assertThat(courses).singleElement().satisfies(course -> {
                assertThat(course.buckets()).hasSizeBetween(ChartReading.POINTS / 4, ChartReading.POINTS);
                assertThat(course.lowest()).isEqualTo(2.0);
                Bucket lowest = course.buckets().stream().filter(bucket -> bucket.minimum() == 2).findFirst()
                        .orElseThrow();
                assertThat(FROM + Duration.ofHours(17).toNanos()).isBetween(lowest.startNanos() - Duration.ofSeconds(1)
                        .toNanos(), lowest.startNanos() + course.stepNanos());
            });
            assertThat(drawn(courses.getFirst(), days)).as("2 V between 0 at 236 and 14 at 12").contains(",204.0");
        }
    }

    private static String drawn(Course course, int days) {
        List<Bucket> buckets = course.buckets();
        long from = EpochNanos.millis(FROM);
        return ChartSvg.of(new ReportChart(from, from + Duration.ofDays(days).toMillis(), List.of(
                new Trace("onboard", "On-board", EpochNanos.millis(course.stepNanos()),
                        buckets.stream().map(bucket -> EpochNanos.millis(bucket.startNanos())).toList(),
                        buckets.stream().map(Bucket::minimum).toList(), buckets.stream().map(Bucket::maximum).toList(),
                        buckets.stream().map(Bucket::mean).toList())),
                List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static List<Course> read(History history, Duration length) {
        return new ChartReading(history).courses(BAY, new TimeRange(FROM, FROM + length.toNanos()));
    }

    private static WireRecord.Window window(long at, double volts) {
        return new WireRecord.Window(BAY, Channel.ONBOARD, FROM + at / Grid.WINDOW_NANOS * Grid.WINDOW_NANOS, volts,
                volts, volts, 1);
    }
}
