package org.terminal30.hardware.trace;

import java.util.List;

/** What a cell looks like before anything is known of its column. */
enum CellKind {
    /** Nothing, or what loggers write for it. */
    MISSING,
    /** A number, or a sign for one beyond the range. */
    NUMBER,
    /** A time of a calendar or clock. */
    TIME,
    /** Anything else. */
    TEXT;

    /** Tells the kinds apart. Used by one thread. */
    static final class Recogniser {
        private final Decimal decimal;
        private final List<CalendarTime> times = List.of(DateOrder.values()).stream().map(CalendarTime::new).toList();

        Recogniser(char decimalMark) {
            decimal = new Decimal(decimalMark);
        }

        CellKind kind(Cells cells, int cell) {
            if (cells.isMissing(cell)) {
                return MISSING;
            }
            char[] text = cells.characters();
            int from = cells.start(cell);
            int to = cells.end(cell);
            if (decimal.read(text, from, to) || cells.isOverRange(cell)) {
                return NUMBER;
            }
            return times.stream().anyMatch(time -> time.nanos(text, from, to) != TimeFormat.NOT_A_TIME) ? TIME : TEXT;
        }

        /** Whether the line has anything that was measured. */
        boolean hasMeasurement(Cells cells) {
            for (int cell = 0; cell < cells.count(); cell++) {
                CellKind kind = kind(cells, cell);
                if (kind == NUMBER || kind == TIME) {
                    return true;
                }
            }
            return false;
        }
    }
}
