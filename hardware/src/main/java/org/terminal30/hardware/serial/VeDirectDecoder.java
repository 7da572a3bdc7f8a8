package org.terminal30.hardware.serial;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the text blocks of a Victron product from a stream of bytes, cut anywhere. After Victron's "VE.Direct Protocol": a field
 * is {@code \r\n<label>\t<value>}, the last field of a block is {@code Checksum} with one byte of any value, and all bytes of the
 * block sum to 0 modulo 256. HEX frames, {@code :<hexadecimal digits>\n}, come anywhere, in the middle of a field too, and
 * belong to no block. Pure: no port, no clock.
 *
 * <p>The first block after the beginning or a {@link #reset()} is usually cut short: when it is wrong it is left out without
 * being counted.
 */
final class VeDirectDecoder {
    /** A block of any product has at most 22 fields. */
    static final int MAX_FIELDS = 32;
    static final int MAX_LABEL_BYTES = 16;
    static final int MAX_VALUE_BYTES = 64;
    static final int MAX_HEX_DIGITS = 256;
    private static final String CHECKSUM = "Checksum";

    /** Takes the blocks of a stream in their order. */
    @FunctionalInterface
    interface BlockSink {
        /** The fields of a whole block by their labels, without the checksum; reused after this returns. */
        void block(Map<String, String> fields);
    }

    private enum State {
        /** A carriage return begins a field. */
        BEGIN,
        LINE_FEED,
        LABEL,
        VALUE,
        /** The next byte is the checksum. */
        CHECKSUM,
        /** In a field of a damaged block. */
        SKIP
    }

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final StringBuilder label = new StringBuilder(MAX_LABEL_BYTES);
    private final StringBuilder value = new StringBuilder(MAX_VALUE_BYTES);
    private State state = State.BEGIN;
    private boolean inHex;
    private int hexDigits;
    private int sum;
    private boolean damaged;
    private boolean first = true;
    private long malformed;

    void feed(byte[] bytes, int count, BlockSink sink) {
        for (int i = 0; i < count; i++) {
            take(bytes[i], sink);
        }
    }

    private void take(byte b, BlockSink sink) {
        if (inHex) {
            hex(b, sink);
        } else if (b == ':' && !(state == State.CHECKSUM && completes(b))) {
            inHex = true;
            hexDigits = 0;
        } else {
            text(b, sink);
        }
    }

    private boolean completes(byte b) {
        return (sum + b & 0xFF) == 0;
    }

    private void hex(byte b, BlockSink sink) {
        if (b == '\n' && hexDigits > 0) {
            inHex = false;
        } else if (Character.digit(b, 16) >= 0 && hexDigits < MAX_HEX_DIGITS) {
            hexDigits++;
        } else {
            // Not a HEX frame after all: noise, or a colon that was a wrong checksum.
            inHex = false;
            damaged = true;
            if (state == State.CHECKSUM) {
                endBlock(sink);
            }
            take(b, sink);
        }
    }

    private void text(byte b, BlockSink sink) {
        sum += b;
        switch (state) {
            case BEGIN -> expect(b, '\r', State.LINE_FEED);
            case LINE_FEED -> expect(b, '\n', State.LABEL);
            case LABEL -> label(b);
            case VALUE -> value(b);
            case SKIP -> resume(b);
            case CHECKSUM -> {
                damaged |= (sum & 0xFF) != 0;
                endBlock(sink);
            }
        }
        if (state == State.LABEL && b == '\n') {
            label.setLength(0);
            value.setLength(0);
        }
    }

    private void expect(byte b, char expected, State next) {
        if (b == expected) {
            state = next;
        } else {
            damage(b);
        }
    }

    private void label(byte b) {
        if (b == '\t') {
            state = label.toString().equals(CHECKSUM) ? State.CHECKSUM : State.VALUE;
        } else if (b == '\r' || b == '\n' || label.length() == MAX_LABEL_BYTES) {
            damage(b);
        } else {
            label.append((char) (b & 0xFF));
        }
    }

    private void value(byte b) {
        if (b == '\r') {
            endField();
            state = State.LINE_FEED;
        } else if (b == '\n' || b == '\t' || value.length() == MAX_VALUE_BYTES) {
            damage(b);
        } else {
            value.append((char) (b & 0xFF));
        }
    }

    private void endField() {
        if (fields.size() == MAX_FIELDS) {
            damaged = true;
        } else if (fields.put(label.toString(), value.toString()) != null) {
            // No block has a label twice: the end of one and the beginning of the next were lost.
            damaged = true;
        }
    }

    private void damage(byte b) {
        damaged = true;
        resume(b);
    }

    /** The checksum of a damaged block is looked for field by field, so that the block after it is whole. */
    private void resume(byte b) {
        state = b == '\r' ? State.LINE_FEED : b == '\n' ? State.LABEL : State.SKIP;
    }

    private void endBlock(BlockSink sink) {
        if (!damaged && !fields.isEmpty()) {
            sink.block(fields);
        } else if (!first) {
            malformed++;
        }
        begin();
        first = false;
    }

    private void begin() {
        state = State.BEGIN;
        fields.clear();
        sum = 0;
        damaged = false;
    }

    /** Blocks that were damaged or whose bytes do not sum to 0, without the first one of a connection. */
    long malformed() {
        return malformed;
    }

    /** Forgets the block begun: the stream was interrupted. */
    void reset() {
        begin();
        inHex = false;
        first = true;
    }
}
