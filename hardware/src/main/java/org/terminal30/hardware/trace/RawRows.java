package org.terminal30.hardware.trace;

/** The rows of a table as cells, with what is no row left out and counted. Used by one thread. */
final class RawRows implements AutoCloseable {
    private static final char COMMENT = '#';

    private final Table table;
    private final LineReader lines;
    private final Cells cells;
    private long comments;
    private long repeatedHeaders;

    /** Opens the file before its first row. */
    RawRows(Table table) throws TraceException {
        this.table = table;
        this.cells = new Cells(table.dialect().separator());
        this.lines = new LineReader(table.head().file(), TextFile.open(table.head().file()).reader());
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws TraceException when a line is no row
     */
    boolean next() throws TraceException {
        while (lines.next()) {
            if (lines.number() < table.firstRowLine()) {
                continue;
            }
            cells.split(lines.characters(), lines.start(), lines.end());
            if (isRow()) {
                return true;
            }
        }
        return false;
    }

    private boolean isRow() throws TraceException {
        if (cells.count() == 1 && cells.isEmpty(0)) {
            // Blank lines are what editors leave at the end.
            return false;
        }
        if (!cells.isEmpty(0) && cells.characters()[cells.start(0)] == COMMENT) {
            comments++;
            return false;
        }
        int width = table.columns().size();
        boolean fits = cells.count() == width || (cells.count() == width + 1 && cells.isEmpty(width));
        if (fits && cells.isClosed()) {
            if (startsLikeNames() && table.names().areRepeatedIn(cells)) {
                repeatedHeaders++;
                return false;
            }
            return true;
        }
        throw wrong(cells.isClosed()
                ? "has %d cells, the %s has %d".formatted(cells.count(), table.hasHeader() ? "header" : "first row",
                        width)
                : "has a quote that is not closed");
    }

    /** Spares the whole comparison in nearly every row. */
    private boolean startsLikeNames() {
        return table.hasHeader() && !cells.isEmpty(0) && !table.names().name(0).isEmpty()
                && cells.characters()[cells.start(0)] == table.names().name(0).charAt(0);
    }

    /** Those of the row, until the next one. */
    Cells cells() {
        return cells;
    }

    long line() {
        return lines.number();
    }

    long comments() {
        return comments;
    }

    long repeatedHeaders() {
        return repeatedHeaders;
    }

    TraceException wrong(String what) {
        return new TraceException(table.head().file(), lines.number(), what);
    }

    @Override
    public void close() {
        lines.close();
    }
}
