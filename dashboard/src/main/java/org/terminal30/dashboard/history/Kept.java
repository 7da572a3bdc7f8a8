package org.terminal30.dashboard.history;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of a series in a stretch of time, in the fewest cells: at each level only those that the finer ones do not make.
 * Where nothing was dropped, those are the windows.
 *
 * @param cells by level, in order of time; a level without any is not there
 */
public record Kept(Series series, Map<Level, List<Cell>> cells) {
    public Kept {
        cells = Map.copyOf(cells);
    }

    /**
     * What a snapshot has.
     *
     * @param range begins and ends where cells of {@code coarsest} do; bounds what is in memory
     */
    public static Kept of(HistorySnapshot snapshot, Series series, TimeRange range, Level finest, Level coarsest) {
        Map<Level, List<Cell>> kept = new EnumMap<>(Level.class);
        List<Cell> finer = List.of();
        for (Level level : Level.values()) {
            if (level.compareTo(finest) >= 0 && level.compareTo(coarsest) <= 0) {
                Set<Cell> made = new HashSet<>(Cell.rolledUp(finer, level));
                finer = snapshot.cells(series, level, range);
                List<Cell> others = finer.stream().filter(cell -> !made.contains(cell)).toList();
                if (!others.isEmpty()) {
                    kept.put(level, others);
                }
            }
        }
        return new Kept(series, kept);
    }

    /** The cells of a level that no finer ones make. */
    public List<Cell> at(Level level) {
        return cells.getOrDefault(level, List.of());
    }

    public boolean isEmpty() {
        return cells.isEmpty();
    }
}
