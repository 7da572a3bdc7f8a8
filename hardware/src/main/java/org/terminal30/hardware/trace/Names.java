package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of columns, and their units where a row of its own has them.
 *
 * @param line number of the line with the names; 0 where there is none
 * @param names as written
 * @param units as written; empty where the names have them
 */
record Names(long line, List<String> names, List<String> units) {
    private static final Names NONE = new Names(0, List.of(), List.of());

    Names {
        names = List.copyOf(names);
        units = List.copyOf(units);
    }

    /** Those that stand in the lines above the first row, from the lowest line that is as wide as the rows. */
    static Names above(List<Head.Line> lines, Dialect dialect, int width) {
        CellKind.Recogniser recogniser = new CellKind.Recogniser(dialect.decimalMark());
        Optional<Names> units = Optional.empty();
        for (Head.Line line : lines.reversed()) {
            Cells cells = line.cells(dialect.separator());
            List<String> texts = texts(cells);
            if (Math.abs(texts.size() - width) > 1 || width(texts) < Math.min(2, width)
                    || recogniser.hasMeasurement(cells)) {
                continue;
            }
            if (units.isPresent() || !areUnits(texts)) {
                return new Names(line.number(), texts, units.map(Names::units).orElse(List.of()));
            }
            units = Optional.of(new Names(line.number(), texts, texts));
        }
        return units.orElse(NONE);
    }

    /** Empty where the header has none for it. */
    String name(int index) {
        return index < names.size() ? names.get(index) : "";
    }

    /** From the row of units, or else from the name. */
    Optional<Unit> unit(int index) {
        return units.isEmpty()
                ? Unit.ofName(name(index))
                : Optional.of(index).filter(at -> at < units.size()).map(units::get).flatMap(Unit::ofCell);
    }

    /** Whether this line repeats the names. */
    boolean areRepeatedIn(Cells cells) {
        return !names.isEmpty() && names.equals(texts(cells));
    }

    private static boolean areUnits(List<String> cells) {
        List<String> written = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        return written.stream().allMatch(cell -> Unit.ofCell(cell).isPresent())
                || written.stream().allMatch(cell -> "([".indexOf(cell.charAt(0)) >= 0);
    }

    /** Without the empty cells at the end. */
    private static int width(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return size;
    }

    private static List<String> texts(Cells cells) {
        List<String> texts = new ArrayList<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            texts.add(cells.text(cell));
        }
        return texts;
    }
}
