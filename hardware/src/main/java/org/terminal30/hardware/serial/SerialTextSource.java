package org.terminal30.hardware.serial;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Backoff;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

/**
 * A front-end that writes one line of text for each sample to a serial port: a header {@code # t30 us onboard backup}, then
 * {@code <device microseconds, wrapping at 2^32>,<volts>,<volts>}. The port is opened by the first poll and looked for again
 * whenever it is lost.
 */
public final class SerialTextSource implements VoltageSource {
    /** One read for what came in this time, instead of one for each line: a few system calls a second, not a thousand. */
    static final long GATHER_NANOS = 10_000_000L;
    private static final long FIRST_RETRY_NANOS = 200_000_000L;
    private static final long LONGEST_RETRY_NANOS = 2_000_000_000L;
    private static final int BUFFER_BYTES = 16_384;
    private static final Logger LOG = LoggerFactory.getLogger(SerialTextSource.class);

    private final SerialTextSettings settings;
    private final NanoClock clock;
    private final TextDecoder decoder;
    private final RowBatch batch;
    private final RowTimes times;
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable SerialLink link;
    private volatile boolean closed;
    private boolean flowing;
    private String lostReason = "";
    private long lost;

    public SerialTextSource(SerialTextSettings settings, NanoClock clock) {
        this.settings = settings;
        this.clock = clock;
        List<Channel> channels = settings.channels().stream().map(ChannelScale::channel).toList();
        this.decoder = new TextDecoder(channels);
        this.batch = new RowBatch(settings.channels());
        this.times = new RowTimes(batch, Math.round(1e9 / settings.nominalRateHertz()));
    }

    @Override
    public List<ChannelInfo> channels() {
        Timing timing = times.timing();
        return settings.channels().stream().map(
                scale -> new ChannelInfo(scale.channel(), settings.nominalRateHertz(), settings.port(), timing,
                        Double.POSITIVE_INFINITY, scale.state(false)))
                .toList();
    }

    @Override
    public Status poll(SampleSink sink) throws InterruptedException {
        SerialLink open = linkOrNull();
        if (open == null) {
            return awaitRetry();
        }
        if (flowing) {
            TimeUnit.NANOSECONDS.sleep(GATHER_NANOS);
        }
        int count = open.read(buffer);
        flowing = count > 0;
        if (count < 0) {
            return lose("%s was lost while reading: unplugged?".formatted(settings.port()));
        }
        return count > 0 && take(count, sink) > 0 ? Status.DELIVERED : Status.IDLE;
    }

    private int take(int count, SampleSink sink) {
        long arrivalNanos = clock.nanoTime();
        var rows = new ArrivedRows(arrivalNanos, sink);
        decoder.feed(buffer, count, rows);
        return rows.samples + times.handOut(arrivalNanos, sink);
    }

    /** What one read brought. */
    private final class ArrivedRows implements TextDecoder.RowSink {
        private final long arrivalNanos;
        private final SampleSink sink;
        private int samples;

        ArrivedRows(long arrivalNanos, SampleSink sink) {
            this.arrivalNanos = arrivalNanos;
            this.sink = sink;
        }

        @Override
        public void row(long deviceMicros, double[] readings) {
            samples += times.add(deviceMicros, readings, arrivalNanos, sink);
        }

        @Override
        public void header(List<Channel> missing) {
            if (!missing.isEmpty()) {
                LOG.warn("{}: the header of the front-end has no column {}", settings.port(),
                        missing.stream().map(Channel::wireName).toList());
            }
        }
    }

    private synchronized @Nullable SerialLink linkOrNull() {
        if (link == null && !closed && backoff.remainingNanos(clock.nanoTime()) == 0) {
            try {
                link = SerialLink.open(settings.port(), settings.baud());
                backoff.succeeded();
                LOG.info("{} opened at {} baud", settings.port(), settings.baud());
            } catch (IOException e) {
                backoff.failed(clock.nanoTime());
                lostReason = String.valueOf(e.getMessage());
            }
        }
        return link;
    }

    private Status awaitRetry() throws InterruptedException {
        if (closed) {
            return allLost("%s was closed".formatted(settings.port()));
        }
        long boundNanos = TimeUnit.MILLISECONDS.toNanos(POLL_BOUND_MILLIS);
        TimeUnit.NANOSECONDS.sleep(Math.min(backoff.remainingNanos(clock.nanoTime()), boundNanos));
        return allLost(lostReason);
    }

    private synchronized Status lose(String reason) {
        if (!closed) {
            LOG.warn(reason);
        }
        closeLink();
        lost++;
        lostReason = reason;
        backoff.failed(clock.nanoTime());
        decoder.reset();
        times.restart();
        return allLost(reason);
    }

    private void closeLink() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    @Override
    public Counters counters() {
        return new Counters(decoder.malformed() + times.suspects() + batch.misplaced(), 0, batch.implausible(), lost);
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeLink();
    }
}
