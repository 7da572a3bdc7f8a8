package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rows of a file begin and what stands above them. A line is a row when each of its cells is missing or of the kind
 * that its column mostly is, which tells rows from preambles, headers and units.
 *
 * @param head from which it was found out
 * @param dialect how its cells are written
 * @param columns of its rows
 * @param names what stands above them
 * @param rows those among the head
 */
record Table(Head head, Dialect dialect, List<Column> columns, Names names, List<Head.Line> rows) {
    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @throws TraceException when the file has no row with a number in it */
    static Table of(Head head) throws TraceException {
        Dialect dialect = Dialect.of(head);
        CellKind.Recogniser recogniser = new CellKind.Recogniser(dialect.decimalMark());
        List<Head.Line> measured = head.lines().stream()
                .filter(line -> recogniser.hasMeasurement(line.cells(dialect.separator()))).toList();
        int width = commonWidth(measured, dialect);
        List<CellKind> kinds = kinds(measured, dialect, recogniser, width);
        Optional<Head.Line> firstRow = measured.stream()
                .filter(line -> isRow(line.cells(dialect.separator()), recogniser, kinds)).findFirst();
        if (firstRow.isEmpty()) {
            throw new TraceException(head.file(), "has no row with a time and a voltage, should be CSV with such rows");
        }
        int first = head.lines().indexOf(firstRow.get());
        Names names = Names.above(head.lines().subList(0, first), dialect, width);
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < width; index++) {
            columns.add(new Column(index, names.name(index), names.unit(index), kinds.get(index)));
        }
        return new Table(head, dialect, columns, names, head.lines().subList(first, head.lines().size()));
    }

    boolean hasHeader() {
        return names.line() > 0;
    }

    long firstRowLine() {
        return rows.getFirst().number();
    }

    /** Number of cells that most lines have, the first such number where several are as frequent. */
    private static int commonWidth(List<Head.Line> lines, Dialect dialect) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        lines.forEach(line -> counts.merge(line.cells(dialect.separator()).count(), 1, Integer::sum));
        return mostFrequent(counts).orElse(0);
    }

    private static List<CellKind> kinds(List<Head.Line> lines, Dialect dialect, CellKind.Recogniser recogniser,
            int width) {
        List<Map<CellKind, Integer>> counts = new ArrayList<>();
        for (int cell = 0; cell < width; cell++) {
            counts.add(new EnumMap<>(CellKind.class));
        }
        for (Head.Line line : lines) {
            Cells cells = line.cells(dialect.separator());
            for (int cell = 0; cells.count() == width && cell < width; cell++) {
                CellKind kind = recogniser.kind(cells, cell);
                if (kind != CellKind.MISSING) {
                    counts.get(cell).merge(kind, 1, Integer::sum);
                }
            }
        }
        return counts.stream().map(each -> mostFrequent(each).orElse(CellKind.MISSING)).toList();
    }

    /** The first where several are as frequent. */
    private static <T> Optional<T> mostFrequent(Map<T, Integer> counts) {
        return counts.entrySet().stream().reduce((best, other) -> other.getValue() > best.getValue() ? other : best)
                .map(Map.Entry::getKey);
    }

    private static boolean isRow(Cells cells, CellKind.Recogniser recogniser, List<CellKind> kinds) {
        if (cells.count() != kinds.size()) {
            return false;
        }
        for (int cell = 0; cell < kinds.size(); cell++) {
            CellKind kind = recogniser.kind(cells, cell);
            if (kinds.get(cell) != CellKind.TEXT && kind != CellKind.MISSING && kind != kinds.get(cell)) {
                return false;
            }
        }
        return true;
    }
}
