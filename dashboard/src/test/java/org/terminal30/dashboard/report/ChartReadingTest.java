package org.terminal30.dashboard.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.Grid;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.report.Measured.Course;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class ChartReadingTest {
    private static final BayId BAY = new BayId("main", "1");
    private static final long FROM = 1_772_629_500_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void jobOfADay_isReadToItsLastWindow(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            History history = dashboard.server().part(History.class);
            history.store(List.of(window(0, 12.7), window(Duration.ofHours(3).toNanos(), 2.0)), List.of(), List.of());

            List<Course> courses = read(history, Duration.ofHours(24));

            assertThat(courses).singleElement().satisfies(course -> {
                assertThat(course.isWhole()).isTrue();
                assertThat(course.lowest()).isEqualTo(2.0);
            });
        }
    }

    @Test
    void watchOfWeeks_isReadInSipsThatAreBounded(@TempDir Path folder) {
        try (TestDashboard dashboard = TestDashboard.fresh(folder)) {
            History history = dashboard.server().part(History.class);
            List<WireRecord.Window> windows = new ArrayList<>();
            for (long at = 0; at < Duration.ofDays(21).toNanos(); at += MINUTE) {
                windows.add(window(at, 12.6));
            }
            history.store(windows, List.of(), List.of());

            List<Course> courses = read(history, Duration.ofDays(21));

            assertThat(courses).singleElement().satisfies(course -> {
                assertThat(course.isWhole()).isFalse();
                assertThat(course.buckets()).hasSizeBetween(ChartReading.SIPS / 10, ChartReading.SIPS);
            });
        }
    }

    private static List<Course> read(History history, Duration length) {
        return new ChartReading(history).courses(BAY, new TimeRange(FROM, FROM + length.toNanos()));
    }

    private static WireRecord.Window window(long at, double volts) {
        return new WireRecord.Window(BAY, Channel.ONBOARD, FROM + at / Grid.WINDOW_NANOS * Grid.WINDOW_NANOS, volts,
                volts, volts, 1);
    }
}
