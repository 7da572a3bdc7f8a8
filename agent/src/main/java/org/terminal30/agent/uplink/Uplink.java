package org.terminal30.agent.uplink;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.clock.ServerClock;
import org.terminal30.agent.outbox.Batch;
import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.outbox.OutboxException;
import org.terminal30.hardware.sample.NanoClock;

/**
 * Empties the outbox towards the receiver on a thread of its own, and keeps the outbox tidy on a second one. Trouble is
 * logged when it changes and shown by {@link #status()}; nothing is given up.
 */
public final class Uplink implements AutoCloseable {
    /** First pause after an unreachable receiver; doubled by each further failure. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    /** Longest pause: catching up begins at most this long after the receiver is back. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    /** Pause while the receiver denies: somebody has to change something first. */
    static final Duration DENIED_PAUSE = Duration.ofSeconds(10);
    /** How often the time is asked for while nothing may leave. */
    static final Duration PROBE_PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(6);
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    private final Outbox outbox;
    private final Receiver receiver;
    private final ServerClock serverClock;
    private final NanoClock clock;
    private final Delivery delivery;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread sender = Thread.ofPlatform().name("uplink").daemon().unstarted(() -> everAgain(this::send));
    private final Thread keeper = Thread.ofPlatform().name("outbox").daemon().unstarted(() -> everAgain(this::keep));
    private volatile @Nullable String trouble;
    private volatile long acknowledgedNanos;
    private Duration nextPause = FIRST_PAUSE;

    public Uplink(Outbox outbox, Receiver receiver, ServerClock serverClock, NanoClock clock) {
        this.outbox = outbox;
        this.receiver = receiver;
        this.serverClock = serverClock;
        this.clock = clock;
        this.delivery = new Delivery(outbox, receiver);
        this.acknowledgedNanos = clock.nanoTime();
    }

    public void start() {
        sender.start();
        keeper.start();
    }

    private void everAgain(Turn turn) {
        try {
            while (stopped.getCount() > 0) {
                try {
                    turn.run();
                } catch (OutboxException failure) {
                    report(String.valueOf(failure.getMessage()));
                    pause(LONGEST_PAUSE);
                } catch (RuntimeException unforeseen) {
                    // The thread must not end; what was taken comes back through the disk.
                    LOG.error("{} failed and goes on", Thread.currentThread().getName(), unforeseen);
                    report("%s failed: %s".formatted(Thread.currentThread().getName(), unforeseen));
                    pause(LONGEST_PAUSE);
                }
            }
        } catch (InterruptedException closing) {
            LOG.debug("{} ends", Thread.currentThread().getName());
        }
    }

    @FunctionalInterface
    private interface Turn {
        void run() throws InterruptedException;
    }

    private void keep() throws InterruptedException {
        outbox.keep();
        pause(Duration.ofNanos(Outbox.KEEP_NANOS));
    }

    private void send() throws InterruptedException {
        if (outbox.isHeld() && !serverClock.agrees()) {
            askForTheTime();
        }
        outbox.await(PROBE_PAUSE.toNanos());
        Batch batch = outbox.take();
        if (batch.isEmpty()) {
            return;
        }
        Optional<Answer> failure = delivery.deliver(batch);
        if (failure.isPresent()) {
            failed(failure.get());
        } else {
            acknowledgedNanos = clock.nanoTime();
            nextPause = FIRST_PAUSE;
            if (trouble != null) {
                trouble = null;
                LOG.info("{} takes records again, {} are waiting", receiver, outbox.counters().pending());
            }
        }
    }

    private void askForTheTime() {
        try {
            receiver.probe();
        } catch (IOException unreachable) {
            report("%s does not answer: %s".formatted(receiver, unreachable.getMessage()));
        }
    }

    private void failed(Answer answer) throws InterruptedException {
        switch (answer) {
            case Answer.Denied denied -> {
                report(denied.reason());
                pause(DENIED_PAUSE);
            }
            case Answer.Unreachable unreachable -> {
                report(unreachable.reason());
                pause(nextPause);
                Duration doubled = nextPause.multipliedBy(2);
                nextPause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
            default -> throw new IllegalStateException("a delivery does not end with " + answer);
        }
    }

    private void report(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warn("{}", reason);
        }
        trouble = reason;
    }

    private void pause(Duration duration) throws InterruptedException {
        stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** How the link is now. */
    public Status status() {
        Outbox.Counters counters = outbox.counters();
        long sinceAcknowledged = clock.nanoTime() - acknowledgedNanos;
        return new Status(counters.pending(), counters.quarantined(), acknowledgedNanos,
                counters.pending() == 0 ? 0 : sinceAcknowledged, trouble);
    }

    /**
     * How the link is.
     *
     * @param pending records and windows that are not acknowledged
     * @param quarantined lines that were refused since the outbox was made
     * @param acknowledgedNanos monotonic time of the last acknowledgement; of the start before the first one
     * @param lagNanos how long nothing has been acknowledged although something waits; 0 when nothing waits
     * @param trouble why nothing can be sent, for people; null while all is well
     */
    public record Status(long pending, long quarantined, long acknowledgedNanos, long lagNanos,
            @Nullable String trouble) {}

    /** Ends both threads, after the request that is under way. What waits in memory goes to disk. */
    @Override
    public void close() {
        stopped.countDown();
        sender.interrupt();
        try {
            for (Thread thread : List.of(sender, keeper)) {
                if (thread.isAlive() && !thread.join(CLOSE_BOUND)) {
                    LOG.warn("{} does not end within {}", thread.getName(), CLOSE_BOUND);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        outbox.flush();
    }
}
