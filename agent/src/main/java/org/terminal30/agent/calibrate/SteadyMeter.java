package org.terminal30.agent.calibrate;

import java.util.Arrays;

import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.Channel.Unit;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.NanoClock;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource;
import org.terminal30.hardware.sample.VoltageSource.Status;

/** Reads one channel for some time and says whether it stood still. Used by one thread. */
final class SteadyMeter {
    static final long WINDOW_NANOS = 2_000_000_000L;
    /** Thrown away first: what waited in a port is stamped on arrival, and nobody knows how old it is. */
    private static final int SETTLE_PART = 4;
    /** For an instrument that is opened first, or sends once a second. */
    private static final long BOUND_NANOS = 12_000_000_000L;
    private static final double SWING_PART = 0.3;
    private static final int FEWEST_SAMPLES = 2;
    private static final int MOST_SAMPLES = 1 << 19;

    private final VoltageSource source;
    private final ChannelInfo info;
    private final NanoClock clock;
    private final long windowNanos;
    private double[] values = new double[4096];
    private int count;

    /** @param windowNanos how long it has to stand still; a quarter more is thrown away before */
    SteadyMeter(VoltageSource source, ChannelInfo info, NanoClock clock, long windowNanos) {
        this.source = source;
        this.info = info;
        this.clock = clock;
        this.windowNanos = windowNanos;
    }

    /** What came of a reading. */
    sealed interface Measured {
        /** The channel stood still at this mean; {@code spread} from the lowest to the highest sample. */
        record Steady(double mean, double spread) implements Measured {}

        /** It did not, or nothing came; the reason is for people. */
        record Unusable(String reason) implements Measured {}
    }

    Measured measure() throws InterruptedException {
        count = 0;
        String trouble = "no sample came";
        long beginNanos = clock.nanoTime();
        long fromNanos = beginNanos + windowNanos / SETTLE_PART;
        while (clock.nanoTime() - beginNanos < BOUND_NANOS && !isEnough(fromNanos)) {
            Status status = source.poll(block -> take(block, fromNanos));
            if (status instanceof Status.Lost lost && lost.channels().contains(info.channel())) {
                trouble = lost.reason();
                count = 0;
            } else if (status instanceof Status.Ended) {
                return new Measured.Unusable("the recording has ended");
            }
        }
        return count < FEWEST_SAMPLES ? new Measured.Unusable("nothing to read: " + trouble) : judged();
    }

    private boolean isEnough(long fromNanos) {
        return clock.nanoTime() - fromNanos >= windowNanos && count >= FEWEST_SAMPLES;
    }

    private void take(SampleBlock block, long fromNanos) {
        if (block.channel() != info.channel()) {
            return;
        }
        for (int i = block.firstFrom(fromNanos, 0); i < block.size() && count < MOST_SAMPLES; i++) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = block.valueAt(i);
        }
    }

    private Measured judged() {
        double mean = mean(0, count);
        double moved = mean(count / 2, count) - mean(0, count / 2);
        double lowest = Arrays.stream(values, 0, count).min().orElse(mean);
        double highest = Arrays.stream(values, 0, count).max().orElse(mean);
        String unit = unit(info.channel());
        double spread = highest - lowest;
        // A steady climb moves its mean by half of its spread.
        if (spread > spreadLimit() && Math.abs(moved) < SWING_PART * spread) {
            return new Measured.Unusable(
                    "it swings between %.2f and %.2f %s: a loose lead, a charger or a running engine?"
                            .formatted(lowest, highest, unit));
        }
        if (Math.abs(moved) > driftLimit()) {
            return new Measured.Unusable(
                    "it still moves, by %.3f %s meanwhile: wait until the supply has settled".formatted(moved, unit));
        }
        return new Measured.Steady(mean, spread);
    }

    private double mean(int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(0);
    }

    /** How far the mean may move and still count as the same. */
    double driftLimit() {
        if (info.channel().unit() == Unit.AMPERE) {
            return 0.2;
        }
        // A step of a coarse instrument that lies between two of its marks.
        return info.calibration() == CalibrationState.COARSE ? 0.1 : 0.02;
    }

    /** From the lowest to the highest sample: noise, but no swing. */
    private double spreadLimit() {
        return info.channel().unit() == Unit.AMPERE ? 2 : 0.2;
    }

    static String unit(Channel channel) {
        return channel.unit() == Unit.AMPERE ? "A" : "V";
    }
}
