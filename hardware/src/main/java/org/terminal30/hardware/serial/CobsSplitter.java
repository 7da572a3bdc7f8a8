package org.terminal30.hardware.serial;

/**
 * Cuts a stream of bytes at its zeros and undoes the byte stuffing between them (COBS, Cheshire and Baker 1999), wherever the
 * chunks of the stream happen to end. Allocates nothing after its construction.
 */
final class CobsSplitter {
    /** The longest frame, before stuffing. */
    static final int MAX_FRAME_BYTES = 1024;
    /** A block of that code is full and has no zero after it. */
    private static final int FULL_BLOCK = 0xFF;

    /** Takes what stood between two zeros. */
    interface FrameSink {
        /** The buffer holds {@code length} bytes, at least one, and is reused after this returns. */
        void frame(byte[] buffer, int length);

        /** The stuffing does not come out even, or the frame is longer than {@value CobsSplitter#MAX_FRAME_BYTES} bytes. */
        void damaged();
    }

    private final byte[] frame = new byte[MAX_FRAME_BYTES];
    private int length;
    private int code;
    /** Bytes of the current block still to come. */
    private int remaining;
    private boolean discarding;

    CobsSplitter() {
        reset();
    }

    void feed(byte[] bytes, int count, FrameSink sink) {
        for (int i = 0; i < count; i++) {
            byte b = bytes[i];
            if (b == 0) {
                end(sink);
            } else if (!discarding && !taken(b)) {
                discarding = true;
            }
        }
    }

    /** False when there is no room left. */
    private boolean taken(byte b) {
        if (remaining > 0) {
            remaining--;
            return append(b);
        }
        boolean fits = code == FULL_BLOCK || append((byte) 0);
        code = b & 0xFF;
        remaining = code - 1;
        return fits;
    }

    private boolean append(byte b) {
        if (length == MAX_FRAME_BYTES) {
            return false;
        }
        frame[length++] = b;
        return true;
    }

    private void end(FrameSink sink) {
        if (discarding || remaining > 0) {
            reset();
            sink.damaged();
        } else if (length > 0) {
            int whole = length;
            reset();
            sink.frame(frame, whole);
        } else {
            // Nothing, or nothing but a code: zeros may be sent at will, to let a receiver find the beginning.
            reset();
        }
    }

    /** Forgets the frame begun: what follows comes from another connection. */
    void reset() {
        length = 0;
        // As after a full block: the first code has no zero before it.
        code = FULL_BLOCK;
        remaining = 0;
        discarding = false;
    }
}
