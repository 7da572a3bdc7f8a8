package org.terminal30.dashboard.history.cells;

import java.util.Arrays;

import org.terminal30.dashboard.history.Level;

/**
 * Cells of one level of one series in order of their starts, each start once: windows, or what several of them make together.
 * Values are whole steps ({@link Steps}). Not safe for several threads while it grows.
 */
public final class Cells {
    private static final int FEWEST = 8;

    private long[] starts;
    private long[] minima;
    private long[] maxima;
    private long[] sums;
    private long[] counts;
    private int size;

    public Cells() {
        this(FEWEST);
    }

    public Cells(int expected) {
        int capacity = Math.max(FEWEST, expected);
        this.starts = new long[capacity];
        this.minima = new long[capacity];
        this.maxima = new long[capacity];
        this.sums = new long[capacity];
        this.counts = new long[capacity];
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long start(int index) {
        return starts[index];
    }

    public long minimum(int index) {
        return minima[index];
    }

    public long maximum(int index) {
        return maxima[index];
    }

    /** The sum of the samples. */
    public long sum(int index) {
        return sums[index];
    }

    /** How many samples there were. */
    public long count(int index) {
        return counts[index];
    }

    public long lastStart() {
        return starts[size - 1];
    }

    /**
     * Adds a cell behind all others, or in the place of the last one when it has the same start.
     *
     * @throws IllegalArgumentException when it begins before the last one
     */
    public void append(long start, long minimum, long maximum, long sum, long count) {
        if (size > 0 && start <= lastStart()) {
            if (start < lastStart()) {
                throw new IllegalArgumentException("a cell at %d after one at %d".formatted(start, lastStart()));
            }
            size--;
        }
        makeRoom();
        starts[size] = start;
        minima[size] = minimum;
        maxima[size] = maximum;
        sums[size] = sum;
        counts[size] = count;
        size++;
    }

    public void append(Cells from, int index) {
        append(from.starts[index], from.minima[index], from.maxima[index], from.sums[index], from.counts[index]);
    }

    private void makeRoom() {
        if (size == starts.length) {
            int capacity = size * 2;
            starts = Arrays.copyOf(starts, capacity);
            minima = Arrays.copyOf(minima, capacity);
            maxima = Arrays.copyOf(maxima, capacity);
            sums = Arrays.copyOf(sums, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
    }

    /** Both together; of two with the same start the one of {@code newer}. */
    public Cells with(Cells newer) {
        Cells both = new Cells(size + newer.size);
        int mine = 0;
        for (int its = 0; its < newer.size; its++) {
            while (mine < size && starts[mine] <= newer.starts[its]) {
                both.append(this, mine++);
            }
            both.append(newer, its);
        }
        while (mine < size) {
            both.append(this, mine++);
        }
        return both;
    }

    /**
     * Both together; a cell that both have keeps its sum and count, and takes the lower minimum and the higher maximum: with the same
     * {@code others} again nothing changes.
     */
    public Cells widened(Cells others) {
        Cells both = others.with(this);
        for (int i = 0; i < both.size; i++) {
            int its = others.from(both.starts[i]);
            if (others.has(both.starts[i])) {
                both.minima[i] = Math.min(both.minima[i], others.minima[its]);
                both.maxima[i] = Math.max(both.maxima[i], others.maxima[its]);
            }
        }
        return both;
    }

    /** Whether a cell begins at a moment. */
    public boolean has(long nanos) {
        return Arrays.binarySearch(starts, 0, size, nanos) >= 0;
    }

    /** The index of the first cell that does not begin before a moment; {@link #size} when there is none. */
    public int from(long nanos) {
        int found = Arrays.binarySearch(starts, 0, size, nanos);
        return found < 0 ? -found - 1 : found;
    }

    /** The cells that {@code known} does not have, or has with other values. */
    public Cells notIn(Cells known) {
        Cells news = new Cells(size);
        for (int i = 0; i < size; i++) {
            int its = known.from(starts[i]);
            if (its == known.size || !same(i, known, its)) {
                news.append(this, i);
            }
        }
        return news;
    }

    /** How many cells begin where one of {@code known} does. */
    public int startsIn(Cells known) {
        int found = 0;
        for (int i = 0; i < size; i++) {
            int its = known.from(starts[i]);
            found += its < known.size && known.starts[its] == starts[i] ? 1 : 0;
        }
        return found;
    }

    private boolean same(int mine, Cells others, int its) {
        return starts[mine] == others.starts[its] && minima[mine] == others.minima[its]
                && maxima[mine] == others.maxima[its] && sums[mine] == others.sums[its]
                && counts[mine] == others.counts[its];
    }

    /** The cells of a coarser level that these make. */
    public Cells rolledUp(Level level) {
        Cells coarser = new Cells();
        var total = new Total();
        for (int i = 0; i < size; i++) {
            total.add(minima[i], maxima[i], (double) sums[i], counts[i]);
            long cell = level.floor(starts[i]);
            if (i + 1 == size || level.floor(starts[i + 1]) != cell) {
                coarser.append(cell, total.minimum(), total.maximum(), total.wholeSum(), total.count());
                total = new Total();
            }
        }
        return coarser;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Cells that) || that.size != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!same(i, that, i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(starts, size));
    }

    @Override
    public String toString() {
        return isEmpty() ? "no cells" : "%d cells from %d to %d".formatted(size, starts[0], lastStart());
    }
}
