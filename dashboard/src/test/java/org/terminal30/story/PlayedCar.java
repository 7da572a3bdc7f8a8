package org.terminal30.story;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import org.terminal30.testing.PseudoTerminalPair;

/**
 * A car on the test's end of a serial line: the text frames of a streaming front-end with two channels at 860 samples/s, in
 * real time. What the clamps do is decided by the test while it runs.
 */
final class PlayedCar implements AutoCloseable {
    static final double RATE_HERTZ = 860;
    static final Duration SAMPLE_PERIOD = Duration.ofNanos(Math.round(1e9 / RATE_HERTZ));
    static final double BREAK_VOLTS = 0.021;

    private static final double NOISE_VOLTS = 0.004;
    private static final long SEED = 30;
    /** Longer than it takes to hand over what one turn has to say. */
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private final PseudoTerminalPair cable;
    private final Random noise = new Random(SEED);
    private final Thread player = new Thread(this::play, "played car");
    private volatile boolean running = true;
    private volatile double onboardVolts = 12.70;
    private volatile double backupVolts = 12.95;
    private volatile @Nullable Slip asked;

    /** A slip of the backup's clamp, as it was played. */
    private static final class Slip {
        final long samples;
        final CompletableFuture<PlayedBreak> played = new CompletableFuture<>();
        long left;
        long beganWallMillis;

        Slip(Duration length) {
            samples = Math.round(length.toNanos() / 1e9 * RATE_HERTZ);
            left = samples;
        }
    }

    /**
     * A break in the feed as the instrument reported it.
     *
     * @param beganWallMillis wall clock when the first sample without voltage was handed to the kernel
     * @param length from the first sample without voltage to the first one with it
     */
    record PlayedBreak(long beganWallMillis, Duration length) {}

    PlayedCar(PseudoTerminalPair cable) {
        this.cable = cable;
        player.start();
    }

    void batteryOut() {
        onboardVolts = 12.55;
    }

    void newBatteryIn() {
        onboardVolts = 12.72;
    }

    /** Lets the clamp slip; the result is there when it is back on. */
    CompletableFuture<PlayedBreak> slip(Duration length) {
        Slip slip = new Slip(length);
        asked = slip;
        return slip.played;
    }

    private void play() {
        var frame = new StringBuilder("# t30 us onboard backup\n");
        long start = System.nanoTime();
        long sent = 0;
        while (running) {
            long due = (long) ((System.nanoTime() - start) / 1e9 * RATE_HERTZ);
            for (; sent < due; sent++) {
                sample(frame, sent);
            }
            if (!frame.isEmpty()) {
                send(frame.toString().getBytes(StandardCharsets.US_ASCII));
                frame.setLength(0);
            }
            LockSupport.parkNanos(SAMPLE_PERIOD.toNanos());
        }
    }

    private void send(byte[] frame) {
        try {
            cable.write(frame);
        } catch (UncheckedIOException pulled) {
            if (running) {
                throw pulled;
            }
        }
    }

    private void sample(StringBuilder frame, long index) {
        double volts = onboardVolts;
        Slip slip = asked;
        if (slip != null) {
            if (slip.left == slip.samples) {
                slip.beganWallMillis = System.currentTimeMillis();
            }
            if (slip.left-- > 0) {
                volts = BREAK_VOLTS;
            } else {
                asked = null;
                slip.played.complete(new PlayedBreak(slip.beganWallMillis,
                        Duration.ofNanos(Math.round(slip.samples * 1e9 / RATE_HERTZ))));
            }
        }
        long micros = Math.round(index * 1e6 / RATE_HERTZ) & 0xFFFFFFFFL;
        frame.append(micros).append(',').append(rounded(volts)).append(',').append(rounded(backupVolts)).append('\n');
    }

    private double rounded(double volts) {
        double noisy = volts == BREAK_VOLTS ? volts : volts + noise.nextGaussian() * NOISE_VOLTS;
        return Math.round(noisy * 1000) / 1000.0;
    }

    @Override
    public void close() {
        running = false;
        try {
            // With nobody reading any more the kernel's buffer is full, and the player waits for room.
            if (!player.join(FLUSH)) {
                cable.unplug();
                player.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
