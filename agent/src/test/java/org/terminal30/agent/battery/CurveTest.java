package org.terminal30.agent.battery;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CurveTest {
    private final Curve curve = Curve.through(0, 10, 10, 20, 30, 0);

    @Test
    void betweenPoints_isOnTheLine() {
        assertThat(curve.at(5)).isCloseTo(15, within(1e-9));
        assertThat(curve.at(10)).isCloseTo(20, within(1e-9));
        assertThat(curve.at(25)).isCloseTo(5, within(1e-9));
    }

    @Test
    void beyondTheEnds_keepsTheirValue() {
        assertThat(curve.at(-100)).isEqualTo(10);
        assertThat(curve.at(100)).isZero();
    }

    @Test
    void pointsThatAreNoCurve_areRefused() {
        assertThatThrownBy(() -> Curve.through(0, 1)).hasMessageContaining("at least two pairs");
        assertThatThrownBy(() -> Curve.through(0, 1, 2, 3, 4)).hasMessageContaining("at least two pairs");
        assertThatThrownBy(() -> Curve.through(1, 0, 1, 5)).hasMessage("x goes from 1.0 to 1.0, must rise");
    }
}
