package org.terminal30.dashboard.history.sqlite;

import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.cells.Cells;

/**
 * What is left of a span at the finest level that is still kept.
 *
 * @param level windows, seconds, ten seconds or minutes
 */
record Remains(Level level, Cells cells) {
    /** A span of which there is no block. */
    static final Remains NOTHING = new Remains(Level.WINDOW, new Cells());

    /**
     * The same with windows that came later. Where single windows are kept, the newer one of two stays. Where they are not, nobody
     * can tell whether a window is in a cell already: it lowers its minimum and lifts its maximum, which are never lost, and counts
     * for the mean only where there was no cell. So a repeat changes nothing.
     */
    Remains with(Cells windows) {
        return new Remains(level, level == Level.WINDOW
                ? cells.with(windows)
                : cells.widened(windows.rolledUp(level)));
    }

    /**
     * With what a copy has of the same span: at the coarser level of both, unless the copy has nothing new.
     */
    Remains and(Remains copy) {
        if (copy.level == Level.WINDOW || cells.isEmpty()) {
            return cells.isEmpty() ? copy : with(copy.cells);
        }
        Level coarser = level.compareTo(copy.level) > 0 ? level : copy.level;
        Cells mine = at(coarser);
        Cells both = mine.widened(copy.at(coarser));
        return both.equals(mine) ? this : new Remains(coarser, both);
    }

    /** At a level, or at the finest that is kept when that is coarser. */
    Cells at(Level wanted) {
        return wanted.compareTo(level) > 0 ? cells.rolledUp(wanted) : cells;
    }

    /** The windows that change something here or in what {@code waiting} has on its way here. */
    Cells news(Cells windows, Cells waiting) {
        if (level == Level.WINDOW) {
            return windows.notIn(cells.with(waiting));
        }
        Cells unknown = windows.notIn(waiting);
        Cells news = new Cells(unknown.size());
        for (int i = 0; i < unknown.size(); i++) {
            if (waiting.has(unknown.start(i)) || !covers(unknown, i)) {
                news.append(unknown, i);
            }
        }
        return news;
    }

    private boolean covers(Cells windows, int index) {
        long start = level.floor(windows.start(index));
        int cell = cells.from(start);
        return cells.has(start) && cells.minimum(cell) <= windows.minimum(index)
                && cells.maximum(cell) >= windows.maximum(index);
    }

    /** How many of these take the place of a window that is known. */
    int overwrittenBy(Cells news, Cells waiting) {
        return news.startsIn(level == Level.WINDOW ? cells.with(waiting) : waiting);
    }
}
