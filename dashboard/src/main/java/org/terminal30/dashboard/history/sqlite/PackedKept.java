package org.terminal30.dashboard.history.sqlite;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.terminal30.dashboard.history.Cell;
import org.terminal30.dashboard.history.Kept;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.cells.Cells;

/** A piece of a copy as bytes: the columns of a block, one after the other for each level that has cells. */
public final class PackedKept {
    private static final int EXPECTED_BYTES = 1 << 16;

    private PackedKept() {
    }

    public static byte[] packed(Kept kept) {
        var out = new NumberWriter(EXPECTED_BYTES);
        for (Level level : Level.values()) {
            if (!kept.at(level).isEmpty()) {
                out.write(level.stepNanos());
                CellsCodec.write(PutBack.cells(kept.at(level).stream()), out);
            }
        }
        return Packing.deflated(out.bytes());
    }

    /**
     * What was packed.
     *
     * @throws DamagedException when it was not
     */
    public static Kept unpacked(Series series, byte[] packed) throws DamagedException {
        var in = new NumberReader(Packing.inflated(packed), 0);
        Map<Level, List<Cell>> levels = new EnumMap<>(Level.class);
        while (in.more()) {
            levels.put(level(in.read()), copied(CellsCodec.read(in)));
        }
        return new Kept(series, levels);
    }

    private static Level level(long stepNanos) throws DamagedException {
        for (Level level : Level.values()) {
            if (level.stepNanos() == stepNanos) {
                return level;
            }
        }
        throw new DamagedException("has cells of %d ns, which there are not".formatted(stepNanos));
    }

    static List<Cell> copied(Cells cells) {
        List<Cell> copied = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            copied.add(new Cell(cells.start(i), cells.minimum(i), cells.maximum(i), cells.sum(i), cells.count(i)));
        }
        return copied;
    }
}
