package org.terminal30.hardware.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a simulation gave: several curves over one rising scale, which is time, frequency or a voltage. */
final class Curves {
    private final double[] scale;
    private final Map<String, double[]> values;

    private Curves(double[] scale, Map<String, double[]> values) {
        this.scale = scale;
        this.values = values;
    }

    static Curves read(Path file, String... vectors) throws IOException {
        List<String> lines = Files.readAllLines(file);
        double[][] columns = new double[vectors.length + 1][lines.size() - 1];
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).strip().split("\\s+", -1);
            for (int column = 0; column < columns.length; column++) {
                columns[column][row - 1] = Double.parseDouble(cells[column]);
            }
        }
        Map<String, double[]> byName = new HashMap<>();
        for (int i = 0; i < vectors.length; i++) {
            byName.put(vectors[i], columns[i + 1]);
        }
        return new Curves(columns[0], byName);
    }

    /** The scale itself; not to be changed. */
    double[] scale() {
        return scale;
    }

    /** The points of one curve; not to be changed. */
    double[] of(String name) {
        double[] curve = values.get(name);
        if (curve == null) {
            throw new IllegalArgumentException("no curve '%s', there are %s".formatted(name, values.keySet()));
        }
        return curve;
    }

    double min(String name) {
        return Arrays.stream(of(name)).min().orElseThrow();
    }

    double max(String name) {
        return Arrays.stream(of(name)).max().orElseThrow();
    }

    double last(String name) {
        return of(name)[scale.length - 1];
    }

    /** The value at a place of the scale, on a straight line between its neighbours. */
    double at(double place, String name) {
        double[] curve = of(name);
        int found = Arrays.binarySearch(scale, place);
        if (found >= 0) {
            return curve[found];
        }
        int right = Math.clamp(-found - 1L, 1, scale.length - 1);
        double share = (place - scale[right - 1]) / (scale[right] - scale[right - 1]);
        return curve[right - 1] + share * (curve[right] - curve[right - 1]);
    }

    /** The area under a curve: the energy, when the curve is a power over time. */
    double integral(String name) {
        double[] curve = of(name);
        double sum = 0;
        for (int i = 1; i < scale.length; i++) {
            sum += (curve[i] + curve[i - 1]) / 2 * (scale[i] - scale[i - 1]);
        }
        return sum;
    }

    /** Where the curve first falls below a level; the end of the scale when it never does. */
    double firstBelow(double level, String name) {
        double[] curve = of(name);
        for (int i = 1; i < scale.length; i++) {
            if (curve[i] < level) {
                double share = (curve[i - 1] - level) / (curve[i - 1] - curve[i]);
                return scale[i - 1] + share * (scale[i] - scale[i - 1]);
            }
        }
        return scale[scale.length - 1];
    }
}
