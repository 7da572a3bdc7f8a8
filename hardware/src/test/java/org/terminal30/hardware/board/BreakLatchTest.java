package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;

@NeedsProgram("ngspice")
class BreakLatchTest {
    private static final double LOADED_OHMS = 100;
    private static final double HIGH = 1.65;

    @Test
    void breakOfFiftyMicroseconds_isLatchedThoughTheFilterHidesIt() {
        Curves seen = new Break(50e-6, LOADED_OHMS).seen(InputStage.ADS1115);

        assertThat(seen.at(Break.RESET - 1e-4, Break.LATCHED)).isGreaterThan(HIGH);
        assertThat(seen.min(Break.PIN)).as("the filtered pin at 12 V").isGreaterThan(1.44);
    }

    @Test
    void latch_staysUntilItIsResetAndThenIsReadyForTheNextBreak() {
        Curves seen = new Break(50e-6, LOADED_OHMS).seen(InputStage.ADS1115);

        assertThat(seen.at(Break.START - 1e-4, Break.LATCHED)).isLessThan(HIGH);
        assertThat(seen.at(Break.RESET + 1e-3, Break.LATCHED)).isLessThan(HIGH);
    }

    @Test
    void breakOfTwoMicroseconds_isTooShortAndSaidToBe() {
        assertThat(new Break(2e-6, LOADED_OHMS).caught(InputStage.ADS1115)).isFalse();
    }

    /** An open lead keeps its voltage on the capacitance of D1 for a while. */
    @Test
    void openLeadOfAMillisecond_isLatched() {
        assertThat(new Break(1e-3, 1e12).caught(InputStage.ADS1115)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO 7637-2 pulse 2a", "ISO 7637-2 pulse 3a", "ISO 7637-2 pulse 3b", "VW 80000 E-04"})
    void pulseThatIsNoBreak_isNotLatched(String name) {
        Pulse pulse = Pulse.named(name);
        List<String> circuit = new ArrayList<>(InputStage.ADS1115.circuit(pulse.source()));
        circuit.addAll(List.of("Xlatch clamp fast latched reset vref vdd break_latch", "Vreset reset 0 dc 0",
                ".ic v(latched)=0"));
        Curves curves = Ngspice.run(circuit,
                String.format(Locale.ROOT, "tran %g %g", pulse.seconds() / 20_000, pulse.seconds()), Break.LATCHED);

        assertThat(curves.max(Break.LATCHED)).isLessThan(HIGH);
    }
}
