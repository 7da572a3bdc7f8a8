package org.terminal30.agent.analyse;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class EnvelopeGridTest {
    private static final long SECOND = 1_000_000_000;
    private static final long DAY = 86_400 * SECOND;

    @Test
    void dayWithAThousandRecords_staysWithinItsBounds() {
        List<SupplyEvent> events = LongStream.range(0, 1000)
                .mapToObj(index -> record(index + 1, index * 86 * SECOND, 3))
                .toList();

        assertThat(bins(DAY, events)).isLessThan(EnvelopeGrid.OVERVIEW_BINS + EnvelopeGrid.MAX_STRETCHES * 1_600);
    }

    @Test
    void deepestRecords_areDrawnFinelyWhereThereAreTooMany() {
        List<SupplyEvent> events = LongStream.range(0, 1000)
                .mapToObj(index -> record(index + 1, index * 86 * SECOND, index == 500 ? 0 : 3)).toList();

        long start = events.get(500).startNanos();
        EnvelopeGrid grid = EnvelopeGrid.of(DAY, events);
        assertThat(grid.endOfBin(start) - start).isLessThanOrEqualTo(100_000);
    }

    @Test
    void bins_followEachOtherWithoutAnEnd() {
        EnvelopeGrid grid = EnvelopeGrid.of(600 * SECOND, List.of(record(1, 300 * SECOND, 3)));
        long coarse = 600 * SECOND / EnvelopeGrid.OVERVIEW_BINS;

        assertThat(grid.endOfBin(0)).isEqualTo(coarse);
        assertThat(grid.endOfBin(298 * SECOND + 950_000_000)).isEqualTo(299 * SECOND);
        assertThat(grid.endOfBin(299 * SECOND + 1)).isEqualTo(299 * SECOND + 5_000_000);
        assertThat(grid.endOfBin(300 * SECOND - 1)).isEqualTo(300 * SECOND);
        assertThat(grid.endOfBin(300 * SECOND)).isEqualTo(300 * SECOND + 100_000);
        assertThat(grid.endOfBin(400 * SECOND)).isEqualTo(400 * SECOND + coarse);
    }

    private static long bins(long durationNanos, List<SupplyEvent> events) {
        EnvelopeGrid grid = EnvelopeGrid.of(durationNanos, events);
        long bins = 0;
        for (long nanos = 0; nanos < durationNanos; nanos = grid.endOfBin(nanos)) {
            bins++;
        }
        return bins;
    }

    private static SupplyEvent record(long sequence, long startNanos, double minimum) {
        return new SupplyEvent(sequence, 1, EventKind.INTERRUPTION, Channel.ONBOARD, startNanos,
                startNanos + 20 * SECOND,
                false, minimum, 12, false, 0, null, null);
    }
}
