package org.terminal30.hardware.sample;

import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SampleBlockTest {
    private final SampleBlock block = new SampleBlock(Channel.ONBOARD, 3);

    @Test
    void samples_areKeptInTheOrderOfTheirTimes() {
        block.add(-5, 12.6);
        block.add(7, 12.7);
        assertThat(block.size()).isEqualTo(2);
        assertThat(block.nanosAt(0)).isEqualTo(-5);
        assertThat(block.valueAt(1)).isEqualTo(12.7);
    }

    @Test
    void whatIsNoSample_isRefused() {
        block.add(5, 12.6);
        assertThatIllegalArgumentException().isThrownBy(() -> block.add(5, 12.6))
                .withMessage("time of ONBOARD goes from 5 to 5 ns, must increase");
        assertThatIllegalArgumentException().isThrownBy(() -> block.add(6, Double.NaN)).withMessageContaining("finite");
        block.add(6, 12.6);
        block.add(7, 12.6);
        assertThatIllegalStateException().isThrownBy(() -> block.add(8, 12.6)).withMessageContaining("full");
        assertThatThrownBy(() -> block.valueAt(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.copyTo(1, 4, new long[3], new double[3], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void copy_isThePartThatWasAskedFor() {
        block.add(1, 10);
        block.add(2, 20);
        block.add(3, 30);
        long[] nanos = new long[4];
        double[] values = new double[4];
        block.copyTo(1, 3, nanos, values, 2);
        assertThat(nanos).containsExactly(0, 0, 2, 3);
        assertThat(values).containsExactly(0, 0, 20, 30);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void firstFrom_isTheFirstSampleNotBeforeTheTime(long seed) {
        Random random = new Random(seed);
        SampleBlock samples = new SampleBlock(Channel.RADIO, 1 + random.nextInt(200));
        long nanos = random.nextLong(-1000, 1000);
        for (int i = random.nextInt(201); i > 0 && !samples.isFull(); i--) {
            nanos += 1 + random.nextInt(5);
            samples.add(nanos, 12.6);
        }
        for (int from = 0; from <= samples.size(); from++) {
            long wanted = nanos - random.nextInt(1000);
            int expected = from;
            while (expected < samples.size() && samples.nanosAt(expected) < wanted) {
                expected++;
            }
            assertThat(samples.firstFrom(wanted, from)).isEqualTo(expected);
        }
    }
}
