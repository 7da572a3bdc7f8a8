package org.terminal30.hardware.serial;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
 * An instrument on a serial port. Owns the port: opens it at the first poll, looks for it again whenever it is lost, and lets a
 * {@link Dialogue} say what the bytes mean.
 */
public final class SerialSource implements VoltageSource {
    /** The speed of a genuine ELM327. */
    public static final int ELM327_BAUD = Elm327Dialogue.SPEEDS_BAUD.getFirst();
    /** The speed of every VE.Direct port. */
    public static final int VE_DIRECT_BAUD = VeDirectDialogue.BAUD;
    /** The speed that most multimeters are delivered with. */
    public static final int SCPI_BAUD = ScpiDialogue.DEFAULT_BAUD;

    /** One read for what came in this time, instead of one for each line: a few system calls a second, not a thousand. */
    static final long GATHER_NANOS = 10_000_000L;
    private static final long MAX_PAUSE_NANOS = 200_000_000L;
    private static final long FIRST_RETRY_NANOS = 200_000_000L;
    private static final long LONGEST_RETRY_NANOS = 2_000_000_000L;
    private static final int BUFFER_BYTES = 16_384;
    private static final Logger LOG = LoggerFactory.getLogger(SerialSource.class);

    private final SerialTextSettings settings;
    private final Dialogue dialogue;
    private final NanoClock clock;
    private final RowBatch batch;
    private final RowTimes times;
    private final Backoff backoff = new Backoff(FIRST_RETRY_NANOS, LONGEST_RETRY_NANOS);
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private @Nullable SerialLink link;
    private int baud;
    private volatile boolean closed;
    private boolean greeted;
    private boolean flowing;
    private String lostReason = "";
    private long lost;

    SerialSource(SerialTextSettings settings, Dialogue dialogue, NanoClock clock) {
        this.settings = settings;
        this.dialogue = dialogue;
        this.clock = clock;
        this.baud = settings.baud();
        this.batch = new RowBatch(settings.channels());
        this.times = new RowTimes(batch, Math.round(1e9 / settings.nominalRateHertz()),
                dialogue.streams() ? Timing.DEVICE : Timing.HOST);
    }

    /**
     * A front-end that writes one line of text for each sample: a header {@code # t30 us onboard backup}, then
     * {@code <device microseconds, wrapping at 2^32>,<volts>,<volts>}.
     */
    public static SerialSource text(SerialTextSettings settings, NanoClock clock) {
        List<Channel> channels = settings.channels().stream().map(ChannelScale::channel).toList();
        return new SerialSource(settings, new TextDialogue(channels), clock);
    }

    /** A front-end that sends frames of samples, as docs/stream.md says. */
    public static SerialSource stream(SerialTextSettings settings, NanoClock clock) {
        List<Channel> channels = settings.channels().stream().map(ChannelScale::channel).toList();
        return new SerialSource(settings, new StreamDialogue(channels), clock);
    }

    /** An ELM327 or one of its clones, which is looked for at its usual speeds when it does not answer at this one. */
    public static SerialSource elm327(String port, int baud, ChannelScale scale, NanoClock clock) {
        return new SerialSource(new SerialTextSettings(port, baud, List.of(scale), Elm327Dialogue.RATE_HERTZ),
                new Elm327Dialogue(baud, 1), clock);
    }

    /**
     * A Victron product on its VE.Direct port.
     *
     * @param fields the field of each channel, in their order
     * @throws IllegalArgumentException when a field has another unit than its channel
     */
    public static SerialSource veDirect(String port, int baud, List<ChannelScale> scales, List<VeDirectField> fields,
            NanoClock clock) {
        for (int i = 0; i < scales.size(); i++) {
            if (fields.get(i).unit() != scales.get(i).channel().unit()) {
                throw new IllegalArgumentException("%s is measured in %s, the field %s in %s".formatted(
                        scales.get(i).channel().wireName(), scales.get(i).channel().unit(), fields.get(i),
                        fields.get(i).unit()));
            }
        }
        return new SerialSource(new SerialTextSettings(port, baud, scales, VeDirectDialogue.RATE_HERTZ),
                new VeDirectDialogue(fields), clock);
    }

    /** A multimeter that speaks SCPI. */
    public static SerialSource scpi(String port, int baud, ChannelScale scale, NanoClock clock) {
        return new SerialSource(new SerialTextSettings(port, baud, List.of(scale), ScpiDialogue.RATE_HERTZ),
                new ScpiDialogue(1), clock);
    }

    @Override
    public List<ChannelInfo> channels() {
        Timing timing = times.timing();
        return settings.channels().stream().map(
                scale -> new ChannelInfo(scale.channel(), settings.nominalRateHertz(), settings.port(), timing,
                        Double.POSITIVE_INFINITY, scale.state(dialogue.isCoarse())))
                .toList();
    }

    @Override
    public Status poll(SampleSink sink) throws InterruptedException {
        SerialLink open = linkOrNull();
        if (open == null) {
            return awaitRetry();
        }
        var turn = new Turn(open, sink);
        if (!greeted) {
            greeted = true;
            dialogue.opened(clock.nanoTime(), turn);
        }
        long pauseNanos = Math.min(dialogue.pauseNanos(clock.nanoTime()), MAX_PAUSE_NANOS);
        if (pauseNanos > 0) {
            TimeUnit.NANOSECONDS.sleep(pauseNanos);
            // What came unasked is told before the next question is sent.
            return turn.take(open.readWaiting(buffer));
        }
        if (flowing && dialogue.streams()) {
            TimeUnit.NANOSECONDS.sleep(GATHER_NANOS);
        }
        int count = open.read(buffer);
        flowing = count > 0;
        if (count < 0) {
            return lose("%s was lost while reading: unplugged?".formatted(settings.port()));
        }
        return turn.take(count);
    }

    /** What one poll brings about. */
    private final class Turn implements Dialogue.Actions {
        private final SerialLink open;
        private final SampleSink sink;
        private long arrivalNanos;
        private int samples;
        private boolean deaf;
        private int nextBaud = baud;

        Turn(SerialLink open, SampleSink sink) {
            this.open = open;
            this.sink = sink;
        }

        Status take(int count) {
            arrivalNanos = clock.nanoTime();
            if (count > 0) {
                dialogue.received(buffer, count, arrivalNanos, this);
            }
            dialogue.elapsed(arrivalNanos, this);
            samples += times.handOut(arrivalNanos, sink);
            if (deaf) {
                return lose("%s takes nothing that is sent to it: unplugged?".formatted(settings.port()));
            }
            if (nextBaud != baud) {
                changeSpeed(nextBaud);
            }
            if (samples > 0) {
                return Status.DELIVERED;
            }
            String complaint = dialogue.complaint();
            return complaint == null ? Status.IDLE : allLost("%s: %s".formatted(settings.port(), complaint));
        }

        @Override
        public void send(byte[] bytes) {
            deaf |= !open.write(bytes);
        }

        @Override
        public void row(long deviceMicros, double[] readings) {
            samples += times.add(deviceMicros, readings, arrivalNanos, sink);
        }

        @Override
        public void lost(long rows) {
            samples += times.lost(rows, arrivalNanos, sink);
        }

        @Override
        public void restarted() {
            samples += times.handOut(arrivalNanos, sink);
            times.restart();
        }

        @Override
        public void reopen(int atBaud) {
            nextBaud = atBaud;
        }

        @Override
        public void warn(String sentence) {
            LOG.warn("{}: {}", settings.port(), sentence);
        }
    }

    private synchronized @Nullable SerialLink linkOrNull() {
        if (link == null && !closed && backoff.remainingNanos(clock.nanoTime()) == 0) {
            try {
                link = SerialLink.open(settings.port(), baud);
                greeted = false;
                backoff.succeeded();
                LOG.info("{} opened at {} baud", settings.port(), baud);
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
        times.restart();
        lost++;
        lostReason = reason;
        backoff.failed(clock.nanoTime());
        return allLost(reason);
    }

    private synchronized void changeSpeed(int nextBaud) {
        closeLink();
        times.restart();
        flowing = false;
        baud = nextBaud;
    }

    private void closeLink() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /** What the instrument calls itself, as soon as it has said so. */
    Optional<String> identity() {
        return Optional.ofNullable(dialogue.identity());
    }

    /** Whether the port could not be opened, or was lost since. */
    boolean hasFailed() {
        return !lostReason.isEmpty();
    }

    /** The speed in use. */
    int baud() {
        return baud;
    }

    @Override
    public Counters counters() {
        return new Counters(dialogue.malformed() + times.suspects() + batch.misplaced(), dialogue.repeated(),
                batch.implausible(), lost);
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeLink();
    }
}
