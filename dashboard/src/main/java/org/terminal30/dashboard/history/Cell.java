package org.terminal30.dashboard.history;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.agent.wire.WindowLimits;

/**
 * A cell of a {@link Level} as it is kept, for whoever copies a history. Values are whole millionths of a volt or ampere
 * ({@link WindowLimits#STEPS_PER_UNIT}), so that a copy of a copy is the same.
 *
 * @param startNanos start of the cell; of a window, its label
 * @param minimum lowest sample
 * @param maximum highest sample
 * @param sum of all samples
 * @param count of samples, at least 1
 */
public record Cell(long startNanos, long minimum, long maximum, long sum, long count) {
    /** Both cells as one that begins where {@code this} does. */
    public Cell and(Cell other) {
        return new Cell(startNanos, Math.min(minimum, other.minimum), Math.max(maximum, other.maximum),
                sum + other.sum, count + other.count);
    }

    /** The cells of a coarser level that cells in order of time make. */
    static List<Cell> rolledUp(List<Cell> finer, Level level) {
        List<Cell> coarser = new ArrayList<>();
        for (Cell cell : finer) {
            long start = level.floor(cell.startNanos);
            if (!coarser.isEmpty() && coarser.getLast().startNanos == start) {
                coarser.set(coarser.size() - 1, coarser.getLast().and(cell));
            } else {
                coarser.add(new Cell(start, cell.minimum, cell.maximum, cell.sum, cell.count));
            }
        }
        return coarser;
    }
}
