package org.terminal30.agent.wire;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.waveform.FrontEnd;
import org.terminal30.hardware.waveform.FrontEnd.Timing;
import org.terminal30.hardware.waveform.FrontEnds;
import org.terminal30.hardware.waveform.Profiles;
import org.terminal30.hardware.waveform.SampledWaveform;
import org.terminal30.hardware.waveform.Waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SamplesTest {
    private static final int ROUNDS = 500;
    private static final double HALF_A_STEP = 0.5 / Samples.STEPS_PER_UNIT;

    @Test
    void samplesPackedAndBack_areTheSame_toTheNanosecondAndHalfAStep() throws Exception {
        long seed = System.nanoTime();
        System.out.println("SamplesTest seed " + seed);
        var random = new RandomSamples(new Random(seed));
        for (int round = 0; round < ROUNDS; round++) {
            SampleBlock block = random.block();
            Samples samples = Samples.of(block);
            Samples back = Samples.unpacked(samples.packed(), samples.count(), samples.stepsPerUnit());
            assertThat(back).as("seed %d, round %d", seed, round).isEqualTo(samples);
            assertThat(back.count()).isEqualTo(block.size());
            for (int i = 0; i < block.size(); i++) {
                assertThat(block.nanosAt(0) + back.offsetNanosAt(i)).isEqualTo(block.nanosAt(i));
                if (Math.abs(block.valueAt(i)) < 200_000) {
                    assertThat(back.valueAt(i)).as("seed %d, round %d, sample %d", seed, round, i)
                            .isCloseTo(block.valueAt(i), within(HALF_A_STEP * 1.000_001));
                }
            }
        }
    }

    @Test
    void anyDamage_isRefusedOrReadAsOtherSamplesWithinTheBounds_neverWorse() {
        long seed = System.nanoTime();
        System.out.println("SamplesTest seed " + seed);
        var random = new Random(seed);
        var samples = new RandomSamples(random);
        for (int round = 0; round < ROUNDS; round++) {
            Samples whole = samples.next();
            byte[] damaged = damaged(whole.packed(), random);
            int count = random.nextInt(8) == 0 ? random.nextInt(-1, 2 * Samples.MAX_COUNT) : whole.count();
            try {
                Samples read = Samples.unpacked(damaged, count, Samples.STEPS_PER_UNIT);
                assertThat(read.count()).as("seed %d, round %d", seed, round).isEqualTo(count);
                assertThat(read.spanNanos()).isBetween(0L, Samples.MAX_SPAN_NANOS);
                for (int i = 1; i < read.count(); i++) {
                    assertThat(read.offsetNanosAt(i)).isGreaterThan(read.offsetNanosAt(i - 1));
                }
            } catch (MalformedLineException refused) {
                assertThat(refused).as("seed %d, round %d", seed, round).hasMessageContaining("the field \"");
            }
        }
    }

    private static byte[] damaged(byte[] packed, Random random) {
        byte[] damaged = Arrays.copyOf(packed, random.nextBoolean() ? packed.length : random.nextInt(packed.length));
        for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }

    private static SampleBlock three() {
        var block = new SampleBlock(Channel.ONBOARD, 3);
        block.add(1_000, 12.6);
        block.add(2_000, 12.6001);
        block.add(3_001, 12.59);
        return block;
    }

    @Test
    void packedBytes_areTheNumbersOfTheContract() {
        assertThat(Samples.of(three()).packed()).containsExactly(hex("e0 b0 0f d0 0f 02 02 c9 01"));
    }

    private static int[] hex(String bytes) {
        return Arrays.stream(bytes.split(" +")).mapToInt(b -> (byte) Integer.parseInt(b, 16)).toArray();
    }

    static FrontEnd[] frontEnds() {
        FrontEnd ads1115 = FrontEnds.ADS1115.at(860);
        // Polled by a computer: the moment is that of the reading, some 50 µs to and fro.
        return new FrontEnd[]{ads1115, ads1115.with(new Timing(860, 0.04, 0, 0))};
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void sampleOfAnAds1115_takesAFewBytes(FrontEnd frontEnd) {
        Waveform slip = Profiles.find("e10").orElseThrow().waveform();
        var source = new SampledWaveform(slip, frontEnd, 17);
        var block = new SampleBlock(Channel.ONBOARD, Samples.MAX_COUNT);
        long bytes = 0;
        long samples = 0;
        while (source.fill(block) && samples < 50_000) {
            bytes += Samples.of(block).packed().length;
            samples += block.size();
        }
        System.out.printf("%s jitter %.2f: %d samples, %.2f bytes each%n", frontEnd.name(),
                frontEnd.timing().jitterShare(), samples, (double) bytes / samples);
        assertThat((double) bytes / samples).isLessThan(frontEnd.timing().jitterShare() == 0 ? 2.5 : 4.5);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3    | 2001      | 4LAP0A8CAsk | the field "data" ends within a number at byte 8 of 8
            2    | 1000      | _               | the field "data" goes on after the 2 samples
            4    | 2001      | _               | the field "data" ends within a number
            0    | 2001      | _               | the field "n" is 0, must be 1 to
            1025 | 2001      | _               | the field "n" is 1025, must be 1 to 1024
            3    | 2002      | _               | the field "span" is 2002, the samples in "data" last 2001
            3    | 2001      | !!              | the field "data" is not base64
            """)
    void damagedRecord_isRefusedWithWhatIsWrong(int count, long span, String data, String message) {
        String good = Base64.getEncoder().withoutPadding().encodeToString(Samples.of(three()).packed());
        refused(count, span, 10_000, data.equals("_") ? good : data, message);
    }

    private static void refused(int count, long span, int resolution, String data, String message) {
        String line = "waveform,bay=1,channel=onboard,site=main n=%di,span=%di,resolution=%di,data=\"%s\",clock=\"unsure\" 1"
                .formatted(count, span, resolution, data);
        assertThatThrownBy(() -> RecordCodec.record(LineProtocol.parse(line, 1, 0)))
                .isInstanceOf(MalformedLineException.class).hasMessageContaining(message);
    }

    @Test
    void numbersThatNoSamplesCanBe_areRefused() {
        refused(2, 0, 10_000, base64(0, 0, 0), "sample 1 lies not after the one before");
        refused(2, 0, 10_000, base64(0, -5, 0), "sample 1 lies not after the one before");
        refused(2, 0, 10_000, base64(0, Samples.MAX_SPAN_NANOS + 1, 0), "or later than");
        refused(3, 0, 10_000, base64(0, Samples.MAX_SPAN_NANOS, 0, 0, 0), "sample 2 lies not after");
        refused(3, 0, 10_000, base64(0, 1, 0, Long.MAX_VALUE, 0), "sample 2 lies not after");
        refused(2, 0, 10_000, base64(0, Long.MIN_VALUE, 0), "sample 1 lies not after");
        refused(1, 0, 10_000, base64(1L << 31), "the value of sample 0 does not fit 32 bits");
        refused(2, 1, 10_000, base64(1, 1, Integer.MAX_VALUE), "the value of sample 1 does not fit 32 bits");
        refused(2, 1, 10_000, base64(1, 1, Long.MIN_VALUE), "the value of sample 1 does not fit 32 bits");
        refused(1, 0, 1_000_001, base64(1), "the field \"resolution\" is 1000001, must be 1 to 1000000");
        refused(1, 0, 10_000, "/".repeat(14), "has a number of more than 64 bits");
        refused(1, 0, 10_000, "A".repeat(WaveformText.MAX_CHARACTERS + 1),
                "has 16385 characters, must be at most 16384");
    }

    private static String base64(long... numbers) {
        var out = new Varints.Writer(100);
        Arrays.stream(numbers).forEach(out::write);
        return Base64.getEncoder().encodeToString(out.bytes());
    }

    @Test
    void blockThatIsEmptyOrLastsTooLong_isNotTaken() {
        var block = new SampleBlock(Channel.ONBOARD, 2);
        assertThatThrownBy(() -> Samples.of(block)).hasMessageContaining("0 samples, must be 1 to 1024");
        block.add(0, 1);
        block.add(Samples.MAX_SPAN_NANOS + 1, 1);
        assertThatThrownBy(() -> Samples.of(block)).hasMessageContaining("must be at most 86400000000000");
    }
}
