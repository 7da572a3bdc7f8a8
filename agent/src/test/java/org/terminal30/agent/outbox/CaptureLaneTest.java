package org.terminal30.agent.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.Relabel;
import org.terminal30.agent.wire.WireRecord.Clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.terminal30.agent.outbox.OutboxBench.LABEL;
import static org.terminal30.agent.outbox.OutboxBench.capture;
import static org.terminal30.agent.outbox.OutboxBench.job;
import static org.terminal30.agent.outbox.OutboxBench.window;

/** Captures on their way through memory and disk (rule B9). */
class CaptureLaneTest {
    @TempDir
    private Path directory;

    private Path path() {
        return directory.resolve("outbox.db");
    }

    private static List<String> captures(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> RecordCodec.line(capture(i))).toList();
    }

    @Test
    void captureAcknowledgedWithinASecond_neverTouchesTheDisk() {
        try (var bench = OutboxBench.released(path())) {
            bench.outbox.capture(capture(1));
            bench.passMillis(600);
            bench.outbox.keep();
            bench.outbox.acknowledged(bench.outbox.take().items());
            bench.passMillis(5000);
            bench.outbox.keep();
            assertThat(bench.number("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence")).isZero();
            assertThat(bench.outbox.counters().pending()).isZero();
        }
    }

    @Test
    void captureNotAcknowledgedWithinASecond_isOnDiskAndLeavesAfterARestart() {
        try (var bench = OutboxBench.released(path())) {
            bench.outbox.capture(capture(1));
            bench.outbox.capture(capture(2));
            bench.outbox.take();
            bench.passMillis(750);
            bench.outbox.keep();
            assertThat(bench.outbox.counters().captures()).isEqualTo(2);
        }
        try (var bench = OutboxBench.released(path())) {
            assertThat(bench.outbox.counters().captures()).isEqualTo(2);
            assertThat(bench.drain()).isEqualTo(captures(1, 2));
            assertThat(bench.outbox.counters().pending()).isZero();
        }
    }

    @Test
    void capturesThatCouldNotBeSent_leaveInTheirOrder_someAtATime_afterTheWindows() {
        try (var bench = OutboxBench.released(path())) {
            IntStream.range(0, 12).forEach(i -> bench.outbox.capture(capture(i)));
            bench.outbox.window(window(1));
            Batch batch = bench.outbox.take();
            assertThat(batch.lines()).hasSize(1 + Outbox.MAX_LANE_CAPTURES).startsWith(RecordCodec.line(window(1)));
            bench.outbox.notSent(batch.items());
            assertThat(bench.drain().stream().filter(line -> line.startsWith("waveform")))
                    .containsExactlyElementsOf(captures(0, 12));
        }
    }

    @Test
    void fullOutbox_dropsWindowsFirst_capturesWhenNoneIsLeft_recordsNever() {
        int room = RecordCodec.line(capture(0)).length() / Backlog.WINDOW_CHARACTERS;
        var small = new OutboxLimits(20 * room, Duration.ofDays(1), 10, 100_000);
        try (var bench = OutboxBench.released(path(), small)) {
            bench.outbox.store(List.of(job(1)));
            bench.backlog(0, 10 * room);
            IntStream.range(0, 15).forEach(i -> bench.outbox.capture(capture(i)));
            bench.outbox.flush();
            assertThat(bench.outbox.counters().captures()).as("windows make room").isEqualTo(15);
            assertThat(bench.outbox.counters().windows()).isBetween(1L, 5L * room);
            IntStream.range(15, 30).forEach(i -> bench.outbox.capture(capture(i)));
            bench.outbox.flush();
            assertThat(bench.outbox.counters().windows()).isZero();
            assertThat(bench.outbox.counters().captures()).isBetween(17L, 20L);
            List<String> left = bench.drain();
            assertThat(left).startsWith(RecordCodec.line(job(1)));
            assertThat(left).as("the newest stay").endsWith(captures(29, 1).getFirst());
            assertThat(left).doesNotContain(captures(0, 1).getFirst());
        }
    }

    @Test
    void captureThatIsHeld_isMovedByTheReleaseInMemoryAndOnDisk() {
        try (var bench = new OutboxBench(path(), OutboxLimits.DEFAULT, 1)) {
            bench.outbox.capture(capture(1));
            bench.outbox.flush();
            bench.outbox.capture(capture(2));
            bench.outbox.release(7_000, Clock.SYNCHRONISED, LABEL);
            assertThat(bench.drain()).containsExactlyInAnyOrder(
                    RecordCodec.line(Relabel.shifted(capture(1), 7_000, Clock.SYNCHRONISED)),
                    RecordCodec.line(Relabel.shifted(capture(2), 7_000, Clock.SYNCHRONISED)));
        }
    }

    @Test
    void moreCapturesThanMemoryHolds_loseTheOldestAndAreCounted() {
        try (var bench = OutboxBench.released(path())) {
            IntStream.range(0, Outbox.MAX_LIVE_CAPTURES + 3).forEach(i -> bench.outbox.capture(capture(i)));
            assertThat(bench.outbox.counters().evicted()).isEqualTo(3);
            assertThat(bench.outbox.take().lines()).startsWith(RecordCodec.line(capture(3)));
        }
    }
}
