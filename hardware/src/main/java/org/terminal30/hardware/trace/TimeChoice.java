package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.terminal30.hardware.trace.CountedTime.TimeUnit;

/** Finds the column of a recording that is the time, and how it is written. */
final class TimeChoice {
    /** Seconds, in our own recordings. */
    private static final String OUR_NAME = "time_s";
    private static final Map<String, TimeUnit> UNITS = Map.of("s", TimeUnit.SECONDS, "ms", TimeUnit.MILLISECONDS, "us",
            TimeUnit.MICROSECONDS, "ns", TimeUnit.NANOSECONDS);
    /** Those that a first cell tells; the order of day and month may need more. */
    private static final List<DateOrder> PLAIN_ORDERS = List.of(DateOrder.YEAR_MONTH_DAY,
            DateOrder.DAY_NAMED_MONTH_YEAR,
            DateOrder.NO_DATE);

    private final Table table;
    private final TraceColumns asked;

    TimeChoice(Table table, TraceColumns asked) {
        this.table = table;
        this.asked = asked;
    }

    /** @throws TraceException when none was named and none can be told */
    Column column() throws TraceException {
        List<Column> columns = table.columns();
        if (asked.time().isPresent()) {
            return new ColumnChoice(table, columns, columns.getFirst()).named(asked.time().get());
        }
        List<List<Column>> inOrder = List.of(
                Column.those(columns, each -> each.name().equals(OUR_NAME)),
                Column.those(columns, this::hasDates),
                Column.those(columns, each -> each.kind() == CellKind.TIME),
                Column.those(columns, each -> each.isTime() && each.isNamedTime()),
                Column.those(columns, Column::isTime),
                table.hasHeader() ? List.of() : onlyPair());
        return inOrder.stream().filter(found -> !found.isEmpty()).map(List::getFirst).findFirst().orElseThrow(
                () -> wrong(
                        "no column is the time: there is neither %s nor a column of times among %s; name it with --time COLUMN"
                                .formatted(OUR_NAME, Column.labels(columns))));
    }

    /** Two columns of numbers and nothing else to go by: time stands first. */
    private List<Column> onlyPair() {
        List<Column> numbers = Column.those(table.columns(), each -> each.kind() == CellKind.NUMBER);
        return numbers.size() == 2 ? numbers : List.of();
    }

    private boolean hasDates(Column column) {
        CalendarTime clock = new CalendarTime(DateOrder.NO_DATE);
        return column.kind() == CellKind.TIME
                && firstCell(column).filter(cell -> clock.nanos(cell) == TimeFormat.NOT_A_TIME).isPresent();
    }

    /** @throws TraceException when its cells are no times, or could be read in two ways */
    TimeFormat format(Column column) throws TraceException {
        Decimal decimal = new Decimal(table.dialect().decimalMark());
        if (asked.timeFormat().isPresent()) {
            return named(asked.timeFormat().get(), decimal);
        }
        String cell = firstCell(column).orElse("");
        for (DateOrder order : PLAIN_ORDERS) {
            if (new CalendarTime(order).nanos(cell) != TimeFormat.NOT_A_TIME) {
                return new CalendarTime(order);
            }
        }
        if (isDate(cell, DateOrder.DAY_MONTH_YEAR) || isDate(cell, DateOrder.MONTH_DAY_YEAR)) {
            return new CalendarTime(dayOrMonthFirst(column, cell));
        }
        if (!decimal.read(cell.toCharArray(), 0, cell.length())) {
            throw new TraceException(table.head().file(), table.firstRowLine(), column,
                    "time is '%s', should be a number of seconds or %s".formatted(cell, DateOrder.YEAR_MONTH_DAY
                            .description()));
        }
        return new CountedTime(unit(column, decimal.value()), decimal, false);
    }

    /** A format given by name; the constructor of {@link TraceColumns} has refused what is none. */
    static TimeFormat named(String format, Decimal decimal) {
        TimeUnit unit = UNITS.get(format);
        if (unit != null) {
            return new CountedTime(unit, decimal, false);
        }
        for (DateOrder order : DateOrder.values()) {
            if (order.pattern().equals(format)) {
                return new CalendarTime(order);
            }
        }
        return PatternTime.of(format);
    }

    private static TimeUnit unit(Column column, double value) {
        return switch (column.unit().orElse(Unit.VOLT)) {
            case SECOND -> TimeUnit.SECONDS;
            case MILLISECOND -> TimeUnit.MILLISECONDS;
            case MICROSECOND -> TimeUnit.MICROSECONDS;
            case NANOSECOND -> TimeUnit.NANOSECONDS;
            default -> TimeUnit.ofMagnitude(value);
        };
    }

    private DateOrder dayOrMonthFirst(Column column, String firstCell) throws TraceException {
        // Who writes dots writes the day first.
        if (firstCell.indexOf('.') >= 0 && firstCell.indexOf('.') <= 2) {
            return DateOrder.DAY_MONTH_YEAR;
        }
        DayOrMonthFirst evidence = new DayOrMonthFirst();
        try (RawRows rows = new RawRows(table)) {
            while (rows.next()) {
                Cells cells = rows.cells();
                Optional<DateOrder> order = column.index() < cells.count()
                        ? evidence.see(cells.characters(), cells.start(column.index()), cells.end(column.index()))
                        : Optional.empty();
                if (order.isPresent()) {
                    return order.get();
                }
            }
        }
        if (evidence.isUndecided()) {
            throw new TraceException(table.head().file(), table.firstRowLine(), column,
                    "'%s' could have the day or the month first, and no later date tells; say --time-format '%s' or '%s'"
                            .formatted(firstCell, DateOrder.DAY_MONTH_YEAR.pattern(),
                                    DateOrder.MONTH_DAY_YEAR.pattern()));
        }
        return DateOrder.DAY_MONTH_YEAR;
    }

    private static boolean isDate(String cell, DateOrder order) {
        return new CalendarTime(order).nanos(cell) != TimeFormat.NOT_A_TIME;
    }

    private Optional<String> firstCell(Column column) {
        List<String> found = new ArrayList<>();
        for (Head.Line line : table.rows()) {
            Cells cells = line.cells(table.dialect().separator());
            if (column.index() < cells.count() && !cells.isMissing(column.index())) {
                found.add(cells.text(column.index()));
                break;
            }
        }
        return found.stream().findFirst();
    }

    private TraceException wrong(String what) {
        return new TraceException(table.head().file(), table.hasHeader() ? table.names().line() : table.firstRowLine(),
                what);
    }
}
