package org.terminal30.dashboard.diagnosis.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.terminal30.dashboard.history.TimeRange;

/** A voltage over time: straight lines, one after the other, with noise on them. */
final class Course {
    private final TreeMap<Long, double[]> lines = new TreeMap<>();
    private final List<TimeRange> attached = new ArrayList<>();
    private final double noiseVolts;

    Course(double noiseVolts) {
        this.noiseVolts = noiseVolts;
    }

    /** From here on; a later line takes the place of what an earlier one still had to do. */
    void line(long from, long to, double startVolts, double endVolts) {
        lines.put(from, new double[]{to, startVolts, endVolts});
    }

    void attach(TimeRange range) {
        attached.add(range);
    }

    boolean attached(long nanos) {
        return attached.stream().anyMatch(range -> nanos >= range.fromNanos() && nanos < range.toNanos());
    }

    double at(long nanos) {
        Map.Entry<Long, double[]> entry = lines.floorEntry(nanos);
        if (entry == null) {
            return lines.firstEntry().getValue()[1];
        }
        double[] line = entry.getValue();
        double share = Math.clamp((nanos - entry.getKey()) / Math.max(1, line[0] - entry.getKey()), 0.0, 1.0);
        return line[1] + share * (line[2] - line[1]) + noise(nanos) - noise(nanos + 1);
    }

    double mean(long from, long to) {
        return (at(from) + at((from + to) / 2) + at(to - 1)) / 3;
    }

    /** Looks random and is always the same. */
    double noise(long nanos) {
        long mixed = nanos * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        return (mixed >>> 40) / (double) (1 << 24) * noiseVolts;
    }
}
