package org.terminal30.agent.source;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.sample.VoltageSource.Status;

/** Polls one source and puts copies of its blocks into a queue that it shares with others. */
final class PollingThread {
    /** Blocks of a channel that are filled or on their way; while all are, the source waits. */
    private static final int BLOCKS = 64;
    private static final int CAPACITY = 1_024;

    private final VoltageSource source;
    private final BlockingQueue<Delivery> queue;
    private final Map<Channel, BlockingQueue<SampleBlock>> free = new EnumMap<>(Channel.class);
    private final Thread thread;
    private volatile Status status = Status.IDLE;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean stopped;

    PollingThread(VoltageSource source, BlockingQueue<Delivery> queue) {
        this.source = source;
        this.queue = queue;
        for (ChannelInfo info : source.channels()) {
            BlockingQueue<SampleBlock> blocks = new ArrayBlockingQueue<>(BLOCKS);
            for (int i = 0; i < BLOCKS; i++) {
                blocks.add(new SampleBlock(info.channel(), CAPACITY));
            }
            free.put(info.channel(), blocks);
        }
        this.thread = Thread.ofPlatform().name("poll " + source.channels().stream()
                .map(info -> info.channel().wireName()).collect(Collectors.joining(" "))).daemon().unstarted(this::run);
    }

    /** Something for the thread of the bay: a filled block, or only the news that the status has changed. */
    record Delivery(@Nullable SampleBlock block, @Nullable BlockingQueue<SampleBlock> back) {
        private static final Delivery NEWS = new Delivery(null, null);

        /** Hands the block on and gives it back; false when there is none. */
        boolean handOn(SampleSink sink) {
            if (block == null || back == null) {
                return false;
            }
            sink.accept(block);
            block.clear();
            back.add(block);
            return true;
        }
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** True when the thread has ended. */
    boolean join(Duration bound) {
        try {
            return thread.getState() == Thread.State.NEW || thread.join(bound);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * How the last poll went.
     *
     * @throws IllegalStateException when the source failed in a way that it should not
     */
    Status status() {
        if (failure != null) {
            throw new IllegalStateException("%s has failed: %s".formatted(this, failure), failure);
        }
        return status;
    }

    private void run() {
        try {
            while (!stopped && !status.equals(Status.ENDED)) {
                became(source.poll(this::copy));
            }
        } catch (InterruptedException | Closing closing) {
            stopped = true;
        } catch (RuntimeException unforeseen) {
            failure = unforeseen;
            queue.offer(Delivery.NEWS);
        }
    }

    private void became(Status now) throws InterruptedException {
        boolean news = !now.equals(status) && !(now.equals(Status.DELIVERED) && status.equals(Status.IDLE))
                && !(now.equals(Status.IDLE) && status.equals(Status.DELIVERED));
        status = now;
        if (news) {
            queue.put(Delivery.NEWS);
        }
    }

    /** A sink cannot throw what says that the thread is to end. */
    private static final class Closing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void copy(SampleBlock from) {
        try {
            BlockingQueue<SampleBlock> blocks = free.get(from.channel());
            if (blocks == null) {
                throw new IllegalArgumentException("%s delivers %s, which it did not name".formatted(this,
                        from.channel().wireName()));
            }
            for (int at = 0; at < from.size(); at += CAPACITY) {
                SampleBlock to = blocks.take();
                if (at == 0 && from.lostBefore() > 0) {
                    to.followsLoss(from.lostBefore());
                }
                for (int i = at; i < Math.min(from.size(), at + CAPACITY); i++) {
                    to.add(from.nanosAt(i), from.valueAt(i));
                }
                queue.put(new Delivery(to, blocks));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Closing();
        }
    }

    @Override
    public String toString() {
        return thread.getName();
    }
}
