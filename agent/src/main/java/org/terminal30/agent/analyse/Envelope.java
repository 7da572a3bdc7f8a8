package org.terminal30.agent.analyse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.trace.Trace;
import org.terminal30.hardware.trace.TraceException;
import org.terminal30.hardware.trace.TraceReader;

/**
 * A channel of a recording as it is drawn: the lowest, highest and mean value of each stretch of time that has samples, so
 * that a dip of one sample is there however much is drawn.
 */
final class Envelope {
    private final Channel channel;
    private final EnvelopeGrid grid;
    private long[] nanos = new long[1_024];
    private double[] minimum = new double[1_024];
    private double[] maximum = new double[1_024];
    private double[] mean = new double[1_024];
    private int size;

    private long binEnd = Long.MIN_VALUE;
    private long firstNanos;
    private long lastNanos;
    private double sum;
    private long count;

    private Envelope(Channel channel, EnvelopeGrid grid) {
        this.channel = channel;
        this.grid = grid;
    }

    /**
     * The voltages of a recording that has been analysed.
     *
     * @throws TraceException when it cannot be read again
     */
    static List<Envelope> of(Trace trace, Analysis analysis) throws TraceException {
        try (TraceReader reader = trace.open()) {
            List<Envelope> envelopes = new ArrayList<>();
            for (Channel channel : reader.channels()) {
                envelopes.add(new Envelope(channel,
                        EnvelopeGrid.of(analysis.recording().durationNanos(), analysis.events())));
            }
            long origin = Long.MIN_VALUE;
            while (reader.next()) {
                for (int index = 0; index < envelopes.size(); index++) {
                    double value = reader.value(index);
                    if (!Double.isNaN(value)) {
                        // As in the analysis, time counts from the first sample of any channel.
                        origin = origin == Long.MIN_VALUE ? reader.nanos() : origin;
                        envelopes.get(index).add(reader.nanos() - origin, value);
                    }
                }
            }
            envelopes.forEach(Envelope::finish);
            return envelopes.stream().filter(each -> each.channel.unit() == Channel.Unit.VOLT && each.size > 0)
                    .toList();
        }
    }

    private void add(long atNanos, double value) {
        if (atNanos >= binEnd) {
            finish();
            binEnd = grid.endOfBin(atNanos);
            firstNanos = atNanos;
            sum = 0;
            count = 0;
        }
        minimum[size] = count == 0 ? value : Math.min(minimum[size], value);
        maximum[size] = count == 0 ? value : Math.max(maximum[size], value);
        sum += value;
        count++;
        lastNanos = atNanos;
    }

    private void finish() {
        if (count == 0) {
            return;
        }
        nanos[size] = firstNanos + (lastNanos - firstNanos) / 2;
        mean[size] = sum / count;
        count = 0;
        size++;
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            minimum = Arrays.copyOf(minimum, 2 * size);
            maximum = Arrays.copyOf(maximum, 2 * size);
            mean = Arrays.copyOf(mean, 2 * size);
        }
    }

    Channel channel() {
        return channel;
    }

    int size() {
        return size;
    }

    /** The middle of the samples of a stretch; of one sample, its own time. */
    long nanosAt(int index) {
        return nanos[index];
    }

    double minimumAt(int index) {
        return minimum[index];
    }

    double maximumAt(int index) {
        return maximum[index];
    }

    double meanAt(int index) {
        return mean[index];
    }
}
