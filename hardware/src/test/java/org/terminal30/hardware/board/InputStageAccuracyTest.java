package org.terminal30.hardware.board;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.calibration.Divider;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsProgram("ngspice")
class InputStageAccuracyTest {
    private static final String PIN = "v(pin)";

    @Test
    void fromReversedToJumpStart_thePinStaysWithinTheReferenceAndOnTheLineOfTheDivider() {
        for (InputStage stage : List.of(InputStage.ADS1115, InputStage.MCP3208)) {
            Curves curves = stage.transfer(-5, 28, 0.5);

            assertThat(curves.of(PIN)).isSorted();
            assertThat(curves.min(PIN)).isBetween(0.14, 0.16);
            assertThat(curves.max(PIN)).isBetween(2.69, 2.73).isLessThan(Divider.BOX.biasVolts());
        }
    }

    @Test
    void withTheSuppressorsAtTheLowEndOfTheirToleranceInTheCold_theTransferIsStillStraight() {
        InputStage stage = InputStage.ADS1115.with("bv1=31.1", "bv2=7.78").at(-10);
        assertThat(Reading.worstVolts(stage, Reading.calibrated(stage), -5, 28)).isLessThan(0.001);
    }

    @Test
    void calibratedAtTwoPoints_itReadsRightFromReversedToJumpStart() {
        assertThat(Reading.worstVolts(InputStage.ADS1115, Reading.calibrated(InputStage.ADS1115), -5, 28))
                .isLessThan(0.001);
        assertThat(Reading.worstVolts(InputStage.MCP3208, Reading.calibrated(InputStage.MCP3208), -5, 28))
                .isLessThan(0.001);
    }

    @Test
    void fromTenToFortyDegrees_theCalibratedStageStaysWithinFifteenMillivoltsWithEveryPartAtItsWorst() {
        double worst = drifts(10, 40).stream().mapToDouble(Double::doubleValue).sum();
        assertThat(worst).isBetween(0.005, 0.015);
    }

    @Test
    void fromMinusTenToSixtyDegrees_theCalibratedStageStaysWithinFifteenMillivoltsAsSquares() {
        assertThat(Contribution.rootOfSquares(drifts(-10, 60))).isBetween(0.005, 0.015);
    }

    private static List<Double> drifts(double coldCelsius, double hotCelsius) {
        return Contribution.ALL.stream().map(part -> part.driftVolts(coldCelsius, hotCelsius)).toList();
    }

    @Test
    void beforeCalibration_toleranceOfThePartsCostsLessThanATenthOfAVolt() {
        List<Double> errors = Contribution.ALL.stream().map(Contribution::uncalibratedVolts).toList();
        assertThat(Contribution.rootOfSquares(errors)).isBetween(0.02, 0.1);
    }
}
