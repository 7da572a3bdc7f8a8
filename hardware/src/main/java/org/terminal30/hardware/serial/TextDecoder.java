package org.terminal30.hardware.serial;

import java.util.Arrays;
import java.util.List;

import org.terminal30.hardware.sample.Channel;

/**
 * Reads the text line of a front-end from a stream of bytes, cut anywhere: header {@code # t30 us onboard backup}, then
 * {@code <device microseconds>,<volts>,<volts>}, with or without the microseconds. What is not such a line is counted and left
 * out. Pure: no port, no clock. Allocates nothing for a line of numbers.
 *
 * <p>The first line after the beginning or a {@link #reset()} may be the rest of one cut in two and is left out without being
 * counted, unless it is a comment.
 */
final class TextDecoder {
    /** Takes the rows of a stream in their order. */
    interface RowSink {
        /**
         * One line of numbers.
         *
         * @param deviceMicros as written by the device, wrapping at 2^32, or {@link Dialogue#NO_MICROS}
         * @param readings by the index of the channel, NaN where the line has none; reused after this returns
         */
        void row(long deviceMicros, double[] readings);

        /** A header was taken: the device may have started anew. */
        void header(List<Channel> missing);
    }

    private static final long MAX_MICROS = (1L << 32) - 1;

    private final LineSplitter splitter = new LineSplitter();
    private final NumberColumns numbers = new NumberColumns();
    private final ColumnLayout layout;
    private final double[] readings;
    private boolean first = true;
    private long malformed;

    TextDecoder(List<Channel> channels) {
        this.layout = new ColumnLayout(channels);
        this.readings = new double[channels.size()];
    }

    void feed(byte[] bytes, int count, RowSink sink) {
        splitter.feed(bytes, count, new LineSplitter.LineSink() {
            @Override
            public void line(byte[] buffer, int length) {
                decode(buffer, length, sink);
                first = false;
            }

            @Override
            public void overlong() {
                malformed++;
                first = false;
            }
        });
    }

    private void decode(byte[] line, int length, RowSink sink) {
        if (length == 0) {
            return;
        }
        if (line[0] == '#') {
            comment(line, length, sink);
        } else if (!first) {
            numbers(line, length, sink);
        }
    }

    private void comment(byte[] line, int length, RowSink sink) {
        if (!ColumnLayout.isHeader(line, length)) {
            return;
        }
        if (layout.header(line, length)) {
            sink.header(layout.missing());
        } else {
            malformed++;
        }
    }

    private void numbers(byte[] line, int length, RowSink sink) {
        boolean readable = numbers.read(line, length);
        if (!readable || !layout.fits(numbers)) {
            if (!readable || !layout.isUndecidedAbout(numbers.count())) {
                malformed++;
            }
            return;
        }
        int shift = layout.hasMicros() ? 1 : 0;
        if (shift == 1 && numbers.value(0) > MAX_MICROS) {
            malformed++;
            return;
        }
        Arrays.fill(readings, Double.NaN);
        for (int column = shift; column < numbers.count(); column++) {
            int channel = layout.channelAt(column - shift);
            if (channel != ColumnLayout.UNUSED) {
                readings[channel] = numbers.value(column);
            }
        }
        sink.row(shift == 1 ? (long) numbers.value(0) : Dialogue.NO_MICROS, readings);
    }

    /** Lines, and stretches without a line end, that could not be read. */
    long malformed() {
        return malformed;
    }

    /** Forgets the line begun and the columns: the stream was interrupted. */
    void reset() {
        splitter.reset();
        layout.reset();
        first = true;
    }
}
