package org.terminal30.hardware.board;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** No pulse of the standards takes a part of the input stage out of its ratings. */
@NeedsProgram("ngspice")
class InputStagePulsesTest {
    /** SBAS444, absolute maximum ratings: GND − 0.3 V to VDD + 0.3 V. The MCP3208 (DS21298) and its buffer stand more. */
    private static final double PIN_MARGIN_VOLTS = 0.3;
    /** SMBJ series: steady state, leads at 75 °C; 600 W would be allowed for a millisecond. */
    private static final double SUPPRESSOR_WATTS = 5;
    /** PR02 (Vishay 28729): 2 W at 70 °C and 500 V. */
    private static final double RESISTOR_WATTS = 2;
    private static final double RESISTOR_VOLTS = 500;

    static Stream<Arguments> everyPulse() {
        return Pulse.ALL.stream().flatMap(pulse -> Stream.of(
                Arguments.of(pulse.name() + ", ADS1115", InputStage.ADS1115.atItsLimits(), pulse),
                Arguments.of(pulse.name() + ", MCP3208", InputStage.MCP3208.atItsLimits(), pulse)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPulse")
    void atTheEndOfEveryTolerance_partsStayWithinTheirRatings_andTheReadingComesBack(String name, InputStage stage,
            Pulse pulse) {
        Stress stress = Stress.of(stage, pulse);

        assertThat(stress.minPinVolts()).as("lowest pin of %s", name).isGreaterThan(-PIN_MARGIN_VOLTS);
        assertThat(stress.maxPinVolts()).as("highest pin").isLessThan(stage.supplyVolts() + PIN_MARGIN_VOLTS);
        assertThat(stress.peakClampWatts()).as("D1 and D2").isLessThan(SUPPRESSOR_WATTS);
        assertThat(stress.peakResistorVolts()).as("R1").isLessThan(RESISTOR_VOLTS);
        assertThat(stress.resistorWatts()).as("R1").isLessThan(RESISTOR_WATTS);
        assertThat(stress.readingErrorVolts()).as("reading afterwards").isCloseTo(0, within(0.001));
    }
}
