package org.terminal30.hardware.trace;

import java.util.ArrayList;
import java.util.List;

/** Reads times and values out of the rows of a recording, as they stand there. Used by one thread. */
final class RowReader implements AutoCloseable {
    private final TraceForm form;
    private final RawRows rows;
    private final Decimal decimal;
    private final List<ChannelColumn> channels;
    private final double[] values;
    private final long[] missing;
    private final long[] overRange;
    private final long[] firstOverRangeLine;
    private long nanos;
    private long rowsWithoutTime;
    private long otherReadings;

    RowReader(TraceForm form) throws TraceException {
        this.form = form;
        this.rows = new RawRows(form.table());
        this.decimal = new Decimal(form.table().dialect().decimalMark());
        this.channels = form.channels();
        this.values = new double[channels.size()];
        this.missing = new long[channels.size()];
        this.overRange = new long[channels.size()];
        this.firstOverRangeLine = new long[channels.size()];
    }

    /**
     * Goes to the next row that has a time.
     *
     * @return false at the end
     * @throws TraceException when a cell is neither what it should be nor missing
     */
    boolean next() throws TraceException {
        while (rows.next()) {
            Cells cells = rows.cells();
            if (cells.isMissing(form.time().index())) {
                rowsWithoutTime++;
            } else if (readValues(cells)) {
                nanos = time(cells);
                return true;
            } else {
                otherReadings++;
            }
        }
        return false;
    }

    /** The time of the row since the origin of its format. */
    long nanos() {
        return nanos;
    }

    /** In volts or amperes; NaN when there was no sample. Overwritten by the next row. */
    double[] values() {
        return values;
    }

    private long time(Cells cells) throws TraceException {
        int cell = form.time().index();
        long time = form.timeFormat().nanos(cells.characters(), cells.start(cell), cells.end(cell));
        if (time == TimeFormat.NOT_A_TIME) {
            throw wrong(form.time(),
                    "time is '%s', should be %s".formatted(cells.text(cell), form.timeFormat().description()));
        }
        return time;
    }

    /** False when the row has a reading of something else. */
    private boolean readValues(Cells cells) throws TraceException {
        return switch (form.layout()) {
            case Layout.ColumnPerChannel wide -> {
                for (int index = 0; index < values.length; index++) {
                    values[index] = value(cells, channels.get(index).column().index(), index);
                }
                yield true;
            }
            case Layout.ReadingPerRow narrow -> readOne(cells, narrow);
        };
    }

    private boolean readOne(Cells cells, Layout.ReadingPerRow layout) throws TraceException {
        String name = cells.text(layout.nameColumn());
        boolean found = false;
        for (int index = 0; index < values.length; index++) {
            boolean ours = channels.get(index).column().name().equals(name);
            values[index] = ours ? value(cells, layout.valueColumn(), index) : Double.NaN;
            found |= ours;
        }
        return found;
    }

    private double value(Cells cells, int cell, int channel) throws TraceException {
        if (decimal.read(cells.characters(), cells.start(cell), cells.end(cell))) {
            double value = decimal.value() / channels.get(channel).perBase();
            if (Double.isFinite(value)) {
                return value;
            }
        } else if (cells.isMissing(cell)) {
            missing[channel]++;
            return Double.NaN;
        } else if (cells.isOverRange(cell)) {
            firstOverRangeLine[channel] = overRange[channel] == 0 ? rows.line() : firstOverRangeLine[channel];
            overRange[channel]++;
            return Double.NaN;
        }
        throw wrong(form.table().columns().get(cell),
                "%s is '%s', should be a number with a decimal %s, or empty or - where there was no sample".formatted(
                        channels.get(channel).channel().wireName(), cells.text(cell),
                        decimal.mark() == ',' ? "comma" : "point"));
    }

    /** What was met so far that is no plain sample. */
    TraceNotes notes(long sharedTimes) {
        List<TraceNotes.CellCounts> cells = new ArrayList<>();
        for (int index = 0; index < values.length; index++) {
            cells.add(new TraceNotes.CellCounts(channels.get(index).column().label(), missing[index], overRange[index],
                    firstOverRangeLine[index]));
        }
        return new TraceNotes(rows.comments(), rows.repeatedHeaders(), rowsWithoutTime, otherReadings, sharedTimes,
                cells);
    }

    long line() {
        return rows.line();
    }

    TraceException wrong(Column column, String what) {
        return new TraceException(form.table().head().file(), rows.line(), column, what);
    }

    @Override
    public void close() {
        rows.close();
    }
}
