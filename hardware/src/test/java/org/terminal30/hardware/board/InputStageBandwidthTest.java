package org.terminal30.hardware.board;

import org.junit.jupiter.api.Test;

import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsProgram("ngspice")
class InputStageBandwidthTest {
    /** The chip takes 860 samples a second. */
    @Test
    void filterOfTheAds1115_endsBelowATenthOfItsSamples() {
        assertThat(Bandwidth.hertz(Bandwidth.of(InputStage.ADS1115))).isBetween(90.0, 100.0);
    }

    /** 5000 samples a second and channel; ripple of an alternator lies around 1.2 kHz. */
    @Test
    void filterOfTheMcp3208_letsRippleThroughAndEndsBelowHalfOfItsSamples() {
        Curves curves = Bandwidth.of(InputStage.MCP3208);

        assertThat(Bandwidth.hertz(curves)).isBetween(1_900.0, 2_100.0);
        assertThat(curves.at(1_200, Bandwidth.DECIBELS) - curves.of(Bandwidth.DECIBELS)[0]).isGreaterThan(-1.5);
    }
}
