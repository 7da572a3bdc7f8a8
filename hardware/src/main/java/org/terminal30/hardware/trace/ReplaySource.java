package org.terminal30.hardware.trace;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * A recording played at its own speed, once or again and again. Its first row is sampled at the first poll; when it starts
 * over, its first row follows the last one at the median interval.
 */
public final class ReplaySource implements VoltageSource {
    /** After a pause of the process this much is caught up in one poll. */
    private static final int MAX_ROWS_PER_POLL = 10_000;
    private static final int BLOCK_CAPACITY = 256;

    private final Trace trace;
    private final NanoClock clock;
    private final boolean loop;
    private final TraceSurvey survey;
    private final List<SampleBlock> blocks;
    private @Nullable TraceReader reader;
    private boolean started;
    private long originNanos;
    private Status state = Status.IDLE;
    private boolean closed;

    /**
     * Reads the recording once, so that a bad row is found now and not in the middle of the play.
     *
     * @throws TraceException when anything in the file cannot be read
     */
    public ReplaySource(Trace trace, NanoClock clock, boolean loop) throws TraceException {
        this.trace = trace;
        this.clock = clock;
        this.loop = loop;
        this.survey = trace.survey();
        this.blocks = survey.channels().stream().map(info -> new SampleBlock(info.channel(), BLOCK_CAPACITY)).toList();
    }

    @Override
    public List<ChannelInfo> channels() {
        return survey.channels();
    }

    @Override
    public synchronized Status poll(SampleSink sink) throws InterruptedException {
        if (closed) {
            return Status.ENDED;
        }
        if (!state.equals(Status.IDLE)) {
            return state;
        }
        try {
            TraceReader at = reader == null ? begin() : reader;
            awaitDue(at);
            return play(at, sink) ? Status.DELIVERED : state;
        } catch (TraceException e) {
            // It was readable a while ago: somebody has changed the file. Nothing can be trusted from here on.
            state = allLost(e.getMessage());
            return state;
        }
    }

    /** Opens the recording at its first row. */
    private TraceReader begin() throws TraceException {
        TraceReader opened = trace.open();
        reader = opened;
        if (!opened.next()) {
            throw new TraceException(trace.file(), "has lost its rows");
        }
        if (!started) {
            started = true;
            originNanos = clock.nanoTime();
        }
        return opened;
    }

    private void awaitDue(TraceReader at) throws InterruptedException {
        long untilDue = originNanos + at.nanos() - clock.nanoTime();
        TimeUnit.NANOSECONDS.sleep(Math.min(untilDue, TimeUnit.MILLISECONDS.toNanos(POLL_BOUND_MILLIS)));
    }

    /** Hands over the rows that are due; true when there was a sample among them. */
    private boolean play(TraceReader at, SampleSink sink) throws TraceException {
        boolean delivered = false;
        long now = clock.nanoTime();
        for (int row = 0; row < MAX_ROWS_PER_POLL && originNanos + at.nanos() <= now; row++) {
            take(at, sink);
            if (!at.next()) {
                end(at);
                break;
            }
        }
        for (SampleBlock block : blocks) {
            delivered |= !block.isEmpty();
            hand(block, sink);
        }
        return delivered;
    }

    private void take(TraceReader at, SampleSink sink) {
        for (int index = 0; index < blocks.size(); index++) {
            double value = at.value(index);
            if (Double.isNaN(value)) {
                continue;
            }
            SampleBlock block = blocks.get(index);
            if (block.isFull()) {
                hand(block, sink);
            }
            block.add(originNanos + at.nanos(), value);
        }
    }

    private static void hand(SampleBlock block, SampleSink sink) {
        if (!block.isEmpty()) {
            sink.accept(block);
            block.clear();
        }
    }

    private void end(TraceReader at) {
        at.close();
        reader = null;
        if (loop) {
            originNanos += survey.durationNanos() + survey.channels().getFirst().nominalIntervalNanos();
        } else {
            state = Status.ENDED;
        }
    }

    /** A recording has nothing to leave out: what cannot be read is refused as a whole. */
    @Override
    public Counters counters() {
        return Counters.NONE;
    }

    /** Waits for a poll that is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
