package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in its rows a recording has the values. */
sealed interface Layout {
    /** What can be chosen from for a channel. */
    List<Column> choices();

    /** Each row has a value of everything that was measured. */
    record ColumnPerChannel(List<Column> choices) implements Layout {
        public ColumnPerChannel {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Each row has one reading: what was measured stands in one column, its value in another. The choices are the names.
     *
     * @param nameColumn index of the column of names
     * @param valueColumn index of the column of values
     */
    record ReadingPerRow(int nameColumn, int valueColumn, List<Column> choices) implements Layout {
        private static final Set<String> NAME_COLUMNS = Set.of("pid", "name", "sensor", "parameter", "signal");
        private static final Set<String> UNIT_COLUMNS = Set.of("units", "unit");

        public ReadingPerRow {
            choices = List.copyOf(choices);
        }

        private static Layout of(Table table, int nameColumn, int valueColumn) {
            int unitColumn = find(table.columns(), UNIT_COLUMNS).orElse(nameColumn);
            Map<String, Optional<Unit>> readings = new LinkedHashMap<>();
            for (Head.Line line : table.rows()) {
                Cells cells = line.cells(table.dialect().separator());
                if (cells.count() > Math.max(Math.max(nameColumn, valueColumn), unitColumn)) {
                    readings.putIfAbsent(cells.text(nameColumn), Unit.ofCell(cells.text(unitColumn)));
                }
            }
            List<Column> choices = new ArrayList<>();
            readings.forEach((name, unit) -> choices.add(new Column(choices.size(), name, unit, CellKind.NUMBER)));
            return new ReadingPerRow(nameColumn, valueColumn, choices);
        }
    }

    /** That of a table, told by the names of its columns. */
    static Layout of(Table table) {
        Optional<Integer> names = find(table.columns(), ReadingPerRow.NAME_COLUMNS);
        Optional<Integer> values = find(table.columns(), Set.of("value"));
        return names.isPresent() && values.isPresent()
                ? ReadingPerRow.of(table, names.get(), values.get())
                : new ColumnPerChannel(table.columns());
    }

    private static Optional<Integer> find(List<Column> columns, Set<String> names) {
        return columns.stream().filter(column -> names.contains(column.name().toLowerCase(Locale.ROOT)))
                .map(Column::index).findFirst();
    }
}
