package org.terminal30.hardware.serial;

import java.util.Arrays;
import java.util.Optional;

import org.terminal30.hardware.serial.CobsSplitter.FrameSink;

/**
 * Reads the frames of a streaming front-end (docs/stream.md) from a stream of bytes, cut anywhere. What is not such a frame is
 * counted and left out: no sample is taken from a frame whose CRC is wrong. Pure: no port, no clock. Allocates nothing for a
 * sample frame, nor for a description that says what the one before said.
 *
 * <p>What stands before the first zero may be the rest of a frame cut in two, and is left out without being counted.
 */
final class StreamDecoder {
    static final int VERSION = 1;
    static final byte SAMPLES = VERSION << 4 | 1;
    static final byte DESCRIPTION = VERSION << 4 | 2;
    static final int CRC_BYTES = 2;

    /** Takes the frames of a stream in their order. */
    interface StreamSink {
        /** A description came that differs from the one before it, or the first. */
        void described(StreamDescription description);

        /** Rows came; the view is reused after this returns. */
        void samples(SampleFrame frame);
    }

    private final CobsSplitter splitter = new CobsSplitter();
    private final SampleFrame samples = new SampleFrame();
    private byte[] lastDescription = new byte[0];
    private boolean first = true;
    private long malformed;
    private long otherVersions;

    void feed(byte[] bytes, int count, StreamSink sink) {
        splitter.feed(bytes, count, new FrameSink() {
            @Override
            public void frame(byte[] buffer, int length) {
                decode(buffer, length, sink);
                first = false;
            }

            @Override
            public void damaged() {
                refuse();
                first = false;
            }
        });
    }

    private void decode(byte[] frame, int length, StreamSink sink) {
        int end = length - CRC_BYTES;
        if (end < 1 || Crc16.of(frame, 0, end) != Short.toUnsignedInt((short) SampleFrame.SHORT.get(frame, end))) {
            refuse();
        } else if (frame[0] == SAMPLES) {
            if (samples.view(frame, end)) {
                sink.samples(samples);
            } else {
                refuse();
            }
        } else if (frame[0] == DESCRIPTION) {
            description(frame, end, sink);
        } else if (frame[0] >> 4 != VERSION) {
            otherVersions++;
        }
        // Another type of our version is one that later firmware may send beside these two.
    }

    private void description(byte[] frame, int length, StreamSink sink) {
        if (Arrays.equals(frame, 0, length, lastDescription, 0, lastDescription.length)) {
            return;
        }
        Optional<StreamDescription> description = StreamDescription.read(frame, length);
        if (description.isEmpty()) {
            refuse();
            return;
        }
        lastDescription = Arrays.copyOf(frame, length);
        sink.described(description.get());
    }

    private void refuse() {
        if (!first) {
            malformed++;
        }
    }

    /** Pieces between two zeros that were no frame. */
    long malformed() {
        return malformed;
    }

    /** Undamaged frames of a version that this decoder does not know. */
    long otherVersions() {
        return otherVersions;
    }

    /** Forgets the frame begun and the description: another device may be at the other end now. */
    void reset() {
        splitter.reset();
        lastDescription = new byte[0];
        first = true;
    }
}
