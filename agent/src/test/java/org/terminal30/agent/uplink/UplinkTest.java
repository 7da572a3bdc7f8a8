package org.terminal30.agent.uplink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.uplink.StubReceiver.Reply;
import org.terminal30.agent.wire.RecordCodec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class UplinkTest {
    @TempDir
    private Path directory;
    private StubReceiver receiver;
    private UplinkBench bench;

    @BeforeEach
    void begin() throws IOException {
        receiver = new StubReceiver();
        bench = new UplinkBench(directory, receiver.url());
    }

    @AfterEach
    void end() {
        bench.close();
        receiver.close();
    }

    private void awaitNothingPending() {
        await().atMost(Duration.ofSeconds(20)).until(() -> bench.outbox.counters().pending() == 0);
    }

    @Test
    void recordsAndWindows_leaveZippedWithTokenBucketAndPrecision() {
        bench.released().started();
        List<String> expected = new ArrayList<>(bench.jobs(0, 3));
        awaitNothingPending();
        bench.outbox.window(UplinkBench.window(1));
        expected.add(RecordCodec.line(UplinkBench.window(1)));
        awaitNothingPending();
        assertThat(receiver.stored()).isEqualTo(expected);
        assertThat(receiver.paths()).allSatisfy(path -> assertThat(path).contains("/api/v2/write?",
                "bucket=terminal30", "org=garage", "precision=ns", "Token t0ken", "gzip"));
    }

    @Test
    void badLineThatIsPointedAt_goesToTheQuarantineAndTheRestArrives() {
        receiver.answer(lines -> {
            int bad = lines.stream().map(line -> line.contains("id=j3,") || line.contains("id=j5,")).toList()
                    .indexOf(true);
            List<String> good = lines.stream().filter(line -> !line.contains("id=j3,") && !line.contains("id=j5,"))
                    .toList();
            return bad < 0
                    ? Reply.stored(lines)
                    : new Reply(400, "{\"code\":\"invalid\",\"message\":\"line %d: no\",\"line\":%d}"
                            .formatted(bad + 1, bad + 1), good);
        });
        List<String> lines = bench.jobs(0, 8);
        bench.released().started();
        awaitNothingPending();
        assertThat(bench.outbox.counters().quarantined()).isEqualTo(2);
        assertThat(receiver.stored()).contains(lines.get(0), lines.get(4), lines.get(6), lines.get(7))
                .doesNotContain(lines.get(3), lines.get(5));
    }

    @Test
    void badLineThatIsNotPointedAt_isFoundByHalving() {
        receiver.answer(lines -> lines.stream().anyMatch(line -> line.contains("id=j77,"))
                ? Reply.refused(400, "{\"error\":\"partial write: field type conflict dropped=1\"}")
                : Reply.stored(lines));
        List<String> lines = new ArrayList<>(bench.jobs(0, 100));
        bench.released().started();
        awaitNothingPending();
        lines.remove(77);
        assertThat(receiver.stored()).isEqualTo(lines);
        assertThat(bench.outbox.counters().quarantined()).isEqualTo(1);
        assertThat(receiver.batchSizes()).hasSizeLessThan(20);
    }

    @Test
    void batchThatIsTooLarge_leavesInHalves() {
        receiver.answer(lines -> lines.size() > 30 ? Reply.refused(413, "{}") : Reply.stored(lines));
        List<String> lines = bench.jobs(0, 200);
        bench.released().started();
        awaitNothingPending();
        assertThat(receiver.stored()).isEqualTo(lines);
        assertThat(bench.outbox.counters().quarantined()).isZero();
    }

    @Test
    void deniedToken_isReportedAndNothingIsLost() {
        receiver.answer(lines -> Reply.refused(401, "{\"code\":\"unauthorized\",\"message\":\"no such token\"}"));
        bench.jobs(0, 2);
        bench.released().started();
        await().until(() -> bench.uplink.status().trouble() != null);
        assertThat(bench.uplink.status().trouble()).contains("401", "no such token", "check url, token and bucket");
        assertThat(bench.uplink.status().pending()).isEqualTo(2);
        assertThat(receiver.batchSizes()).hasSizeLessThan(3);
    }

    @Test
    void receiverInTrouble_isTriedAgainUntilEverythingArrivedInOrder() {
        receiver.answer(lines -> receiver.batchSizes().size() < 4
                ? Reply.refused(503, "{}")
                : Reply.stored(lines));
        List<String> lines = bench.jobs(0, 10);
        bench.released().started();
        awaitNothingPending();
        assertThat(receiver.stored()).isEqualTo(lines);
        await().until(() -> bench.uplink.status().trouble() == null);
    }

    @Test
    void whileNothingMayLeave_theTimeIsAskedFor() {
        bench.started();
        bench.jobs(0, 1);
        await().until(bench.serverClock::agrees);
        assertThat(receiver.stored()).isEmpty();
        bench.released();
        awaitNothingPending();
        assertThat(receiver.stored()).hasSize(1);
    }

    @Test
    void whatWaitsInMemoryAtTheEnd_isOnDisk() {
        bench.outbox.window(UplinkBench.window(1));
        bench.close();
        receiver.answer(Reply::stored);
        bench = new UplinkBench(directory, receiver.url());
        assertThat(bench.outbox.counters().windows()).isEqualTo(1);
    }
}
