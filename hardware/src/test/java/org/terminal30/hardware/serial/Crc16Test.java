package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Crc16Test {
    private static final int LONGEST = CobsSplitter.MAX_FRAME_BYTES;

    @Test
    void checkValueOfTheCatalogue_comesOut() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc16.of(digits, 0, digits.length)).isEqualTo(0x29B1);
        assertThat(Crc16.of(digits, 0, 0)).isEqualTo(0xFFFF);
    }

    @Test
    void upToThreeBitsOfTheLongestFrame_neverGoUnseen() {
        long seed = 30;
        Random random = new Random(seed);
        byte[] frame = new byte[LONGEST];
        random.nextBytes(frame);
        int crc = Crc16.of(frame, 0, LONGEST);
        for (int trial = 0; trial < 20_000; trial++) {
            int[] bits = random.ints(1 + trial % 3, 0, 8 * LONGEST).distinct().toArray();
            flip(frame, bits);
            assertThat(Crc16.of(frame, 0, LONGEST)).as("seed %d, bits %s", seed, bits).isNotEqualTo(crc);
            flip(frame, bits);
        }
    }

    @Test
    void burstOfUpToSixteenBits_neverGoesUnseen() {
        long seed = 31;
        Random random = new Random(seed);
        byte[] frame = new byte[LONGEST];
        random.nextBytes(frame);
        int crc = Crc16.of(frame, 0, LONGEST);
        for (int trial = 0; trial < 20_000; trial++) {
            int at = random.nextInt(8 * LONGEST - 16);
            int[] bits = random.ints(0, 16).limit(6).distinct().map(bit -> at + bit).toArray();
            flip(frame, bits);
            assertThat(Crc16.of(frame, 0, LONGEST)).as("seed %d, bits %s", seed, bits).isNotEqualTo(crc);
            flip(frame, bits);
        }
    }

    private static void flip(byte[] frame, int[] bits) {
        for (int bit : bits) {
            frame[bit / 8] ^= (byte) (0x80 >> bit % 8);
        }
    }
}
