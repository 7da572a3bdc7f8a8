package org.terminal30.agent.clock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.wire.WireRecord.Clock;

import static org.assertj.core.api.Assertions.assertThat;

class BootLabelsTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final long START_LABEL = START.getEpochSecond() * 1_000_000_000;
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path directory;
    private final AtomicLong nanos = new AtomicLong(77 * SECOND);
    private Instant wall = START;
    private final AtomicBoolean kernel = new AtomicBoolean();
    private final ServerClock server = new ServerClock(() -> wall);
    private OutboxFile file;
    private BootLabels labels;

    @BeforeEach
    void boot() {
        file = OutboxFile.open(directory.resolve("outbox.db"));
        labels = BootLabels.begin(file.state(), nanos::get, () -> wall, kernel::get, server);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private void passSeconds(long seconds) {
        nanos.addAndGet(seconds * SECOND);
        wall = wall.plusSeconds(seconds);
    }

    @Test
    void everyBoot_hasTheNextNumberAndTheSameInstallation() {
        assertThat(labels.boot()).isEqualTo(1);
        assertThat(labels.idPrefix()).matches("[0-9a-z]{6}-1");
        assertThat(labels.id("a3")).isEqualTo(labels.idPrefix() + "-a3");
        String first = labels.idPrefix();
        close();
        boot();
        assertThat(labels.idPrefix()).isEqualTo(first.replaceAll("-1$", "-2"));
    }

    @Test
    void synchronisedKernel_settlesTheLabelsAtOnce() {
        kernel.set(true);
        assertThat(labels.settle()).contains(new BootLabels.Settlement(0, Clock.SYNCHRONISED, START_LABEL));
        assertThat(labels.trust()).isEqualTo(Clock.SYNCHRONISED);
        assertThat(labels.settle()).isEmpty();
    }

    @Test
    void agreeingReceiver_settlesTheLabels() {
        assertThat(labels.settle()).isEmpty();
        server.heard(START.plusSeconds(1));
        assertThat(labels.settle()).map(BootLabels.Settlement::trust).contains(Clock.SYNCHRONISED);
    }

    @Test
    void receiverThatDisagrees_leavesTheLabelsOpenForAMinuteAndThenUnsure() {
        server.heard(START.plusSeconds(60));
        passSeconds(59);
        assertThat(labels.settle()).isEmpty();
        assertThat(labels.isSettled()).isFalse();
        passSeconds(1);
        assertThat(labels.settle()).map(BootLabels.Settlement::trust).contains(Clock.UNSURE);
        server.heard(wall);
        assertThat(labels.settle()).isEmpty();
        assertThat(labels.trust()).isEqualTo(Clock.UNSURE);
    }

    @Test
    void clockThatIsSetBeforeTheLabelsSettle_movesTheLabelsGivenSoFar() {
        passSeconds(10);
        wall = wall.plusSeconds(3600);
        kernel.set(true);
        long before = labels.labelNanos(nanos.get());
        BootLabels.Settlement settlement = labels.settle().orElseThrow();
        assertThat(settlement.shiftNanos()).isEqualTo(3600 * SECOND);
        assertThat(settlement.bootStartNanos()).isEqualTo(START_LABEL + 3600 * SECOND);
        assertThat(labels.labelNanos(nanos.get())).isEqualTo(before + 3600 * SECOND);
    }

    @Test
    void clockThatStepsAfterTheLabelsSettled_movesNoLabelAndIsKnownAsOffset() {
        kernel.set(true);
        labels.settle();
        passSeconds(5);
        wall = wall.minusSeconds(30);
        labels.watchOffset();
        assertThat(labels.labelNanos(nanos.get())).isEqualTo(START_LABEL + 5 * SECOND);
        assertThat(labels.offsetNanos()).isEqualTo(-30 * SECOND);
    }

    @Test
    void anchor_isOnDiskBeforeAnythingMayLeave() {
        kernel.set(true);
        labels.settle();
        assertThat(file.state().get("anchor")).hasValueSatisfying(
                anchor -> assertThat(anchor).contains("boot 1", Long.toString(START_LABEL), "synchronised"));
    }

    @Test
    void deadlinesOfAReceiverWithAnotherTime_areComparedWithItsTime() {
        assertThat(server.instant()).isEqualTo(START);
        server.heard(START.plusSeconds(120));
        assertThat(Duration.between(START, server.instant())).isEqualTo(Duration.ofMillis(120_500));
        server.heard(START.plusSeconds(1));
        assertThat(server.instant()).isEqualTo(START);
    }

    @Test
    void kernelIsSynchronised_whenTheEvidenceIsThere() throws Exception {
        Path evidence = directory.resolve("synchronized");
        var kernelClock = new KernelClock(evidence);
        assertThat(kernelClock.getAsBoolean()).isFalse();
        Files.createFile(evidence);
        assertThat(kernelClock.getAsBoolean()).isTrue();
    }
}
