package org.terminal30.hardware.signal;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ButtonRuleTest {
    private static final long MILLI = 1_000_000L;
    private static final long TICK = 10 * MILLI;

    private final ButtonRule rule = new ButtonRule();
    private long now = 1_000 * MILLI;

    /** Presses while the button is held so for a time. */
    private int hold(boolean down, long millis) {
        int presses = 0;
        for (long end = now + millis * MILLI; now < end; now += TICK) {
            presses += rule.sampled(down, now) ? 1 : 0;
        }
        return presses;
    }

    @Test
    void buttonThatIsPressed_isOnePressHoweverLongItLasts() {
        hold(false, 100);
        assertThat(hold(true, 3_000)).isEqualTo(1);
        assertThat(hold(false, 100)).isZero();
        assertThat(hold(true, 50)).isEqualTo(1);
        assertThat(rule.isStuck()).isFalse();
    }

    @Test
    void press_isKnownWithinFortyMilliseconds() {
        hold(false, 100);
        assertThat(hold(true, 30)).isZero();
        assertThat(hold(true, 10)).isEqualTo(1);
    }

    @Test
    void contactThatBounces_isOnePress() {
        hold(false, 100);
        int presses = 0;
        for (int i = 0; i < 10; i++) {
            presses += hold(true, 10) + hold(false, 10);
        }
        presses += hold(true, 200);
        for (int i = 0; i < 10; i++) {
            presses += hold(false, 10) + hold(true, 10);
        }
        assertThat(presses + hold(false, 200)).isEqualTo(1);
    }

    @Test
    void sparkOnTheLead_isNoPress() {
        hold(false, 100);
        assertThat(hold(true, 20) + hold(false, 100)).isZero();
    }

    @Test
    void buttonHeldWhenItIsFirstSeen_isStuckAndNoPress_untilItIsLetGo() {
        assertThat(hold(true, 5_000)).isZero();
        assertThat(rule.isStuck()).isTrue();

        hold(false, 100);
        assertThat(rule.isStuck()).isFalse();
        assertThat(hold(true, 100)).isEqualTo(1);
    }

    @Test
    void buttonHeldTooLong_isStuckAfterItsOnePress() {
        hold(false, 100);
        assertThat(hold(true, 9_900)).isEqualTo(1);
        assertThat(rule.isStuck()).isFalse();
        assertThat(hold(true, 1_000)).isZero();
        assertThat(rule.isStuck()).isTrue();
    }

    @Test
    void buttonThatCouldNotBeRead_doesNotPressByComingBackHeld() {
        hold(false, 100);
        rule.interrupted();
        assertThat(hold(true, 200)).isZero();
        assertThat(rule.isStuck()).isTrue();
    }

    @Test
    void anySamples_makeNoMorePressesThanReleasesThatSettled() {
        long seed = 20_260_301;
        Random random = new Random(seed);
        int presses = 0;
        int releases = 0;
        for (int i = 0; i < 10_000; i++) {
            boolean down = random.nextBoolean();
            long millis = 10L * (1 + random.nextInt(12));
            presses += hold(down, millis);
            releases += !down && millis > 30 ? 1 : 0;
        }
        assertThat(presses).as("seed %d", seed).isBetween(1, releases);
    }
}
