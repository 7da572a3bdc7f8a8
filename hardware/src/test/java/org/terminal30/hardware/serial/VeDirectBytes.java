package org.terminal30.hardware.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Makes the bytes of a BMV: blocks with their checksums, and HEX frames between and in the middle of them. */
public final class VeDirectBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** One block of these fields, "V 12065", with its checksum. */
    public static byte[] block(String... fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            text.append("\r\n").append(field.replace(' ', '\t'));
        }
        byte[] summed = text.append("\r\nChecksum\t").toString().getBytes(StandardCharsets.ISO_8859_1);
        int sum = 0;
        for (byte b : summed) {
            sum += b;
        }
        byte[] whole = Arrays.copyOf(summed, summed.length + 1);
        whole[summed.length] = (byte) -sum;
        return whole;
    }

    /** A main block whose checksum has this value: the value of a field that nobody reads is chosen so. */
    static byte[] blockWithChecksum(int millivolts, byte checksum) {
        for (int filler = 0; filler < 1024; filler++) {
            String text = Character.toString('A' + filler % 26) + "a".repeat(filler / 26);
            byte[] block = block("PID 0x203", "V " + millivolts, "I -7625", "SER# " + text, "FW 0308");
            if (block[block.length - 1] == checksum) {
                return block;
            }
        }
        throw new AssertionError("no block has the checksum " + checksum);
    }

    /** A block of a random BMV: the main one, or the history that comes after it and has no voltage. */
    static byte[] anyBlock(Random random, int millivolts, int milliamperes) {
        return random.nextInt(3) == 0
                ? block("H1 -149322", "H2 " + random.nextInt(99_999), "H7 11733")
                : block("PID 0x203", "V " + millivolts, "VS " + (millivolts - 300), "I " + milliamperes,
                        "SOC " + random.nextInt(1000), "Alarm OFF", "FW 0308");
    }

    static byte[] hexFrame(Random random) {
        StringBuilder frame = new StringBuilder(":A");
        for (int i = random.nextInt(30); i >= 0; i--) {
            frame.append(Character.toUpperCase(Character.forDigit(random.nextInt(16), 16)));
        }
        return frame.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    VeDirectBytes add(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    /** The same bytes with a HEX frame put into them at this place. */
    static byte[] with(byte[] block, byte[] frame, int at) {
        return new VeDirectBytes().add(Arrays.copyOf(block, at)).add(frame)
                .add(Arrays.copyOfRange(block, at, block.length)).toArray();
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }
}
