package org.terminal30.agent.outbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.terminal30.agent.outbox.OutboxBench.LABEL;
import static org.terminal30.agent.outbox.OutboxBench.MILLIS;
import static org.terminal30.agent.outbox.OutboxBench.job;
import static org.terminal30.agent.outbox.OutboxBench.window;

class OutboxTest {
    @TempDir
    private Path directory;

    private Path path() {
        return directory.resolve("state/outbox.db");
    }

    private static List<String> lines(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> RecordCodec.line(window(i))).toList();
    }

    private static WireRecord read(String line) throws Exception {
        return RecordCodec.record(LineProtocol.parse(line, 1, 0));
    }

    @Test
    void recordThatWasNotAcknowledged_isThereAfterARestartInItsOrder() {
        try (var bench = OutboxBench.released(path())) {
            bench.outbox.store(List.of(job(1), job(2), job(3)));
            Batch batch = bench.outbox.take();
            bench.outbox.acknowledged(batch.items().subList(0, 1));
            bench.outbox.notSent(batch.items().subList(1, 3));
        }
        try (var bench = OutboxBench.released(path())) {
            assertThat(bench.outbox.counters().records()).isEqualTo(2);
            assertThat(bench.drain()).containsExactly(RecordCodec.line(job(2)), RecordCodec.line(job(3)));
            assertThat(bench.outbox.counters().pending()).isZero();
        }
    }

    @Test
    void recordsLeaveBeforeWindowsAndWindowsBeforeTheBacklog() {
        try (var bench = OutboxBench.released(path())) {
            bench.backlog(0, 1);
            bench.outbox.window(window(1));
            bench.outbox.store(job(7));
            assertThat(bench.outbox.take().lines())
                    .containsExactly(RecordCodec.line(job(7)), RecordCodec.line(window(1)));
        }
    }

    @Test
    void windowAcknowledgedWithinASecond_neverTouchesTheDisk() {
        try (var bench = OutboxBench.released(path())) {
            bench.outbox.window(window(1));
            bench.passMillis(600);
            bench.outbox.keep();
            bench.outbox.acknowledged(bench.outbox.take().items());
            bench.passMillis(5000);
            bench.outbox.keep();
            assertThat(bench.number("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence")).isZero();
        }
    }

    @Test
    void windowNotAcknowledgedWithinASecond_isOnDiskEvenWhileItIsUnderWay() {
        try (var bench = OutboxBench.released(path())) {
            bench.outbox.window(window(1));
            bench.outbox.window(window(2));
            bench.outbox.take();
            bench.passMillis(750);
            bench.outbox.keep();
        }
        try (var bench = OutboxBench.released(path())) {
            assertThat(bench.drain()).isEqualTo(lines(1, 2));
        }
    }

    @Test
    void windowAcknowledgedAfterItWentToDisk_isDeletedThere() {
        try (var bench = OutboxBench.released(path())) {
            bench.outbox.window(window(1));
            Batch batch = bench.outbox.take();
            bench.passMillis(900);
            bench.outbox.keep();
            assertThat(bench.outbox.counters().windows()).isEqualTo(1);
            bench.outbox.acknowledged(batch.items());
            assertThat(bench.outbox.counters().windows()).isZero();
            assertThat(bench.drain()).isEmpty();
        }
    }

    @Test
    void windowsThatCouldNotBeSent_leaveInTheirOldOrder() {
        try (var bench = OutboxBench.released(path())) {
            IntStream.range(0, 3).forEach(i -> bench.outbox.window(window(i)));
            Batch batch = bench.outbox.take();
            bench.outbox.window(window(3));
            bench.outbox.notSent(batch.items());
            assertThat(bench.drain()).isEqualTo(lines(0, 4));
        }
    }

    @Test
    void backlog_leavesAtItsRateAndNeverWithLiveWindows() {
        var slow = new OutboxLimits(10_000, Duration.ofDays(1), 10, 100);
        try (var bench = OutboxBench.released(path(), slow)) {
            bench.backlog(0, 1000);
            Batch first = bench.outbox.take();
            assertThat(first.items()).hasSize(Outbox.MAX_LANE_LINES);
            bench.outbox.acknowledged(first.items());
            assertThat(bench.outbox.take().isEmpty()).isTrue();
            bench.passMillis(500);
            bench.outbox.window(window(5000));
            Batch live = bench.outbox.take();
            assertThat(live.lines()).isEqualTo(lines(5000, 1));
            bench.outbox.acknowledged(live.items());
            assertThat(bench.outbox.take().lines()).isEqualTo(lines(Outbox.MAX_LANE_LINES, 50));
        }
    }

    @Test
    void fullOutbox_dropsTheOldestWindowsForANamedGapAndKeepsEveryRecord() throws Exception {
        var small = new OutboxLimits(1000, Duration.ofDays(1), 10, 100_000);
        try (var bench = OutboxBench.released(path(), small)) {
            bench.outbox.store(List.of(job(1), job(2)));
            bench.backlog(0, 1100);
            List<String> left = bench.drain();
            int dropped = 110;
            assertThat(left.subList(0, 2)).containsExactly(RecordCodec.line(job(1)), RecordCodec.line(job(2)));
            assertThat(read(left.get(2))).isInstanceOfSatisfying(WireRecord.Event.class, gap -> {
                assertThat(gap.kind().wireName()).isEqualTo("not-watching");
                assertThat(gap.reason()).isEqualTo("outbox-full");
                assertThat(gap.id()).isEqualTo("k3f9a1-12-g1");
                assertThat(gap.timeNanos()).isEqualTo(LABEL);
                assertThat(gap.durationNanos()).isEqualTo(dropped * 100L * MILLIS);
            });
            assertThat(left.subList(3, left.size())).isEqualTo(lines(dropped, 1100 - dropped));
        }
    }

    @Test
    void windowsTooOldByTheNewestLabel_goToo() {
        var brief = new OutboxLimits(100_000, Duration.ofSeconds(60), 10, 100_000);
        try (var bench = OutboxBench.released(path(), brief)) {
            bench.backlog(0, 100);
            bench.backlog(650, 1);
            assertThat(bench.outbox.counters().windows()).isEqualTo(51);
            assertThat(bench.outbox.counters().records()).isEqualTo(1);
        }
    }

    @Test
    void refusedLines_areCountedForEverAndKeptUpToTheBound() {
        var few = new OutboxLimits(1000, Duration.ofDays(1), 3, 1000);
        try (var bench = OutboxBench.released(path(), few)) {
            for (int i = 0; i < 5; i++) {
                bench.outbox.store(job(i));
                bench.outbox.refused(bench.outbox.take().items().getFirst(), "not mine");
            }
            assertThat(bench.outbox.counters()).isEqualTo(new Outbox.Counters(0, 0, 0, 5, 0));
            assertThat(bench.number("SELECT COUNT(*) FROM quarantine WHERE reason = 'not mine'")).isEqualTo(3);
        }
        try (var bench = OutboxBench.released(path(), few)) {
            assertThat(bench.outbox.counters().quarantined()).isEqualTo(5);
        }
    }

    @Test
    void nothingLeavesBeforeTheRelease_whichMovesEveryLabel() throws Exception {
        try (var bench = new OutboxBench(path(), OutboxLimits.DEFAULT, 1)) {
            bench.outbox.store(job(1));
            bench.backlog(0, 1);
            bench.outbox.window(window(1));
            assertThat(bench.outbox.take().isEmpty()).isTrue();

            bench.outbox.release(7_000, Clock.SYNCHRONISED, LABEL);

            List<WireRecord> left = bench.drain().stream().map(OutboxTest::readUnchecked).toList();
            assertThat(left).extracting(WireRecord::timeNanos).containsExactly(LABEL + MILLIS + 7_000,
                    LABEL + 100 * MILLIS + 7_000, LABEL + 7_000);
            assertThat(left.getFirst()).isInstanceOfSatisfying(WireRecord.Job.class,
                    job -> assertThat(job.startedNanos()).isEqualTo(LABEL + 7_000));
        }
    }

    private static WireRecord readUnchecked(String line) {
        try {
            return read(line);
        } catch (Exception malformed) {
            throw new AssertionError(line, malformed);
        }
    }

    @Test
    void recordsOfBootsThatEndedWithoutTrust_arePlacedBeforeTheNextBootInTheirOrder() {
        long farAway = 20_000_000_000L * MILLIS;
        for (int boot = 1; boot <= 2; boot++) {
            try (var bench = new OutboxBench(path(), OutboxLimits.DEFAULT, boot)) {
                bench.outbox.store(List.of(job(boot * 10), job(boot * 10 + 5)));
            }
        }
        try (var bench = new OutboxBench(path(), OutboxLimits.DEFAULT, 3)) {
            bench.outbox.release(0, Clock.SYNCHRONISED, LABEL + farAway);
            List<WireRecord> left = bench.drain().stream().map(OutboxTest::readUnchecked).toList();
            long second = LABEL + farAway - HeldRows.APART_NANOS;
            long first = second - 5 * MILLIS - HeldRows.APART_NANOS;
            assertThat(left).extracting(WireRecord::timeNanos).containsExactly(first - 5 * MILLIS, first,
                    second - 5 * MILLIS, second);
        }
    }

    @Test
    void stateAndExecutedOrders_surviveARestart() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        try (var file = OutboxFile.open(path())) {
            file.state().put("job", "a");
            file.state().put("job", "b");
            assertThat(file.executedOrders().claim("o-1", now)).isTrue();
        }
        try (var file = OutboxFile.open(path())) {
            assertThat(file.state().get("job")).contains("b");
            assertThat(file.state().get("none")).isEmpty();
            assertThat(file.executedOrders().claim("o-1", now)).isFalse();
            assertThat(file.executedOrders().claim("o-2", now)).isTrue();
            Instant later = now.plus(ExecutedOrders.REMEMBERED).plusSeconds(1);
            assertThat(file.executedOrders().claim("o-3", later)).isTrue();
            assertThat(file.executedOrders().claim("o-1", later)).isTrue();
        }
    }

    @Test
    void fileThatIsNotADatabase_isRefusedByName() throws Exception {
        Files.createDirectories(path().getParent());
        Files.writeString(path(),
                "this is not a database, it is a text that is long enough to look like none".repeat(9));
        assertThatThrownBy(() -> OutboxFile.open(path())).isInstanceOf(OutboxException.class)
                .hasMessageContaining(path().toString());
    }

    @Test
    void secondAgentOnTheSameFile_isRefused() {
        try (var first = OutboxFile.open(path())) {
            first.state().put("a", "b");
            assertThatThrownBy(() -> OutboxFile.open(path())).isInstanceOf(OutboxException.class)
                    .hasMessageContaining("no other running agent");
        }
    }
}
