package org.terminal30.agent.source;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.terminal30.agent.detect.DetectionListener;
import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.DetectorConfig;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.hardware.calibration.ChannelScale;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.serial.PlayedStream;
import org.terminal30.hardware.serial.SerialSource;
import org.terminal30.hardware.serial.SerialTextSettings;
import org.terminal30.testing.PseudoTerminalPair;

/**
 * A front-end of 20 000 rows a second of two channels on a pseudo-terminal, read and judged on one thread: what that thread
 * costs and what is lost.
 *
 * <pre>mvn -o -q -P benchmark -Dbenchmark="org.terminal30.agent.source.StreamLoad frames|text [SECONDS [RATE]]" verify</pre>
 */
public final class StreamLoad {
    private static final int SECONDS = 60;
    private static final int WARM_UP_SECONDS = 20;
    private static final int RATE_HERTZ = 20_000;

    private final int rateHertz;
    private final int seconds;
    private long samples;
    private long lost;
    private long bytes;

    private StreamLoad(int seconds, int rateHertz) {
        this.seconds = seconds;
        this.rateHertz = rateHertz;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !List.of("frames", "text").contains(arguments[0])) {
            throw new IllegalArgumentException("say frames or text");
        }
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS;
        int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : RATE_HERTZ;
        new StreamLoad(seconds, rate).run(arguments[0].equals("frames"), System.out);
    }

    private void run(boolean frames, PrintStream out) throws Exception {
        try (var cable = new PseudoTerminalPair()) {
            var settings = new SerialTextSettings(cable.port().toString(), 4_000_000,
                    List.of(ChannelScale.uncalibrated(Channel.ONBOARD), ChannelScale.uncalibrated(Channel.BACKUP)),
                    rateHertz);
            try (VoltageSource source = frames
                    ? SerialSource.stream(settings, System::nanoTime)
                    : SerialSource.text(settings, System::nanoTime)) {
                measure(source, cable, frames, out);
            }
        }
    }

    private void measure(VoltageSource source, PseudoTerminalPair cable, boolean frames, PrintStream out)
            throws Exception {
        Detector detector = new Detector(DetectorConfig.DEFAULT, source.channels(), new Unheard());
        source.poll(detector::accept);
        Thread front = Thread.ofPlatform().daemon().start(() -> play(cable, frames));
        var threads = ManagementFactory.getThreadMXBean();
        long warmNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
        long cpuNanos = 0;
        long beginNanos = 0;
        long measured = 0;
        while (front.isAlive()
                || source.poll(block -> take(block, detector)) instanceof VoltageSource.Status.Delivered) {
            source.poll(block -> take(block, detector));
            long now = System.nanoTime();
            if (beginNanos == 0 && now >= warmNanos) {
                beginNanos = now;
                cpuNanos = threads.getCurrentThreadCpuTime();
                measured = samples;
            }
        }
        double elapsed = System.nanoTime() - beginNanos;
        out.printf(Locale.ROOT,
                "%s: %.0f samples/s, %.1f kB/s, %.1f %% of a core; sent %d, delivered %d, known lost %d, malformed %d%n",
                frames ? "frames" : "text lines", (samples - measured) / elapsed * 1e9,
                bytes / 1e3 / (WARM_UP_SECONDS + seconds),
                100 * (threads.getCurrentThreadCpuTime() - cpuNanos) / elapsed, 2 * rows(), samples, lost,
                source.counters().malformed());
    }

    private long rows() {
        return frameCount() * (long) PlayedStream.ROWS_PER_FRAME;
    }

    private int frameCount() {
        return (WARM_UP_SECONDS + seconds) * rateHertz / PlayedStream.ROWS_PER_FRAME;
    }

    private void take(SampleBlock block, Detector detector) {
        samples += block.size();
        lost += block.lostBefore();
        detector.accept(block);
    }

    private void play(PseudoTerminalPair cable, boolean frames) {
        try (OutputStream line = new FileOutputStream(cable.instrument().toFile())) {
            if (frames) {
                new PlayedStream(1, rateHertz).play(frameCount(), frame -> {
                    line.write(frame);
                    bytes += frame.length;
                });
            } else {
                playText(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void playText(OutputStream line) throws IOException {
        line.write("# t30 us onboard backup\n".getBytes(StandardCharsets.US_ASCII));
        long beginNanos = System.nanoTime();
        long row = 0;
        for (int frame = 1; frame <= frameCount(); frame++) {
            var text = new StringBuilder();
            for (int i = 0; i < PlayedStream.ROWS_PER_FRAME; i++, row++) {
                text.append(row * 1_000_000 / rateHertz % (1L << 32)).append(",12.").append(600 + row % 100)
                        .append(",12.0").append(10 + row % 90).append('\n');
            }
            long dueNanos = beginNanos + row * 1_000_000_000 / rateHertz;
            for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            byte[] chunk = text.toString().getBytes(StandardCharsets.US_ASCII);
            line.write(chunk);
            bytes += chunk.length;
        }
    }

    /** Detection works; nobody listens. */
    private static final class Unheard implements DetectionListener {
        @Override
        public void window(Channel channel, long startNanos, double minimum, double maximum, double sum, long count) {
            // Not of interest.
        }

        @Override
        public void event(SupplyEvent event) {
            // Not of interest.
        }

        @Override
        public void captured(SampleBlock samples) {
            // Not of interest.
        }

        @Override
        public void vehicle(boolean connected, long atNanos) {
            // Not of interest.
        }
    }
}
