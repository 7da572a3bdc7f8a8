package org.terminal30.hardware.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class VeDirectDialogueTest {
    private static final int FUZZ_BYTES = 20_000;

    private static Conversation listening() {
        return new Conversation(new VeDirectDialogue(List.of(VeDirectField.V, VeDirectField.VS, VeDirectField.I)));
    }

    @Test
    void wholeBlock_becomesVoltsAndAmperesWithOurSign() {
        Conversation talk = listening().hears(VeDirectBytes.block("PID 0x203", "V 12065", "VS 12810", "I -7625",
                "P -92", "Alarm OFF"));

        assertThat(talk.actions.rows).hasSize(1);
        assertThat(talk.actions.rows.getFirst()).containsExactly(new double[]{12.065, 12.81, 7.625}, within(1e-9));
        assertThat(talk.dialogue.identity()).isEqualTo("Victron product 0x203");
        assertThat(talk.actions.sent).isEmpty();
    }

    @Test
    void fieldThatIsNotThere_isLeftOutOfItsChannelOnly() {
        Conversation talk = listening().hears(VeDirectBytes.block("V 12065", "VS ---", "I 4x2"));

        assertThat(talk.actions.rows.getFirst()).containsExactly(12.065, Double.NaN, Double.NaN);
        assertThat(talk.dialogue.malformed()).as("a current that is no number").isEqualTo(1);
    }

    @Test
    void blockOfHistoryOnly_isNoSample() {
        Conversation talk = listening().hears(VeDirectBytes.block("H1 -149322", "H2 -82854"));

        assertThat(talk.actions.rows).isEmpty();
        assertThat(talk.dialogue.malformed()).isZero();
    }

    @Test
    void checksumOfAnyValue_endsTheBlock() {
        Conversation talk = listening();
        for (int checksum = 0; checksum < 256; checksum++) {
            talk.hears(VeDirectBytes.blockWithChecksum(12_000 + checksum, (byte) checksum));
        }

        assertThat(talk.actions.readings).hasSize(256);
        assertThat(talk.dialogue.malformed()).isZero();
    }

    @Test
    void hexFrameAnywhereInABlock_changesNothing() {
        Random random = new Random(5);
        for (int checksum : new int[]{'q', ':', '\n', '\r', '\t', 0}) {
            byte[] block = VeDirectBytes.blockWithChecksum(12_345, (byte) checksum);
            for (int at = 0; at <= block.length; at++) {
                Conversation talk = listening().hears(VeDirectBytes.with(block, VeDirectBytes.hexFrame(random), at))
                        .hears(VeDirectBytes.block("V 12346"));
                assertThat(talk.actions.readings).as("HEX frame at %d, checksum %d", at, checksum)
                        .contains(12.345);
            }
        }
    }

    @Test
    void cutFirstBlock_isDroppedSilentlyAndALaterOneIsCounted() {
        byte[] block = VeDirectBytes.block("V 12065", "I -7625");
        for (int cut = 1; cut < block.length; cut++) {
            Conversation talk = listening().hears(Arrays.copyOfRange(block, cut, block.length)).hears(block)
                    .hears(block);
            assertThat(talk.actions.readings).as("cut at %d", cut).containsOnly(12.065).hasSizeBetween(1, 2);
            assertThat(talk.dialogue.malformed()).as("cut at %d", cut).isZero();
        }
        byte[] damaged = block.clone();
        damaged[5] ^= 1;
        Conversation talk = listening().hears(block).hears(damaged).hears(block);
        assertThat(talk.actions.readings).containsExactly(12.065, 12.065);
        assertThat(talk.dialogue.malformed()).isEqualTo(1);
    }

    @Test
    void lostBytes_neverMakeAReadingThatWasNotSent() {
        byte[] block = VeDirectBytes.block("PID 0x203", "V 12065", "VS 12810", "I -7625", "FW 0308");
        for (int from = 0; from < block.length; from++) {
            for (int to = from + 1; to <= block.length; to++) {
                byte[] holed = new VeDirectBytes().add(Arrays.copyOf(block, from))
                        .add(Arrays.copyOfRange(block, to, block.length)).toArray();
                if (sum(block, from, to) == 0) {
                    // Such a hole cannot be told: eight bits of checksum are all there is.
                    continue;
                }
                Conversation talk = listening().hears(block).hears(holed).hears(block).hears(block);
                assertThat(talk.actions.readings).as("without %d to %d", from, to).containsOnly(12.065)
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    private static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }

    /** Counts as somebody would with a pencil: after each "Checksum", the bytes since the last one. */
    private static int validBlocksWithVolts(byte[] dump) {
        byte[] mark = "\r\nChecksum\t".getBytes(StandardCharsets.US_ASCII);
        int valid = 0;
        int from = 0;
        for (int at = 0; at + mark.length < dump.length; at++) {
            if (Arrays.equals(dump, at, at + mark.length, mark, 0, mark.length)) {
                int end = at + mark.length + 1;
                boolean volts = new String(dump, from, end - from, StandardCharsets.ISO_8859_1)
                        .contains("\r\nV\t");
                valid += sum(dump, from, end) == 0 && volts ? 1 : 0;
                from = end;
                at = end - 1;
            }
        }
        return valid;
    }

    @Test
    void generatedDump_decodesCompletelyAndNothingIsInvented() {
        long seed = 20261121;
        Random random = new Random(seed);
        VeDirectBytes dump = new VeDirectBytes();
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int millivolts = 11_000 + random.nextInt(3_000);
            byte[] block = VeDirectBytes.anyBlock(random, millivolts, random.nextInt(20_000) - 10_000);
            if (random.nextInt(10) == 0) {
                block[2 + random.nextInt(8)] ^= (byte) (1 << random.nextInt(3));
            } else if (block[2] == 'P') {
                sent.add(millivolts / 1000.0);
            }
            dump.add(block);
        }
        Conversation talk = listening();
        talk.hearsCut(dump.toArray(), random, 700);

        assertThat(talk.actions.readings).as("seed %d", seed).hasSize(validBlocksWithVolts(dump.toArray()));
        assertThat(sent).as("seed %d", seed).hasSameSizeAs(talk.actions.readings);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(talk.actions.readings.get(i)).isCloseTo(sent.get(i), within(1e-9));
        }
    }

    @RepeatedTest(20)
    void streamCutAnywhere_givesTheSameReadings(RepetitionInfo repetition) {
        long seed = 100L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] stream = noisyStream(random, 60);
        Conversation whole = listening().hears(stream);
        Conversation cut = listening();
        cut.hearsCut(stream, random, 9);

        assertThat(cut.actions.readings).as("seed %d", seed).isEqualTo(whole.actions.readings);
        assertThat(cut.dialogue.malformed()).as("seed %d", seed).isEqualTo(whole.dialogue.malformed());
    }

    private static byte[] noisyStream(Random random, int blocks) {
        VeDirectBytes stream = new VeDirectBytes();
        for (int i = 0; i < blocks; i++) {
            byte[] block = VeDirectBytes.anyBlock(random, 12_000 + i, -i);
            switch (random.nextInt(5)) {
                case 0 -> stream.add(VeDirectBytes.with(block, VeDirectBytes.hexFrame(random),
                        random.nextInt(block.length)));
                case 1 -> {
                    byte[] noise = new byte[random.nextInt(40)];
                    random.nextBytes(noise);
                    stream.add(noise).add(block);
                }
                default -> stream.add(block);
            }
        }
        return stream.toArray();
    }

    @RepeatedTest(10)
    void randomBytes_neverThrowAndNeverBecomeAReading(RepetitionInfo repetition) {
        long seed = 200L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        byte[] noise = new byte[FUZZ_BYTES];
        byte[] alphabet = "\r\n\tChecksumV0123456789:AF-".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextInt(20) == 0 ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
        }
        Conversation talk = listening();
        talk.hearsCut(noise, random, 100);
        assertThat(talk.actions.readings).as("seed %d", seed).isEmpty();

        byte[] block = VeDirectBytes.block("V 12065");
        talk.hears("\r\nChecksum\tx").hears(block).hears(block).hears(block);
        assertThat(talk.actions.readings).as("after the noise, seed %d", seed).isNotEmpty().containsOnly(12.065);
    }

    @Test
    void silence_isToldWithWhatToLookAt() {
        Conversation talk = listening().waits(1_000);
        assertThat(talk.dialogue.complaint()).isNull();
        assertThat(talk.waits(2_000).dialogue.complaint()).contains("VE.Direct port");
        assertThat(talk.hears(VeDirectBytes.block("V 12065")).dialogue.complaint()).isNull();
    }
}
