package org.terminal30.dashboard.diagnosis.evidence;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.Clock;
import org.terminal30.agent.wire.WireRecord.Event;
import org.terminal30.dashboard.diagnosis.Fault;
import org.terminal30.dashboard.diagnosis.Point;
import org.terminal30.dashboard.diagnosis.Watched;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.workshop.Job;
import org.terminal30.dashboard.workshop.Jobs.Interval;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** What a re-lock watch leaves behind, as the diagnosis reads it. */
class VisitReadingTest {
    private static final BayId BAY = new BayId("main", "1");
    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3600 * SECOND;

    private final PlayedHistory history = new PlayedHistory();

    @Test
    void leadThatIsOff_isNotWatchedAndNoFault() {
        event(EventKind.INTERRUPTION, 5 * HOUR, HOUR, SupplyEvent.LEAD_OFF);
        event(EventKind.DIP, 5 * HOUR - SECOND / 100, 10 * SECOND, null);
        event(EventKind.INTERRUPTION, 6 * HOUR + SECOND / 2, SECOND / 100, null);
        VisitReading visit = read(10 * HOUR);

        assertThat(visit.faults()).isEmpty();
        assertThat(watchedAtTheRadio(visit)).isLessThanOrEqualTo(Duration.ofHours(9));
    }

    @Test
    void breakOfTheFeed_isAFault() {
        event(EventKind.INTERRUPTION, 5 * HOUR, SECOND / 10, null);

        assertThat(read(10 * HOUR).faults()).singleElement().extracting(Fault::lasted)
                .isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void bayThatWasOffForAFewHoursOfAWeek_didNotWatchThen() {
        VisitReading visit = read(7 * 24 * HOUR, new TimeRange(50 * HOUR, 54 * HOUR));

        assertThat(visit.watched()).filteredOn(stretch -> stretch.point() == Point.RADIO).hasSize(2);
        assertThat(watchedAtTheRadio(visit)).isLessThanOrEqualTo(Duration.ofHours(7 * 24 - 4));
    }

    private static Duration watchedAtTheRadio(VisitReading visit) {
        return visit.watched().stream().filter(stretch -> stretch.point() == Point.RADIO).map(Watched::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void event(EventKind kind, long at, long lasted, @Nullable String reason) {
        history.event(new Event(BAY, Channel.RADIO, kind, kind + "-" + at, at, 2, false, lasted, 0.5, 0.6, false, null,
                reason, null, Clock.SYNCHRONISED, null));
    }

    private VisitReading read(long end, TimeRange... silent) {
        TimeRange range = new TimeRange(0, end);
        for (Channel channel : List.of(Channel.ONBOARD, Channel.RADIO)) {
            Course course = new Course(0.001);
            course.line(0, end, 12.6, 12.5);
            course.attach(range);
            history.channel(channel, course);
        }
        history.recorded(range);
        List.of(silent).forEach(history::silent);
        Job job = new Job("j1", "main", "1", "relock-watch", "finished", "no-job", null, EpochNanos.instant(0),
                EpochNanos.instant(end), 2, "Anna", null);
        return VisitReading.of(new Interval(job, BAY, 0, end), history, EpochNanos.instant(end));
    }
}
