package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.calibration.Divider;
import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** B2: an open lead reads 0.35–0.75 V, a dead network about 0 V. */
@NeedsProgram("ngspice")
class OpenLeadTest {
    private static final String OPEN = "Ropen lead 0 1e12";
    private static final String DEAD = "Rdead lead 0 1k";

    @Test
    void openLead_isLeadOff_withAndWithoutTheLatchAndOverTemperature() {
        for (double celsius : new double[]{-10, 25, 60}) {
            assertThat(readVolts(InputStage.ADS1115.at(celsius), OPEN, false)).isBetween(0.45, 0.65);
            assertThat(readVolts(InputStage.ADS1115.at(celsius), OPEN, true)).isBetween(0.45, 0.65);
            assertThat(readVolts(InputStage.MCP3208.at(celsius), OPEN, true)).isBetween(0.45, 0.65);
        }
    }

    @Test
    void openLead_isLeadOffAtBothEndsOfTheTolerances() {
        InputStage low = InputStage.ADS1115.at(60).with("k2=1.001", "k3=0.999", "k4=1.001", "ipin=-20n");
        InputStage high = InputStage.ADS1115.at(-10).with("k2=0.999", "k3=1.001", "k4=0.999", "ipin=20n");

        assertThat(readVolts(low.referredTo(2.994), OPEN, true)).isGreaterThan(0.35);
        assertThat(readVolts(high.referredTo(3.006), OPEN, true)).isLessThan(0.75);
    }

    @Test
    void deadNetwork_readsAboutNothing() {
        for (double celsius : new double[]{-10, 25, 60}) {
            assertThat(readVolts(InputStage.ADS1115.at(celsius), DEAD, true)).isBetween(-0.1, 0.1);
        }
    }

    private static double readVolts(InputStage stage, String end, boolean withLatch) {
        List<String> circuit = new ArrayList<>(stage.circuit(end));
        if (withLatch) {
            circuit.add("Xlatch clamp fast latched reset vref vdd break_latch");
            circuit.add("Vreset reset 0 dc 0");
        }
        // A sweep of one point: the rest of the lead's circuit stands still.
        return Divider.BOX
                .leadVolts(Ngspice.run(circuit, "dc Vvdd %1$s %1$s 1".formatted(stage.supplyVolts()), "v(pin)")
                        .last("v(pin)"));
    }
}
