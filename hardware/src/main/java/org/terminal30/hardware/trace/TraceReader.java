package org.terminal30.hardware.trace;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import org.terminal30.hardware.sample.Channel;

/**
 * Reads a recording row by row, with times that count from the first row and only go up. Rows that share one time are spread
 * evenly over what the last digit of that time stands for: a logger that writes whole seconds five times a second is read
 * at five samples a second. No more than these rows are kept in memory. Used by one thread.
 */
public final class TraceReader implements AutoCloseable {
    /** What the fastest front-end has in a second. A clock that stands still for longer is not a clock. */
    private static final int MAX_ROWS_OF_ONE_TIME = 100_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    /** 1990: a time before that is a count of something. */
    private static final long LEAST_DATE_NANOS = 631_152_000 * SECOND_NANOS;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long HALF_A_DAY_NANOS = DAY_NANOS / 2;

    private final TraceForm form;
    private final RowReader rows;
    private final List<Channel> channels;
    private final int width;
    private final long resolutionNanos;

    /** The rows of the present time, one after the other. */
    private double[] values;
    private int count;
    private int index;
    private long stamp;

    private boolean ahead;
    private long stampAhead;
    private long originNanos;
    private boolean begun;
    private long wrapped;
    private long stepNanos;
    private long sharedTimes;

    TraceReader(TraceForm form) throws TraceException {
        this.form = form;
        this.channels = form.channels().stream().map(ChannelColumn::channel).toList();
        this.width = channels.size();
        this.values = new double[width];
        this.resolutionNanos = form.resolutionNanos();
        this.rows = new RowReader(form);
    }

    /** The channels that the recording has. */
    public List<Channel> channels() {
        return channels;
    }

    /**
     * Goes to the next row.
     *
     * @return false at the end
     * @throws TraceException when a row cannot be read, or is earlier than the one before
     */
    public boolean next() throws TraceException {
        if (index + 1 < count) {
            index++;
            return true;
        }
        if (!begun) {
            ahead = rows.next();
            stampAhead = ahead ? rows.nanos() : 0;
            originNanos = stampAhead;
            begun = true;
        }
        return ahead && takeRowsOfOneTime();
    }

    /** Time of the row since the first row. */
    public long nanos() {
        return stamp - originNanos + index * stepNanos;
    }

    /**
     * When the first row was recorded, nanoseconds since 1970; empty when the file's times only count from somewhere or have no
     * date. Known after the first {@link #next}. A date without a zone is taken to be in {@code zone}.
     */
    public OptionalLong startNanos(ZoneId zone) {
        if (form.timeFormat().isOfDay() || originNanos < LEAST_DATE_NANOS) {
            return OptionalLong.empty();
        }
        if (!form.timeFormat().isLocal()) {
            return OptionalLong.of(originNanos);
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(Math.floorDiv(originNanos, SECOND_NANOS), 0, ZoneOffset.UTC);
        return OptionalLong.of(local.atZone(zone).toEpochSecond() * SECOND_NANOS + Math.floorMod(originNanos,
                SECOND_NANOS));
    }

    /** Value of the channel with this index in the row, in its unit; NaN when it is missing. */
    public double value(int channelIndex) {
        return values[index * width + channelIndex];
    }

    /** What was met so far that is no plain sample. */
    public TraceNotes notes() {
        return rows.notes(sharedTimes);
    }

    private boolean takeRowsOfOneTime() throws TraceException {
        stamp = stampAhead;
        count = 0;
        index = 0;
        do {
            keepRow();
            ahead = rows.next();
            stampAhead = ahead ? unwrapped(rows.nanos()) : stamp;
        } while (ahead && stampAhead == stamp);
        sharedTimes += count - 1;
        // The next row may be nearer than the last digit says, when others have more digits.
        stepNanos = (ahead ? Math.min(resolutionNanos, stampAhead - stamp) : resolutionNanos) / count;
        return true;
    }

    private void keepRow() throws TraceException {
        if (count == MAX_ROWS_OF_ONE_TIME) {
            throw rows.wrong(form.time(), "more than %d rows have the same time".formatted(MAX_ROWS_OF_ONE_TIME));
        }
        if ((count + 1) * width > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        System.arraycopy(rows.values(), 0, values, count * width, width);
        count++;
    }

    /** A time of day begins again at midnight; any other step back is a mistake in the file. */
    private long unwrapped(long nanos) throws TraceException {
        long continued = nanos + wrapped;
        if (form.timeFormat().isOfDay() && continued < stamp - HALF_A_DAY_NANOS) {
            wrapped += DAY_NANOS;
            continued += DAY_NANOS;
        }
        if (continued < stamp) {
            throw rows.wrong(form.time(), "the time is %.6f s before that of the row above, should be later"
                    .formatted((stamp - continued) / 1e9));
        }
        return continued;
    }

    @Override
    public void close() {
        rows.close();
    }
}
