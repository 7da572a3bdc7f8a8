package org.terminal30.agent.bay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.outbox.OutboxFile;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Ads1115Input;
import org.terminal30.hardware.adc.Ads1115Source;
import org.terminal30.hardware.adc.Mcp3208Input;
import org.terminal30.hardware.adc.Mcp3208Source;
import org.terminal30.hardware.adc.Mcp3208Wiring;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;
import org.terminal30.hardware.simulated.SimulatedMcp3208;
import org.terminal30.hardware.simulated.SimulatedSpiProvider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A bay whose chip never answers, or falls silent, says so within a second and measures again by itself (rule B3). */
@Timeout(60)
class SilentChipTest {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final double VOLTS = 12.6;

    /** The chips that a bay may have. */
    enum Family {
        ADS1115("ads1115-1-0x48"),
        MCP3208("mcp3208-0.0");

        private final String device;

        Family(String device) {
            this.device = device;
        }

        Rig rig() {
            return switch (this) {
                case ADS1115 -> ads1115();
                case MCP3208 -> mcp3208();
            };
        }

        private static Rig ads1115() {
            var chip = new SimulatedAds1115(System::nanoTime, (pin, at) -> Divider.BOX.pinVolts(VOLTS), 1.0);
            var input = new Ads1115Input(ChannelScale.uncalibrated(Channel.ONBOARD), 1, 0x48, Ads1115.Input.AIN0,
                    Divider.BOX);
            var source = new Ads1115Source(new SimulatedI2cProvider().with(1, 0x48, chip).header(),
                    List.of(input), System::nanoTime);
            return new Rig(source, () -> chip.fail(SimulatedAds1115.Fault.NO_ACKNOWLEDGE),
                    () -> chip.fail(SimulatedAds1115.Fault.NONE));
        }

        private static Rig mcp3208() {
            var chip = new SimulatedMcp3208(System::nanoTime, (pin, at) -> Divider.BOX.pinVolts(VOLTS), 3.0);
            var input = new Mcp3208Input(ChannelScale.uncalibrated(Channel.ONBOARD), 0, Divider.BOX);
            var source = new Mcp3208Source(new SimulatedSpiProvider().with(0, 0, chip).header(),
                    new Mcp3208Wiring(0, 0, 1_000_000, 1_000, 3.0, List.of(input)), System::nanoTime);
            return new Rig(source, () -> chip.fail(SimulatedMcp3208.Fault.ABSENT_LINE_LOW),
                    () -> chip.fail(SimulatedMcp3208.Fault.NONE));
        }
    }

    /** A source, and what breaks and mends its chip. */
    record Rig(VoltageSource source, Runnable breakIt, Runnable mendIt) {}

    @TempDir
    private Path directory;

    private final RecordedOutput output = new RecordedOutput();
    private volatile List<WireRecord.Event> events = List.of();
    private volatile @Nullable String status = "not begun";
    private volatile double rateHertz;

    @ParameterizedTest
    @EnumSource
    void chipThatNeverAnswers_isSaidWithinASecondAndMeasuredWhenItComes(Family family) throws Exception {
        Rig rig = family.rig();
        rig.breakIt.run();
        running(rig, () -> {
            long from = System.nanoTime();
            awaitBlind(family);
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
            rig.mendIt.run();
            awaitWatching();
        });
    }

    @ParameterizedTest
    @EnumSource
    void chipThatFallsSilent_isSaidWithinASecondAndMeasuredWhenItIsBack(Family family) throws Exception {
        Rig rig = family.rig();
        running(rig, () -> {
            await().atMost(BOUND).pollInterval(LOOK).until(() -> status == null && rateHertz > 0);
            assertThat(blind()).isEmpty();
            rig.breakIt.run();
            long from = System.nanoTime();
            awaitBlind(family);
            assertThat(System.nanoTime() - from).isLessThan(TimeUnit.SECONDS.toNanos(1));
            rig.mendIt.run();
            awaitWatching();
        });
    }

    private List<WireRecord.Event> blind() {
        return events.stream().filter(event -> event.kind() == EventKind.NOT_WATCHING).toList();
    }

    private void awaitBlind(Family family) {
        await().atMost(BOUND).pollInterval(LOOK).until(() -> !blind().isEmpty() && status != null);
        assertThat(blind().getLast().reason()).startsWith(family.device);
        assertThat(status).startsWith(family.device);
    }

    /** Five good seconds, and then the record has ended. */
    private void awaitWatching() {
        await().atMost(BOUND).pollInterval(LOOK).until(() -> status == null && !blind().getLast().open());
    }

    private void running(Rig rig, Runnable story) throws Exception {
        Instant begin = Instant.parse("2026-11-21T08:00:00Z");
        try (var file = OutboxFile.open(directory.resolve("outbox.sqlite")); var source = rig.source) {
            BootLabels labels = BootLabels.begin(file.state(), System::nanoTime, () -> begin, () -> true,
                    new ServerClock(() -> begin));
            labels.settle();
            Bay bay = new Bay(new BayIdentity(new BayId("main", "1"), labels), output);
            var loop = new BayLoop(source, new Detector(DetectorConfig.DEFAULT, source.channels(), bay), bay,
                    System::nanoTime, this::look);
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
    private void look(long nowNanos, @Nullable String lost, RateMeter rates) {
        events = output.all(WireRecord.Event.class);
        status = lost;
        rateHertz = rates.hertz();
    }
}
