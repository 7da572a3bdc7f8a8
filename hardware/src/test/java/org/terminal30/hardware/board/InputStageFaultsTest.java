package org.terminal30.hardware.board;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

/** A broken part or a missing supply of the box does not reach the converter as more current than it bears. */
@NeedsProgram("ngspice")
class InputStageFaultsTest {
    /** SBAS444, absolute maximum ratings: 10 mA into any pin; a tenth of it is wanted. */
    private static final double MAX_AMPERES = 1e-3;

    @Test
    void withoutSupply_theLeadDrivesLessThanAMilliampereIntoTheChip() {
        InputStage dead = InputStage.ADS1115.supplied(0).referredTo(0);
        assertThat(clampAmperes(dead, 28)).isBetween(1e-6, MAX_AMPERES);
    }

    @Test
    void withR3Broken_theClampDiodesHoldThePinAndItsCurrent() {
        InputStage broken = InputStage.ADS1115.with("k3=1e6");
        Curves reading = broken.transfer(-14, 36, 1);

        assertThat(reading.max("v(pin)")).isLessThan(3.3 + 0.9);
        assertThat(clampAmperes(broken, 36)).isBetween(1e-6, MAX_AMPERES);
    }

    private static double clampAmperes(InputStage stage, double leadVolts) {
        List<String> circuit = stage.circuit("Vlead lead 0 dc 0");
        Curves curves = Ngspice.run(circuit, "save all @d.xstage.d3[id]\ndc Vlead 0 %s 1".formatted(leadVolts),
                "@d.xstage.d3[id]");
        return curves.max("@d.xstage.d3[id]");
    }
}
