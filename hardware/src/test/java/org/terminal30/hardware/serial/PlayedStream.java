package org.terminal30.hardware.serial;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * A front-end of two channels that sends frames at its rate, in real time, for a while. Counts follow the number of the row, so
 * that a receiver can tell which rows it got: {@link #onboardCount} and {@link #backupCount}.
 */
public final class PlayedStream {
    public static final int ROWS_PER_FRAME = 100;
    /** A front-end describes itself twice a second. */
    private static final long DESCRIPTION_NANOS = 500_000_000;

    private final StreamEncoder encoder;
    private final double rateHertz;

    public PlayedStream(int run, double rateHertz) {
        this.encoder = StreamEncoder.of(run, rateHertz, "onboard", "backup");
        this.rateHertz = rateHertz;
    }

    public static int onboardCount(long row) {
        return 1_000 + (int) (row % 2_000);
    }

    public static int backupCount(long row) {
        return 1_000 + (int) (row * 7 % 1_999);
    }

    /** Takes the bytes of a frame. */
    @FunctionalInterface
    public interface Wire {
        void write(byte[] bytes) throws IOException;
    }

    /** Sends so many frames at their time; one that is late is followed by the next at once, as out of a buffer. */
    public void play(int frames, Wire wire) throws IOException {
        play(frames, frame -> false, wire);
    }

    /** As {@link #play(int, Wire)}, but some frames never leave. */
    public void play(int frames, LongPredicate dropped, Wire wire) throws IOException {
        warmUp();
        long beginNanos = System.nanoTime();
        long frameNanos = Math.round(ROWS_PER_FRAME * 1e9 / rateHertz);
        long framesPerDescription = Math.max(1, DESCRIPTION_NANOS / frameNanos);
        for (int frame = 0; frame < frames; frame++) {
            // A frame leaves when its last row has been measured.
            awaitNanos(beginNanos + frame * frameNanos);
            var bytes = new ByteArrayOutputStream();
            if (frame % framesPerDescription == 0) {
                bytes.writeBytes(encoder.description());
            }
            byte[] samples = nextFrame();
            if (!dropped.test(frame)) {
                bytes.writeBytes(samples);
            }
            wire.write(bytes.toByteArray());
            if (frame == 0) {
                // The first one is the earliest of all: a sender may be held up, but never comes before its stamps.
                beginNanos = System.nanoTime();
            }
        }
    }

    /** A front-end is not slow at first, as new code of a JVM is: its first rows would lie in the past. */
    private void warmUp() {
        for (int i = 0; i < 50; i++) {
            StreamEncoder.of(1, rateHertz, "onboard", "backup").samples(new int[2 * ROWS_PER_FRAME]);
        }
    }

    private byte[] nextFrame() {
        int[] counts = new int[2 * ROWS_PER_FRAME];
        for (int i = 0; i < ROWS_PER_FRAME; i++) {
            counts[2 * i] = onboardCount(encoder.row() + i);
            counts[2 * i + 1] = backupCount(encoder.row() + i);
        }
        return encoder.samples(counts);
    }

    private static void awaitNanos(long dueNanos) {
        long left = dueNanos - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(5)));
            left = dueNanos - System.nanoTime();
        }
    }
}
