package org.terminal30.hardware.serial;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/**
 * Makes readings of the frames of a stream: volts of counts as the front-end describes them, even times, and the number of rows
 * that are missing. Rows are numbered by the front-end, so what is lost is known exactly, whether a frame was damaged on its
 * way or a buffer of the front-end ran over.
 *
 * <p>A frame that goes back is a repetition. One that goes back further than {@value #MAX_REPEATED_ROWS} rows, or belongs to
 * another run, comes from a front-end that has started anew.
 */
final class StreamRows {
    static final int MAX_REPEATED_ROWS = 65_536;
    private static final int UNUSED = -1;
    private static final long WRAP_MICROS = 1L << 32;

    private final List<Channel> channels;
    private final RowClock clock = new RowClock();
    private final double[] readings;
    private @Nullable StreamDescription description;
    /** Index of the channel of each count of a row. */
    private int[] channelOfInput = {};
    private boolean begun;
    private int run;
    private int lastFirstRow;
    private int nextRow;
    private long repeated;
    private long misfits;

    /** @param channels the channels asked for; readings are given in this order */
    StreamRows(List<Channel> channels) {
        this.channels = List.copyOf(channels);
        this.readings = new double[channels.size()];
    }

    /** Takes what the front-end says about itself. */
    void describe(StreamDescription described) {
        description = described;
        channelOfInput = described.inputs().stream()
                .mapToInt(input -> Channel.ofWireName(input.name()).map(channels::indexOf).orElse(UNUSED)).toArray();
    }

    /** Channels asked for that the front-end does not have; all of them before it has described itself. */
    List<Channel> missing() {
        return channels.stream().filter(
                channel -> Arrays.stream(channelOfInput).noneMatch(index -> index == channels.indexOf(channel)))
                .toList();
    }

    /** Takes the next frame; false when nothing can be made of it. */
    boolean add(SampleFrame frame, Dialogue.Actions actions) {
        StreamDescription described = description;
        if (described == null || described.run() != frame.run()) {
            // Nobody knows what its counts mean, until the front-end repeats its description.
            return false;
        }
        int ahead = frame.firstRow() - nextRow;
        if (frame.channels() != described.inputs().size()) {
            misfits++;
            return false;
        }
        if (begun && (frame.run() != run || ahead < -MAX_REPEATED_ROWS)) {
            begun = false;
            clock.restart();
            actions.restarted();
            actions.lost(Math.max(1, Integer.toUnsignedLong(frame.firstRow())));
        } else if (begun && ahead < 0) {
            repeated++;
            return false;
        } else if (begun && ahead > 0) {
            actions.lost(ahead);
        }
        take(frame, described, actions);
        return true;
    }

    private void take(SampleFrame frame, StreamDescription described, Dialogue.Actions actions) {
        long rowsSince = begun ? frame.firstRow() - lastFirstRow : 0;
        long nanos = clock.place(frame.micros(), rowsSince, frame.intervalNanos());
        begun = true;
        run = frame.run();
        lastFirstRow = frame.firstRow();
        nextRow = lastFirstRow + frame.rows();
        for (int row = 0; row < frame.rows(); row++) {
            read(frame, row, described);
            actions.row(Math.floorMod(nanos / 1000, WRAP_MICROS), readings);
            nanos += frame.intervalNanos();
        }
    }

    private void read(SampleFrame frame, int row, StreamDescription described) {
        Arrays.fill(readings, Double.NaN);
        for (int input = 0; input < channelOfInput.length; input++) {
            int channel = channelOfInput[input];
            if (channel != UNUSED) {
                readings[channel] = described.inputs().get(input).value(frame.count(row, input));
            }
        }
    }

    /** Another front-end may be at the other end now. */
    void reset() {
        clock.restart();
        begun = false;
        description = null;
        channelOfInput = new int[0];
    }

    /** Frames that came a second time. */
    long repeated() {
        return repeated;
    }

    /** Frames that contradict their description. */
    long misfits() {
        return misfits;
    }
}
