package org.terminal30.dashboard.history.sqlite;

import org.terminal30.dashboard.history.cells.Cells;

/**
 * Cells as numbers, column after column: what is alike stands together. Starts are distances, of which only changes and how long
 * they last are written, so that a steady rhythm costs nothing; counts and minima are differences from the cell before, maxima
 * from the minimum, sums from what they would be if all samples were the minimum. Lossless.
 */
final class CellsCodec {
    /** One for each of five columns, though starts may take less. */
    private static final int LEAST_BYTES_A_CELL = 4;
    private static final int EXPECTED_BYTES_A_CELL = 10;

    private CellsCodec() {
    }

    static byte[] bytes(Cells cells) {
        var out = new NumberWriter(cells.size() * EXPECTED_BYTES_A_CELL);
        write(cells, out);
        return out.bytes();
    }

    static void write(Cells cells, NumberWriter out) {
        out.write(cells.size());
        writeStarts(cells, out);
        long before = 0;
        for (int i = 0; i < cells.size(); i++) {
            out.write(cells.count(i) - before);
            before = cells.count(i);
        }
        before = 0;
        for (int i = 0; i < cells.size(); i++) {
            out.write(cells.minimum(i) - before);
            before = cells.minimum(i);
        }
        for (int i = 0; i < cells.size(); i++) {
            out.write(cells.maximum(i) - cells.minimum(i));
        }
        for (int i = 0; i < cells.size(); i++) {
            out.write(cells.sum(i) - cells.count(i) * cells.minimum(i));
        }
    }

    private static void writeStarts(Cells cells, NumberWriter out) {
        if (cells.isEmpty()) {
            return;
        }
        out.write(cells.start(0));
        long before = 0;
        for (int i = 1; i < cells.size();) {
            long distance = cells.start(i) - cells.start(i - 1);
            int run = 1;
            while (i + run < cells.size() && cells.start(i + run) - cells.start(i + run - 1) == distance) {
                run++;
            }
            out.write(distance - before);
            out.write(run);
            before = distance;
            i += run;
        }
    }

    /** Reads one after the other; {@code in} stands behind them then. */
    static Cells read(NumberReader in) throws DamagedException {
        int size = in.count(LEAST_BYTES_A_CELL);
        long[] starts = readStarts(in, size);
        long[] counts = readDifferences(in, size);
        long[] minima = readDifferences(in, size);
        long[] heights = new long[size];
        for (int i = 0; i < size; i++) {
            heights[i] = in.read();
        }
        Cells cells = new Cells(size);
        for (int i = 0; i < size; i++) {
            long sum = in.read() + counts[i] * minima[i];
            if (counts[i] < 1 || heights[i] < 0) {
                throw new DamagedException("has a cell of %d samples that reaches %d steps up, its number %d"
                        .formatted(counts[i], heights[i], i));
            }
            cells.append(starts[i], minima[i], minima[i] + heights[i], sum, counts[i]);
        }
        return cells;
    }

    private static long[] readDifferences(NumberReader in, int size) throws DamagedException {
        long[] values = new long[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            before += in.read();
            values[i] = before;
        }
        return values;
    }

    private static long[] readStarts(NumberReader in, int size) throws DamagedException {
        long[] starts = new long[size];
        if (size > 0) {
            starts[0] = in.read();
        }
        long distance = 0;
        for (int i = 1; i < size;) {
            distance += in.read();
            long run = in.read();
            if (distance < 1 || run < 1 || run > size - i) {
                throw new DamagedException("has %d cells at a distance of %d ns, from number %d of %d"
                        .formatted(run, distance, i, size));
            }
            for (long end = i + run; i < end; i++) {
                starts[i] = starts[i - 1] + distance;
                if (starts[i] < starts[i - 1]) {
                    throw new DamagedException("has a cell beyond the end of time, its number %d".formatted(i));
                }
            }
        }
        return starts;
    }
}
