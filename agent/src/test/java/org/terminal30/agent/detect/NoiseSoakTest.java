package org.terminal30.agent.detect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.waveform.FrontEnds;

import static org.assertj.core.api.Assertions.assertThat;

/** The short form of {@link NoiseSoak}: twenty million samples of each chip at each level. */
class NoiseSoakTest {
    private static final long SAMPLES = 20_000_000;

    @ParameterizedTest(name = "{0} at {1} V")
    @CsvSource({"ADS1115, 12.51", "ADS1115, 11.51", "MCP3208, 12.51", "MCP3208, 11.51"})
    void noiseOfTheChip_isNeverCriticalAndLowOncePerCrossingOfTheMeanAtMost(String chip, double volts) {
        NoiseSoak.Found found = NoiseSoak.soak(chip.equals("ADS1115") ? FrontEnds.ADS1115 : FrontEnds.MCP3208, volts,
                SAMPLES, 1);
        assertThat(found.samples()).as("%s", found).isBetween(SAMPLES - 1, SAMPLES + 1);
        assertThat(found.criticals()).as("%s", found).isZero();
        assertThat(found.others()).as("%s", found).isZero();
        assertThat(found.lows()).as("%s", found).isLessThanOrEqualTo(found.crossings());
        // At 11.51 V the supply is low for good, and said to be so once.
        assertThat(found.lows()).as("%s", found).isEqualTo(volts < 12 ? 1 : 0);
    }

    /** The soak would notice: the same noise around the threshold itself crosses it. */
    @ParameterizedTest(name = "{0} V")
    @CsvSource({"12.49, 1, 0", "11.49, 1, 1"})
    void restBelowTheThreshold_isFound(double volts, long lows, long criticals) {
        NoiseSoak.Found found = NoiseSoak.soak(FrontEnds.ADS1115, volts, 20_000, 1);
        assertThat(found.lows()).isEqualTo(lows);
        assertThat(found.criticals()).isEqualTo(criticals);
    }
}
