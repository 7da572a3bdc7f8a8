package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class TextDecoderTest {
    private static final String HEADER = "# t30 us onboard backup\n";

    private final TextDecoder decoder = new TextDecoder(List.of(Channel.ONBOARD, Channel.BACKUP));
    private final RecordedRows rows = new RecordedRows();

    /** Keeps rows as text: microseconds, then the readings of onboard and backup. */
    private static final class RecordedRows implements TextDecoder.RowSink {
        final List<String> taken = new ArrayList<>();
        final List<List<Channel>> missing = new ArrayList<>();

        @Override
        public void row(long deviceMicros, double[] readings) {
            taken.add(deviceMicros + " " + Arrays.toString(readings));
        }

        @Override
        public void header(List<Channel> missingChannels) {
            missing.add(missingChannels);
        }
    }

    private void feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        decoder.feed(bytes, bytes.length, rows);
    }

    @Test
    void linesAfterAHeader_areTakenByItsColumns() {
        feed("# t30 us backup onboard\n1000,12.1,12.7\r\n2163,12.2,12.8\n");

        assertThat(rows.taken).containsExactly("1000 [12.7, 12.1]", "2163 [12.8, 12.2]");
        assertThat(decoder.malformed()).isZero();
    }

    @Test
    void headerWithoutMicroseconds_makesRowsWithoutThem() {
        feed("# t30 onboard backup\n12.7,12.1\n");

        assertThat(rows.taken).containsExactly("-1 [12.7, 12.1]");
    }

    @Test
    void headerWithOtherColumns_isHonouredForTheChannelsAskedFor() {
        feed("# t30 us coolant onboard radio\n1000,88.5,12.7,12.6\n");

        assertThat(rows.taken).containsExactly("1000 [12.7, NaN]");
        assertThat(rows.missing).containsExactly(List.of(Channel.BACKUP));
    }

    @Test
    void headerThatNamesNothingOrAColumnTwice_isMalformedAndTheOneBeforeStays() {
        feed(HEADER + "# t30\n# t30 us\n# t30 us onboard onboard\n1000,12.7,12.1\n");

        assertThat(decoder.malformed()).isEqualTo(3);
        assertThat(rows.taken).containsExactly("1000 [12.7, 12.1]");
    }

    @Test
    void linesBeforeAnyHeader_areTakenInConfiguredOrderOnceThreeAgree() {
        feed("cut,\n1000,12.1,12.2\n2000,12.3,12.4\n3000,12.5,12.6\n4000,12.7,12.8\n");

        assertThat(rows.taken).containsExactly("3000 [12.5, 12.6]", "4000 [12.7, 12.8]");
    }

    @Test
    void linesWithoutMicrosecondsBeforeAnyHeader_areTakenToo() {
        feed("6\n12.1,12.2\n12.3,12.4\n12.5,12.6\n");

        assertThat(rows.taken).containsExactly("-1 [12.5, 12.6]");
    }

    @Test
    void firstLine_mayBeTheRestOfOneAndIsLeftOutUncounted() {
        feed("2.60,12.61\n" + HEADER + "5,12.7,12.1\n");

        assertThat(rows.taken).containsExactly("5 [12.7, 12.1]");
        assertThat(decoder.malformed()).isZero();
    }

    @Test
    void lineCutByAReset_isNotJoinedToWhatFollows() {
        feed(HEADER + "1000,12.7,1");
        decoder.reset();
        feed("2.1\n" + HEADER + "2000,12.7,12.1\n");

        assertThat(rows.taken).containsExactly("2000 [12.7, 12.1]");
    }

    @Test
    void malformedLines_areCountedAndTheGoodOnesAroundThemStay() {
        feed(HEADER + "1,12.7,12.1\n2,12.7\n3,12.7,12.1,9\n4,nan,12.1\n5,12.7,0x1p3\n1.5,12.7,12.1\n-6,12.7,12.1\n"
                + "4294967296,12.7,12.1\n\u00ff\u0000\n\n# a comment\n8,12.8,12.2\n");

        assertThat(rows.taken).containsExactly("1 [12.7, 12.1]", "8 [12.8, 12.2]");
        assertThat(decoder.malformed()).isEqualTo(8);
    }

    @Test
    void floodWithoutLineEnd_isCountedStretchByStretchAndForgotten() {
        feed(HEADER + "1".repeat(10 * LineSplitter.MAX_LINE_BYTES) + ",12.7,12.1\n7,12.7,12.1\n");

        assertThat(rows.taken).containsExactly("7 [12.7, 12.1]");
        assertThat(decoder.malformed()).isEqualTo(10);
    }

    @Test
    void chunking_changesNothing() {
        StringBuilder stream = new StringBuilder("garbage\r\n" + HEADER);
        long seed = 4711;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            stream.append(i * 1163L).append(",12.").append(random.nextInt(1000)).append(",11.")
                    .append(random.nextInt(1000)).append(random.nextBoolean() ? "\r\n" : "\n");
            if (random.nextInt(20) == 0) {
                stream.append(random.nextInt()).append(",x\n");
            }
        }
        feed(stream.toString());
        var cut = new TextDecoder(List.of(Channel.ONBOARD, Channel.BACKUP));
        var cutRows = new RecordedRows();
        byte[] bytes = stream.toString().getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length;) {
            byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(40)));
            cut.feed(chunk, chunk.length, cutRows);
            at += chunk.length;
        }

        assertThat(cutRows.taken).as("seed %d", seed).isEqualTo(rows.taken).hasSize(500);
        assertThat(cut.malformed()).isEqualTo(decoder.malformed()).isPositive();
    }

    @Test
    void streamOfRandomBytes_neverMakesARow() {
        long seed = 815;
        byte[] noise = new byte[200_000];
        new Random(seed).nextBytes(noise);
        feed(HEADER);
        decoder.feed(noise, noise.length, rows);

        assertThat(rows.taken).as("seed %d", seed).isEmpty();
        assertThat(decoder.malformed()).isGreaterThan(100);
    }
}
