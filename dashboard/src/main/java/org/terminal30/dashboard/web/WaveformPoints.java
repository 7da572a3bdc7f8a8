package org.terminal30.dashboard.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.dashboard.history.TimeRange;

/**
 * Samples as so many points as a chart can show: all of them, or of each step in time the lowest and the highest, at their own
 * moments. A gap becomes a point without a value; one shorter than a step goes unseen.
 *
 * @param samples that lie in the range
 * @param rateHertz by the median distance of two samples; 0 for a single one
 */
record WaveformPoints(long samples, double rateHertz, List<Sample> points) {
    /** Of a gap: two samples so many times further apart than usual. A slow meter is late by once or twice. */
    private static final int GAP_DISTANCES = 4;
    /** A minimum, a maximum and the gap before them. */
    private static final int POINTS_PER_STEP = 3;

    /** One value at its moment; null where a gap begins. */
    record Sample(long nanos, @Nullable Double value) {}

    WaveformPoints {
        points = List.copyOf(points);
    }

    /**
     * The samples within the range, as at most so many points.
     *
     * @param waveforms of one channel, in order of time
     * @param mostPoints at least {@value #POINTS_PER_STEP}
     */
    static WaveformPoints of(List<WireRecord.Waveform> waveforms, TimeRange range, int mostPoints) {
        int most = waveforms.stream().mapToInt(waveform -> waveform.samples().count()).sum();
        long[] nanos = new long[most];
        double[] values = new double[most];
        int count = 0;
        for (WireRecord.Waveform waveform : waveforms) {
            Samples samples = waveform.samples();
            for (int i = 0; i < samples.count(); i++) {
                long at = waveform.timeNanos() + samples.offsetNanosAt(i);
                if (at >= range.fromNanos() && at < range.toNanos()) {
                    nanos[count] = at;
                    values[count++] = samples.valueAt(i);
                }
            }
        }
        long distance = usualDistance(nanos, count);
        return new WaveformPoints(count, distance == 0 ? 0 : 1e9 / distance,
                new Thinning(Arrays.copyOf(nanos, count), values, distance * GAP_DISTANCES).points(mostPoints));
    }

    private static long usualDistance(long[] nanos, int count) {
        long[] distances = new long[Math.max(0, count - 1)];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = nanos[i + 1] - nanos[i];
        }
        Arrays.sort(distances);
        return distances.length == 0 ? 0 : distances[distances.length / 2];
    }

    /** Makes points of samples. */
    private static final class Thinning {
        private final long[] nanos;
        private final double[] values;
        private final long gapNanos;

        /** @param gapNanos samples further apart than this have a gap between them */
        Thinning(long[] nanos, double[] values, long gapNanos) {
            this.nanos = nanos;
            this.values = values;
            this.gapNanos = gapNanos;
        }

        List<Sample> points(int most) {
            List<Sample> all = new ArrayList<>();
            for (int i = 0; i < nanos.length && all.size() <= most; i++) {
                gapBefore(i, all);
                all.add(sample(i));
            }
            return all.size() <= most ? all : extremes(most / POINTS_PER_STEP);
        }

        private List<Sample> extremes(int steps) {
            List<Sample> points = new ArrayList<>();
            long first = nanos[0];
            long stepNanos = (nanos[nanos.length - 1] - first) / steps + 1;
            int from = 0;
            while (from < nanos.length) {
                long end = first + ((nanos[from] - first) / stepNanos + 1) * stepNanos;
                int low = from;
                int high = from;
                gapBefore(from, points);
                int at = from;
                for (; at < nanos.length && nanos[at] < end; at++) {
                    low = values[at] < values[low] ? at : low;
                    high = values[at] > values[high] ? at : high;
                }
                points.add(sample(Math.min(low, high)));
                if (low != high) {
                    points.add(sample(Math.max(low, high)));
                }
                from = at;
            }
            return points;
        }

        private void gapBefore(int index, List<Sample> points) {
            if (index > 0 && nanos[index] - nanos[index - 1] > gapNanos) {
                points.add(new Sample(nanos[index - 1] + 1, null));
            }
        }

        private Sample sample(int index) {
            return new Sample(nanos[index], values[index]);
        }
    }
}
