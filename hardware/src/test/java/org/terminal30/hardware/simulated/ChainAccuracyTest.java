package org.terminal30.hardware.simulated;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import com.pi4j.context.Context;
import com.pi4j.io.spi.Spi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.terminal30.hardware.adc.Ads1115;
import org.terminal30.hardware.adc.Mcp3208;
import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.Divider;
import org.terminal30.hardware.calibration.PlausibleRange;
import org.terminal30.hardware.simulated.Board.Tolerances;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the sense lead to the calibrated value: many boards with the box's divider, each with parts, a converter and a meter of
 * its own, calibrated at 2.00 and 18.00 V, judged on the means of 20 ms that the rules are judged on. The seed is
 * {@value #SEED}.
 */
@Timeout(300)
class ChainAccuracyTest {
    static final long SEED = 3_208;
    private static final int BOARDS = 200;
    private static final double WANTED_VOLTS = 0.015;
    private static final double REFERENCE_VOLTS = 3.0;

    /** A converter behind the box's divider. */
    private enum Chain {
        ADS1115,
        MCP3208_B;

        /** Of its datasheet: largest offset, gain and linearity. */
        Tolerances tolerances() {
            return switch (this) {
                // SBAS444: offset 3, gain 0.15 % of 32 768, linearity 1, noise 1 count.
                case ADS1115 -> new Tolerances(0.01, 0.001, 3, 49, 1, 1);
                // DS21298E, 1.0, grade B: offset 3, gain 5, linearity 1 count.
                case MCP3208_B -> new Tolerances(0.01, 0.001, 3, 5, 1, 0.3);
            };
        }

        /** In 20 ms. */
        int samplesOfMean() {
            return this == ADS1115 ? 17 : 100;
        }
    }

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private double leadVolts;
    private long now;

    /** The largest errors of one board, in volts: of means, and of single samples. */
    private record Errors(double means, double samples, double meansBeyond) {}

    @Test
    void boardsWithAnAds1115_areWithinFifteenMillivoltsFromZeroToTwenty() {
        List<Errors> boards = boards(Chain.ADS1115);

        assertThat(worst(boards, Errors::means)).isLessThan(WANTED_VOLTS);
        assertThat(worst(boards, Errors::samples)).as("even of samples").isLessThan(WANTED_VOLTS);
        assertThat(worst(boards, Errors::meansBeyond)).as("from −5 to 28 V").isLessThan(0.017);
    }

    /**
     * A count is 9.4 mV at the lead, and the datasheet allows the line to be off by one count anywhere. Points as far apart as 2
     * and 18 V keep the line through them from multiplying that between 0 and 20 V.
     */
    @Test
    void boardsWithAnMcp3208_areWithinFifteenMillivoltsFromZeroToTwenty() {
        List<Errors> boards = boards(Chain.MCP3208_B);
        assertThat(worst(boards, Errors::means)).isLessThan(WANTED_VOLTS);
        assertThat(worst(boards, Errors::samples)).isLessThan(0.025);
        assertThat(worst(boards, Errors::meansBeyond)).as("from −5 to 28 V").isLessThan(0.030);
    }

    private static double worst(List<Errors> boards, ToDoubleFunction<Errors> error) {
        return boards.stream().mapToDouble(error).max().orElseThrow();
    }

    private List<Errors> boards(Chain chain) {
        return IntStream.range(0, BOARDS).mapToObj(i -> errorsOf(chain, Board.random(chance, chain.tolerances())))
                .toList();
    }

    private Errors errorsOf(Chain chain, Board board) {
        int samples = chain.samplesOfMean();
        double means = 0;
        double single = 0;
        double beyond = 0;
        try (var line = new Line(chain, board)) {
            Calibration calibration = board.calibrated(volts -> mean(line.sampling, volts, 20 * samples));
            for (double volts = 0; volts <= 20; volts += 0.25) {
                double error = Math.abs(calibration.apply(mean(line.sampling, volts, samples)) - volts);
                means = Math.max(means, error);
                single = Math.max(single, Math.abs(calibration.apply(mean(line.sampling, volts, 1)) - volts));
            }
            for (double volts = -4.9; volts <= 27.9; volts += 0.8) {
                double value = calibration.apply(mean(line.sampling, volts, samples));
                assertThat(PlausibleRange.VOLTS.contains(value)).as("%s V is plausible", volts).isTrue();
                beyond = Math.max(beyond, Math.abs(value - volts));
            }
        }
        return new Errors(means, single, beyond);
    }

    private double mean(DoubleSupplier sampling, double volts, int samples) {
        leadVolts = volts;
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            sum += sampling.getAsDouble();
        }
        return sum / samples;
    }

    private double pinVolts(Board board) {
        return board.parts().pinVolts(leadVolts);
    }

    /** A chain that samples what is on the lead, scaled as an uncalibrated bay does. */
    private final class Line implements AutoCloseable {
        private final Context context;
        private final DoubleSupplier sampling;

        Line(Chain chain, Board board) {
            var provider = new SimulatedSpiProvider();
            if (chain == Chain.ADS1115) {
                context = provider.newContext();
                sampling = ads1115(board);
            } else {
                double reference = REFERENCE_VOLTS * board.referenceShare();
                var chip = new SimulatedMcp3208(() -> now += 1_000, (pin, at) -> pinVolts(board), reference,
                        board.chip(), chance.nextLong());
                context = provider.with(0, 0, chip).newContext();
                sampling = mcp3208(context);
            }
        }

        private DoubleSupplier ads1115(Board board) {
            double countVolts = Ads1115.FullScale.VOLTS_4_096.voltsPerCount();
            var chip = new SimulatedAds1115(() -> now, (pin, at) -> board.chip().counts(
                    pinVolts(board) / countVolts, 32_768, chance) * countVolts, 1.0);
            byte[] word = {(byte) 0xC3, (byte) 0xE3};
            byte[] conversion = new byte[2];
            return () -> {
                chip.write(1, word, 0, 2);
                now += 2_000_000;
                chip.read(0, conversion, 0, 2);
                return Divider.BOX.leadVolts((short) (conversion[0] << 8 | (conversion[1] & 0xFF)) * countVolts);
            };
        }

        private DoubleSupplier mcp3208(Context from) {
            Spi spi = from.create(Spi.newConfigBuilder(from).id("adc").bus(0).channel(0).baud(1_000_000).build());
            var driver = new Mcp3208(spi, 1_000_000, () -> now += 1_000);
            return () -> Divider.BOX.leadVolts(driver.convert(0) * REFERENCE_VOLTS / (Mcp3208.HIGHEST_COUNTS + 1));
        }

        @Override
        public void close() {
            context.shutdown();
        }
    }
}
