package org.terminal30.hardware.signal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.hardware.sample.NanoClock;

/** Turns a panel on a thread of its own, so that nothing that happens on its lines can hold up a sample. */
public final class SignalThread implements AutoCloseable {
    /** How long a change may wait before it reaches the lines, and how often the button is read. */
    public static final Duration TICK = Duration.ofMillis(10);
    /** A turn that takes longer hangs in a line. */
    private static final Duration HANGS = Duration.ofSeconds(1);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(SignalThread.class);

    private final SignalPanel panel;
    private final Runnable pressed;
    private final NanoClock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("signals").daemon().unstarted(this::turnEverAgain);
    private volatile long turnedNanos;
    private volatile @Nullable String failure;

    /**
     * Begins with {@link #start}.
     *
     * @param panel closed with this
     * @param pressed told every press of the button, on this thread; must not wait
     */
    public SignalThread(SignalPanel panel, Runnable pressed, NanoClock clock) {
        this.panel = panel;
        this.pressed = pressed;
        this.clock = clock;
        this.turnedNanos = clock.nanoTime();
    }

    public void start() {
        turnedNanos = clock.nanoTime();
        thread.start();
    }

    private void turnEverAgain() {
        try {
            do {
                if (panel.turn(clock.nanoTime())) {
                    pressed.run();
                }
                turnedNanos = clock.nanoTime();
            } while (!closing.await(TICK.toNanos(), TimeUnit.NANOSECONDS));
            panel.release();
        } catch (InterruptedException interrupted) {
            LOG.warn("the signals were interrupted");
        } catch (RuntimeException unforeseen) {
            LOG.error("the signals have stopped", unforeseen);
            failure = "the signals have stopped: " + unforeseen;
        }
    }

    /** What does not work, for people; null while all does. */
    public @Nullable String trouble() {
        if (failure != null) {
            return failure;
        }
        return clock.nanoTime() - turnedNanos > HANGS.toNanos()
                ? "the signals hang: a GPIO line does not answer"
                : panel.trouble();
    }

    /** Switches everything off, gives the lines back and ends the thread; waits at most 2 s for a line that hangs. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.getState() != Thread.State.NEW && !thread.join(CLOSE_BOUND)) {
                LOG.error("a GPIO line does not answer within {}", CLOSE_BOUND);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        // For a thread that never began or has failed; one that hangs still has its lines.
        if (!thread.isAlive()) {
            panel.release();
        }
    }
}
