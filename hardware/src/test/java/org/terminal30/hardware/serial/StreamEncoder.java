package org.terminal30.hardware.serial;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A streaming front-end as docs/stream.md has it, without the converter: bytes of frames, the zero at their end included. */
public final class StreamEncoder {
    private static final int MICRO_NANOS = 1000;

    private final StreamDescription description;
    private long row;
    private long nanos;

    StreamEncoder(StreamDescription description) {
        this.description = description;
    }

    /** A front-end with {@code volts = count / 4096 × 33}, whatever its run. */
    public static StreamEncoder of(int run, double rateHertz, String... channels) {
        return new StreamEncoder(new StreamDescription(run, Math.round(1e9 / rateHertz),
                Arrays.stream(channels).map(name -> new StreamDescription.Input(name, 33 / 4096f, 0)).toList(),
                "test 1"));
    }

    /** The count that {@link #of} makes of a voltage. */
    public static int countOf(double volts) {
        return (int) Math.round(volts / (33 / 4096f));
    }

    /** Where the run stands: rows measured, and the device's clock in microseconds, which may be more than fit the frame. */
    StreamEncoder at(long atRow, long atMicros) {
        row = atRow;
        nanos = atMicros * MICRO_NANOS;
        return this;
    }

    /** Rows of the run so far. */
    long row() {
        return row;
    }

    public byte[] description() {
        return wire(plainDescription());
    }

    byte[] plainDescription() {
        ByteBuffer out = buffer();
        out.put((byte) 0x12).putShort((short) description.run()).putInt((int) description.intervalNanos());
        out.put((byte) description.inputs().size());
        for (StreamDescription.Input input : description.inputs()) {
            out.putFloat((float) input.voltsPerCount()).putFloat((float) input.offsetVolts());
            text(out, input.name());
        }
        text(out, description.firmware());
        return withCrc(out);
    }

    private static void text(ByteBuffer out, String text) {
        out.put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Rows after each other, each with a count of every channel. */
    public byte[] samples(int... counts) {
        return wire(plainSamples(counts));
    }

    byte[] plainSamples(int... counts) {
        int channels = description.inputs().size();
        ByteBuffer out = buffer();
        out.put((byte) 0x11).putShort((short) description.run()).putInt((int) row)
                .putInt((int) (nanos / MICRO_NANOS));
        out.putInt((int) description.intervalNanos()).put((byte) channels);
        for (int count : counts) {
            out.putShort((short) count);
        }
        skip(counts.length / channels);
        return withCrc(out);
    }

    /** The converter goes on, but nothing is sent. */
    public void skip(int rows) {
        row += rows;
        nanos += rows * description.intervalNanos();
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(4 * CobsSplitter.MAX_FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] withCrc(ByteBuffer out) {
        int crc = 0xFFFF;
        for (int i = 0; i < out.position(); i++) {
            crc ^= (out.get(i) & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        out.putShort((short) crc);
        byte[] frame = new byte[out.position()];
        out.flip().get(frame);
        return frame;
    }

    /** Stuffed, and a zero after it. */
    static byte[] wire(byte[] plain) {
        var out = new ByteArrayOutputStream();
        var block = new ByteArrayOutputStream();
        for (byte b : plain) {
            if (b != 0) {
                block.write(b);
            }
            if (b == 0 || block.size() == 254) {
                end(block, out);
            }
        }
        end(block, out);
        out.write(0);
        return out.toByteArray();
    }

    private static void end(ByteArrayOutputStream block, ByteArrayOutputStream out) {
        out.write(block.size() + 1);
        out.writeBytes(block.toByteArray());
        block.reset();
    }
}
