package org.terminal30.hardware.serial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CobsSplitterTest {
    private static final HexFormat HEX = HexFormat.of();

    private final CobsSplitter splitter = new CobsSplitter();
    private final List<String> frames = new ArrayList<>();

    private void feed(byte[] bytes) {
        splitter.feed(bytes, bytes.length, new CobsSplitter.FrameSink() {
            @Override
            public void frame(byte[] buffer, int length) {
                frames.add(HEX.formatHex(buffer, 0, length));
            }

            @Override
            public void damaged() {
                frames.add("damaged");
            }
        });
    }

    /** The examples of the paper and of its entry in Wikipedia. */
    @ParameterizedTest
    @CsvSource({"010100, 00", "01010100, 0000", "0301020100, 010200", "03112202 3300, 11220033",
            "0511223344 00, 11223344",
            "021101010100, 11000000"})
    void stuffedBytes_areThoseOfTheFrame(String wire, String plain) {
        feed(HEX.parseHex(wire.replace(" ", "")));
        assertThat(frames).containsExactly(plain);
        assertThat(StreamEncoder.wire(HEX.parseHex(plain))).isEqualTo(HEX.parseHex(wire.replace(" ", "")));
    }

    @Test
    void anyBytesOfAnyLength_comeBackThroughAnyCuts() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] plain = new byte[1 + random.nextInt(CobsSplitter.MAX_FRAME_BYTES)];
            random.nextBytes(plain);
            if (seed % 2 == 0) {
                // Long stretches with few zeros, and with none: blocks of 254 bytes.
                for (int i = 0; i < plain.length; i++) {
                    plain[i] = plain[i] == 0 && random.nextInt(4) > 0 ? 1 : plain[i];
                }
            }
            frames.clear();
            byte[] wire = StreamEncoder.wire(plain);
            for (int at = 0; at < wire.length;) {
                int end = Math.min(wire.length, at + 1 + random.nextInt(50));
                feed(Arrays.copyOfRange(wire, at, end));
                at = end;
            }
            assertThat(frames).as("seed %d", seed).containsExactly(HEX.formatHex(plain));
        }
    }

    @Test
    void exactlyTwoHundredFiftyFourBytes_haveNoZeroAfterThem() {
        byte[] plain = new byte[254];
        Arrays.fill(plain, (byte) 7);
        feed(StreamEncoder.wire(plain));
        assertThat(frames).containsExactly(HEX.formatHex(plain));
    }

    @Test
    void stuffingThatDoesNotComeOutEven_isDamagedAndTheNextFrameIsWhole() {
        feed(HEX.parseHex("0511223300" + "03112200"));
        assertThat(frames).containsExactly("damaged", "1122");
    }

    @Test
    void frameLongerThanTheLongest_isDamagedOnceAndTheNextFrameIsWhole() {
        byte[] flood = new byte[100_000];
        Arrays.fill(flood, (byte) 1);
        feed(flood);
        assertThat(frames).isEmpty();
        feed(HEX.parseHex("00" + "03112200"));
        assertThat(frames).containsExactly("damaged", "1122");
    }

    @Test
    void zerosBetweenFrames_areNothing() {
        feed(HEX.parseHex("000000" + "03112200" + "0000"));
        assertThat(frames).containsExactly("1122");
    }
}
