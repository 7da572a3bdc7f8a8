package org.terminal30.hardware.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.simulated.BatterySwap.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BatterySwapTest {
    private static final BatterySwap STANDARD = BatterySwap.STANDARD;

    @Test
    void standardRound_lastsAboutAMinuteAndSlipsInItsFirstHalf() {
        assertThat(STANDARD.round()).isEqualTo(Duration.ofSeconds(65));
        assertThat(STANDARD.until(Phase.SLIPPED)).isEqualTo(Duration.ofSeconds(24));
        assertThat(STANDARD.slipped()).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void phases_followEachOtherAndBeginAnewWithTheNextRound() {
        List<Phase> seen = new ArrayList<>();
        for (long millis = 0; millis < 2 * 65_000; millis += 100) {
            Phase phase = STANDARD.phaseAt(Duration.ofMillis(millis));
            if (seen.isEmpty() || seen.getLast() != phase) {
                seen.add(phase);
            }
        }

        List<Phase> twice = new ArrayList<>(List.of(Phase.values()));
        twice.addAll(List.of(Phase.values()));
        assertThat(seen).isEqualTo(twice);
        assertThat(STANDARD.roundAt(Duration.ofMillis(64_999))).isZero();
        assertThat(STANDARD.roundAt(Duration.ofSeconds(65))).isEqualTo(1);
    }

    @Test
    void slippingClamp_bouncesAndThenIsOff() {
        long slip = STANDARD.until(Phase.SLIPPED).toNanos();

        assertThat(STANDARD.isSaverClamped(slip - 1_000)).isTrue();
        assertThat(STANDARD.isSaverClamped(slip + 1_000_000)).isFalse();
        assertThat(STANDARD.isSaverClamped(slip + 4_000_000)).isTrue();
        assertThat(STANDARD.isSaverClamped(slip + 15_000_000)).isFalse();
        assertThat(STANDARD.isSaverClamped(slip + 1_190_000_000)).isFalse();
        assertThat(STANDARD.isSaverClamped(slip + 1_220_000_000)).isTrue();
    }

    @Test
    void phaseShorterThanTheBouncing_isRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BatterySwap(second, second, second, second, second, Duration.ofMillis(10), second,
                        second, second))
                .withMessage("phase of a battery swap lasts PT0.01S, must be longer than PT0.014S");
    }

    @Test
    void timeBeforeTheBeginning_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.phaseAt(Duration.ofMillis(-100)))
                .withMessageContaining("must be 0 or more");
    }
}
