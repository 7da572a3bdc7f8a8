package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.sample.VoltageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A bay on its thread, in real time, whose source is broken and mended: when it says so, and whether it measures again. */
final class SilenceBench {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(5);
    /** As it is, but for the five good seconds until a bay watches again: those would be most of the test. */
    private static final DetectorConfig CONFIG = recoveringAfter(200);

    private final Path directory;
    private final RecordedOutput output = new RecordedOutput();
    private volatile List<WireRecord.Event> events = List.of();
    private volatile @Nullable String trouble = "not begun";
    private volatile double rateHertz;

    /**
     * A source, and what breaks and mends what it measures with.
     *
     * @param complaint what the bay says in the end begins so
     */
    record Rig(VoltageSource source, String complaint, Runnable breakIt, Runnable mendIt) {
        /** A source that names its device when it complains. */
        Rig(VoltageSource source, Runnable breakIt, Runnable mendIt) {
            this(source, source.channels().getFirst().device() + " ", breakIt, mendIt);
        }
    }

    SilenceBench(Path directory) {
        this.directory = directory;
    }

    private static DetectorConfig recoveringAfter(long millis) {
        DetectorConfig usual = DetectorConfig.DEFAULT;
        return new DetectorConfig(usual.low(), usual.critical(), usual.dip(), usual.interruption(), usual.surge(),
                usual.reversed(), usual.backup(),
                new DetectorConfig.Silence(usual.silence().minMillis(), usual.silence().intervals(), millis),
                usual.presence(), usual.openLead(), usual.chattering(), usual.stuck(), usual.start(), usual.feed(),
                usual.capture());
    }

    /** What never answers is said within the bound, and measured when it comes. */
    void neverAnswers(Rig rig, Duration bound) throws Exception {
        rig.breakIt.run();
        running(rig, () -> {
            assertSaidWithin(bound, rig);
            rig.mendIt.run();
            awaitWatching();
        });
    }

    /** What falls silent is said within the bound, and measured when it is back. */
    void fallsSilent(Rig rig, Duration bound) throws Exception {
        running(rig, () -> {
            await().atMost(BOUND).pollInterval(LOOK)
                    .until(() -> trouble == null && rateHertz > 0);
            rig.breakIt.run();
            assertSaidWithin(bound, rig);
            rig.mendIt.run();
            awaitWatching();
        });
    }

    private List<WireRecord.Event> blind() {
        return events.stream().filter(event -> event.kind() == EventKind.NOT_WATCHING).toList();
    }

    private void assertSaidWithin(Duration bound, Rig rig) {
        long from = System.nanoTime();
        await().atMost(BOUND).pollInterval(LOOK).until(() -> !blind().isEmpty() && blind().getLast().open());
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(bound);
        // A slow instrument is given up later than it is said to be silent.
        await().atMost(BOUND).pollInterval(LOOK).until(() -> trouble != null && trouble.startsWith(rig.complaint()));
    }

    private void awaitWatching() {
        await().atMost(BOUND).pollInterval(LOOK).until(() -> trouble == null && !blind().getLast().open());
    }

    private void running(Rig rig, Runnable story) throws Exception {
        Instant begin = Instant.parse("2026-11-21T08:00:00Z");
        try (var file = OutboxFile.open(directory.resolve("outbox.sqlite")); var source = rig.source) {
            BootLabels labels = BootLabels.begin(file.state(), System::nanoTime, () -> begin, () -> true,
                    new ServerClock(() -> begin));
            labels.settle();
            Bay bay = new Bay(new BayIdentity(new BayId("main", "1"), labels), BayBench.procedures(), output);
            var loop = new BayLoop(source, new Detector(CONFIG, source.channels(), bay), bay, System::nanoTime,
                    (now, lost, rates) -> look(lost == null ? bay.blindness().orElse(null) : lost, rates));
            Thread thread = Thread.ofPlatform().name("bay").start(() -> {
                try {
                    loop.run();
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                }
            });
            try {
                story.run();
            } finally {
                loop.stop();
                thread.join();
            }
        }
    }

    /** On the thread of the bay, whose output nobody else may read. */
    private void look(@Nullable String reason, RateMeter rates) {
        events = output.all(WireRecord.Event.class);
        trouble = reason;
        rateHertz = rates.hertz();
    }
}
