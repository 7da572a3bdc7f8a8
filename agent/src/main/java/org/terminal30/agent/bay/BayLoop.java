package org.terminal30.agent.bay;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.wire.Order;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.sample.VoltageSource.Status;

/** The one thread of a bay: samples, the passing of time and orders meet here, in turn. */
final class BayLoop {
    /** More than anybody taps while one poll lasts. */
    static final int MAX_ORDERS_WAITING = 100;
    /** How often the bay says how it is; also said at once when it changes. */
    static final Duration STATUS_INTERVAL = Duration.ofSeconds(1);
    /** While the source is lost, how long the loop waits for orders between two looks. */
    private static final Duration LOST_PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(BayLoop.class);

    private final VoltageSource source;
    private final Detector detector;
    private final Bay bay;
    private final NanoClock clock;
    private final Housekeeping housekeeping;
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(MAX_ORDERS_WAITING);
    private final AtomicReference<@Nullable Press> pressed = new AtomicReference<>();
    private final RateMeter rates;
    private @Nullable String lost;
    private volatile boolean stopped;

    /**
     * A press of the button at the bay.
     *
     * @param answered told when something was waiting for it
     */
    private record Press(long atNanos, Runnable answered) {}

    /** What has to be done from time to time on the thread of the bay. */
    interface Housekeeping {
        /**
         * Called after every poll.
         *
         * @param lost why the source cannot be read, null while it can
         * @param rates samples per second of each channel over the last seconds
         */
        void turn(long nowNanos, @Nullable String lost, RateMeter rates);
    }

    BayLoop(VoltageSource source, Detector detector, Bay bay, NanoClock clock, Housekeeping housekeeping) {
        this.source = source;
        this.detector = detector;
        this.bay = bay;
        this.clock = clock;
        this.housekeeping = housekeeping;
        this.rates = new RateMeter(source.channels().stream().map(ChannelInfo::channel).toList(),
                clock.nanoTime());
    }

    /** Takes an order from another thread; carried out after the poll that is under way. */
    void order(Order order) {
        if (!orders.offer(order)) {
            LOG.error("{} orders are waiting, order {} is left", MAX_ORDERS_WAITING, order.header().id());
        }
    }

    /**
     * Takes a press of the button from another thread, without waiting; a later press stands for an earlier one as well.
     *
     * @param answered told when an alarm was waiting for it
     */
    void press(Runnable answered) {
        pressed.set(new Press(clock.nanoTime(), answered));
    }

    /** Runs until {@link #stop}, or until a recording has been played; what is open then is reported as it stands. */
    void run() throws InterruptedException {
        boolean ended = false;
        while (!stopped && !ended) {
            ended = turn();
        }
        detector.finish();
    }

    /** One poll and what follows from it; true when there will be no more. */
    boolean turn() throws InterruptedException {
        Status status = source.poll(this::take);
        long now = clock.nanoTime();
        switch (status) {
            case Status.Delivered ignored -> lost = null;
            case Status.Idle ignored -> LOG.trace("no samples");
            case Status.Ended ignored -> LOG.info("the recording has been played");
            case Status.Lost gone -> lost(gone);
        }
        detector.advanceTo(now);
        bay.advanceTo(now);
        carryOut(status instanceof Status.Lost);
        acknowledge();
        rates.advanceTo(now);
        housekeeping.turn(now, lost, rates);
        return status instanceof Status.Ended;
    }

    private void acknowledge() {
        Press press = pressed.getAndSet(null);
        if (press != null) {
            LOG.info("the button at the bay was pressed");
            if (bay.acknowledgeAll(press.atNanos(), clock.nanoTime())) {
                press.answered().run();
            }
        }
    }

    private void take(SampleBlock block) {
        rates.count(block.channel(), block.size());
        detector.accept(block);
        bay.samples(block);
    }

    private void lost(Status.Lost gone) {
        if (!gone.reason().equals(lost)) {
            LOG.warn("cannot measure: {}", gone.reason());
            gone.channels().forEach(channel -> detector.lost(channel, gone.reason()));
        }
        lost = gone.reason();
    }

    private void carryOut(boolean mayWait) throws InterruptedException {
        // A lost source answers at once: without waiting here the loop would spin.
        Order order = mayWait
                ? orders.poll(LOST_PAUSE.toNanos(), TimeUnit.NANOSECONDS)
                : orders.poll();
        for (; order != null; order = orders.poll()) {
            LOG.info("order {}: {} by {}", order.header().id(), order.action(), order.header().who());
            bay.order(order, clock.nanoTime());
        }
    }

    void stop() {
        stopped = true;
    }
}
