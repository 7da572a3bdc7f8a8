package org.terminal30.hardware.serial;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StreamDecoderTest {
    private final StreamDecoder decoder = new StreamDecoder();
    private final List<String> seen = new ArrayList<>();
    private final StreamEncoder device = StreamEncoder.of(77, 20_000, "onboard", "backup");

    private void feed(byte[] bytes) {
        decoder.feed(bytes, bytes.length, new StreamDecoder.StreamSink() {
            @Override
            public void described(StreamDescription description) {
                seen.add("described " + description.inputs().size());
            }

            @Override
            public void samples(SampleFrame frame) {
                int last = frame.rows() - 1;
                seen.add("row %d at %d us: %d rows, %d..%d".formatted(frame.firstRow(), frame.micros(), frame.rows(),
                        frame.count(0, 0), frame.count(last, frame.channels() - 1)));
            }
        });
    }

    @Test
    void framesOfBothKinds_areReadWithEveryField() {
        feed(device.description());
        feed(device.samples(0, 65_535, 3, 4));
        feed(device.samples(5, 6));
        assertThat(seen).containsExactly("described 2", "row 0 at 0 us: 2 rows, 0..4", "row 2 at 100 us: 1 rows, 5..6");
        assertThat(decoder.malformed()).isZero();
    }

    @Test
    void descriptionThatSaysTheSame_isNotToldAgain() {
        feed(device.description());
        feed(device.description());
        feed(StreamEncoder.of(78, 20_000, "onboard").description());
        assertThat(seen).containsExactly("described 2", "described 1");
    }

    @Test
    void streamCutAnywhere_givesTheSameFrames() {
        byte[] stream = noisyStream(new Random(9));
        feed(stream);
        List<String> whole = List.copyOf(seen);
        long malformed = decoder.malformed();
        assertThat(whole).hasSizeGreaterThan(50);
        assertThat(malformed).isGreaterThan(10);

        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            decoder.reset();
            seen.clear();
            long before = decoder.malformed();
            for (int at = 0; at < stream.length;) {
                int end = Math.min(stream.length, at + 1 + random.nextInt(1 + (int) seed * 10));
                feed(Arrays.copyOfRange(stream, at, end));
                at = end;
            }
            assertThat(seen).as("seed %d", seed).isEqualTo(whole);
            assertThat(decoder.malformed() - before).as("seed %d", seed).isEqualTo(malformed);
        }
    }

    private byte[] noisyStream(Random random) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(device.description());
        for (int frame = 0; frame < 100; frame++) {
            byte[] bytes = device.samples(random.ints(2L * (1 + random.nextInt(250)), 0, 65_536).toArray());
            if (frame % 4 == 1) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            }
            stream.writeBytes(bytes);
        }
        return stream.toByteArray();
    }

    @Test
    void everySingleBitThatFlips_isCountedAndNeverASample() {
        feed(device.description());
        int[] counts = new Random(4).ints(200, 0, 4096).toArray();
        byte[] good = device.samples(counts);
        seen.clear();
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            long before = decoder.malformed();
            feed(bad);
            feed(new byte[1]);
            assertThat(decoder.malformed()).as("bit %d", bit).isGreaterThan(before);
        }
        assertThat(seen).isEmpty();
        feed(good);
        assertThat(seen).hasSize(1);
    }

    @Test
    void bytesChangedDroppedDoubledOrSwapped_areCountedAndNeverASample() {
        feed(device.description());
        byte[] good = device.samples(new Random(4).ints(200, 0, 4096).toArray());
        seen.clear();
        for (long seed = 0; seed < 20_000; seed++) {
            byte[] bad = damaged(good, new Random(seed));
            if (Arrays.equals(bad, good)) {
                continue;
            }
            long before = decoder.malformed();
            feed(bad);
            feed(new byte[1]);
            assertThat(seen).as("seed %d", seed).isEmpty();
            assertThat(decoder.malformed()).as("seed %d", seed).isGreaterThan(before);
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        int at = random.nextInt(good.length - 2);
        int length = 1 + random.nextInt(Math.min(40, good.length - 1 - at));
        var bad = new ByteArrayOutputStream();
        bad.write(good, 0, at);
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                bad.writeBytes(noise);
            }
            case 1 -> {
                bad.write(good, at, length);
                bad.write(good, at, length);
            }
            case 2 -> {
                bad.write(good[at + 1]);
                bad.write(good[at]);
                length = 2;
            }
            default -> {
                // Left out.
            }
        }
        bad.write(good, at + length, good.length - at - length);
        return bad.toByteArray();
    }

    @Test
    void noise_isNeverAFrame() {
        for (long seed = 0; seed < 100; seed++) {
            byte[] noise = new byte[20_000];
            new Random(seed).nextBytes(noise);
            feed(noise);
            assertThat(seen).as("seed %d", seed).isEmpty();
        }
        assertThat(decoder.malformed()).isGreaterThan(1_000);
    }

    @Test
    void joinedInTheMiddleOfAFrame_theRestIsNotCountedAndTheNextIsRead() {
        byte[] cut = device.samples(1, 2, 3, 4);
        feed(Arrays.copyOfRange(cut, 7, cut.length));
        feed(device.samples(5, 6));
        assertThat(seen).containsExactly("row 2 at 100 us: 1 rows, 5..6");
        assertThat(decoder.malformed()).isZero();
    }

    @Test
    void undamagedFrameThatContradictsItself_isCounted() {
        byte[] noChannels = {0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, (byte) 0xC3, 0, 0, 0, 1, 2};
        byte[] halfARow = {0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, (byte) 0xC3, 0, 0, 2, 1, 2};
        byte[] noRows = {0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x50, (byte) 0xC3, 0, 0, 2};
        byte[] tooFast = {0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2};
        byte[] cutDescription = {0x12, 0, 0, 0x50, (byte) 0xC3, 0, 0, 1, 0, 0};
        feed(device.description());
        seen.clear();
        for (byte[] wrong : List.of(noChannels, halfARow, noRows, tooFast, cutDescription)) {
            long before = decoder.malformed();
            feed(withCrc(wrong));
            assertThat(decoder.malformed()).isEqualTo(before + 1);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void typeToCome_isPassedOverAndAnotherVersionIsCounted() {
        feed(withCrc(new byte[]{0x13, 1, 2, 3}));
        assertThat(decoder.otherVersions()).isZero();
        feed(withCrc(new byte[]{0x21, 1, 2, 3}));
        assertThat(decoder.otherVersions()).isEqualTo(1);
        assertThat(decoder.malformed()).isZero();
        assertThat(seen).isEmpty();
    }

    private static byte[] withCrc(byte[] plain) {
        byte[] whole = Arrays.copyOf(plain, plain.length + 2);
        SampleFrame.SHORT.set(whole, plain.length, (short) Crc16.of(plain, 0, plain.length));
        return StreamEncoder.wire(whole);
    }
}
