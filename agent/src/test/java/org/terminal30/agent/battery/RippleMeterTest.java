package org.terminal30.agent.battery;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Ripple of a rectifier model: three phases, six diodes, the phases' sines around 14.2 V. */
class RippleMeterTest {
    private static final long SEED = 30;
    private static final double IDLE_RIPPLE_HERTZ = 1200;
    /** Six-pulse ripple goes from √3 of the phase's amplitude down to 1.5 of it. */
    private static final double SWING = Math.sqrt(3) - 1.5;

    private final RippleMeter meter = new RippleMeter(RippleLimits.DEFAULT);
    private final Random random = new Random(SEED);

    @ParameterizedTest
    @CsvSource({"20000,1200", "100000,1200", "100000,4321", "100000,16000", "12000,800"})
    void goodRectifier_showsItsFrequencyAndPeakToPeak(double rateHertz, double rippleHertz) {
        Ripple.Measured ripple = measured(rateHertz, rectifier(rippleHertz, 0.1 / SWING, false));

        assertThat(ripple.dominantHertz().orElseThrow()).isCloseTo(rippleHertz, within(rippleHertz * 0.005));
        assertThat(ripple.voltsPeakToPeak()).isCloseTo(0.1, within(0.015));
        assertThat(ripple.bandwidthHertz()).isCloseTo(rateHertz / 2, within(1.0));
        assertThat(ripple.diodeSignature()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"20000,1200", "100000,1200", "100000,4321", "12000,800"})
    void openDiode_showsASixthOfTheFrequency(double rateHertz, double rippleHertz) {
        Ripple.Measured ripple = measured(rateHertz, rectifier(rippleHertz, 0.1 / SWING, true));

        assertThat(ripple.diodeSignature()).isTrue();
        assertThat(ripple.dominantHertz().orElseThrow()).isCloseTo(rippleHertz / 6, within(rippleHertz * 0.005));
        assertThat(ripple.voltsPeakToPeak()).isGreaterThan(0.3);
    }

    /** The battery's capacitance takes most of the missing pulse: what is left rides under the ripple. */
    @Test
    void faintSixthUnderTheRipple_isTheSignatureToo() {
        DoubleUnaryOperator good = rectifier(IDLE_RIPPLE_HERTZ, 0.1 / SWING, false);

        assertThat(measured(20_000, t -> good.applyAsDouble(t) + 0.015 * Math.sin(2 * Math.PI * 200 * t))
                .diodeSignature()).isTrue();
        assertThat(measured(20_000, t -> good.applyAsDouble(t) + 0.002 * Math.sin(2 * Math.PI * 200 * t))
                .diodeSignature()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noiseAndA12BitConverterOver20Volts_changeNothing(boolean open) {
        DoubleUnaryOperator clean = rectifier(IDLE_RIPPLE_HERTZ, 0.1 / SWING, open);

        Ripple.Measured ripple = measured(20_000,
                t -> quantised(clean.applyAsDouble(t) + 0.005 * random.nextGaussian()));

        assertThat(ripple.diodeSignature()).isEqualTo(open);
        assertThat(ripple.dominantHertz().orElseThrow()).isCloseTo(open ? 200 : 1200, within(5.0));
        if (!open) {
            assertThat(ripple.voltsPeakToPeak()).isBetween(0.09, 0.13);
        }
    }

    @Test
    void loadsThatComeAndGo_areNoRipple() {
        DoubleUnaryOperator good = rectifier(IDLE_RIPPLE_HERTZ, 0.1 / SWING, false);

        Ripple.Measured ripple = measured(20_000, t -> good.applyAsDouble(t) + 0.5 * Math.sin(2 * Math.PI * 2 * t) - t);

        assertThat(ripple.voltsPeakToPeak()).isCloseTo(0.1, within(0.02));
        assertThat(ripple.dominantHertz().orElseThrow()).isCloseTo(1200, within(5.0));
    }

    @Test
    void aFewSpikes_doNotCount() {
        DoubleUnaryOperator good = rectifier(IDLE_RIPPLE_HERTZ, 0.1 / SWING, false);

        Ripple.Measured ripple = measured(20_000,
                t -> good.applyAsDouble(t) + (random.nextInt(1000) == 0 ? 3 : 0));

        assertThat(ripple.voltsPeakToPeak()).isLessThan(0.15);
    }

    @Test
    void noiseAlone_hasNoFrequencyAndNoSignature() {
        Ripple.Measured ripple = measured(20_000, t -> 12.6 + 0.005 * random.nextGaussian());

        assertThat(ripple.dominantHertz()).isEmpty();
        assertThat(ripple.diodeSignature()).isFalse();
    }

    @Test
    void slightlyUnevenTimes_areResampled() {
        DoubleUnaryOperator good = rectifier(IDLE_RIPPLE_HERTZ, 0.1 / SWING, false);

        Ripple.Measured ripple = (Ripple.Measured) measure(20_000, 8400, 0.05, good);

        assertThat(ripple.dominantHertz().orElseThrow()).isCloseTo(1200, within(6.0));
        assertThat(ripple.voltsPeakToPeak()).isCloseTo(0.1, within(0.02));
    }

    @Test
    void veryUnevenTimes_areRefused() {
        assertThat(measure(20_000, 8400, 0.3, t -> 14.2)).isInstanceOfSatisfying(Ripple.NotMeasurable.class,
                not -> assertThat(not.reason()).contains("time between samples varies by"));
    }

    @Test
    void at860SamplesPerSecond_cannotBeMeasuredAndSaysWhatIsNeeded() {
        assertThat(measure(860, 8600, 0, rectifier(IDLE_RIPPLE_HERTZ, 1, false))).isEqualTo(new Ripple.NotMeasurable(
                "cannot be measured at 860 samples per second: 10000 are needed"));
    }

    @Test
    void shortStretch_cannotBeMeasured() {
        assertThat(measure(20_000, 2100, 0, t -> 14.2)).isEqualTo(new Ripple.NotMeasurable(
                "cannot be measured in a stretch of 0.102 s: 0.200 s are needed"));
        assertThat(meter.measure(new long[1], new double[1], 1))
                .isEqualTo(new Ripple.NotMeasurable("cannot be measured in 1 samples"));
    }

    @Test
    void limitsThatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> new RippleLimits(0, 10_000, 0.2, 0.2, 40, 700, 0.2))
                .hasMessage("ripple.maxVoltsPeakToPeak is 0.0, must be from 0.01 to 5.0");
        assertThatThrownBy(() -> new RippleLimits(0.3, 860, 0.2, 0.2, 40, 700, 0.2))
                .hasMessageContaining("ripple.minRateHertz is 860.0");
        assertThatThrownBy(() -> new RippleLimits(0.3, 10_000, 0.2, 0.2, 40, 20, 0.2))
                .hasMessageContaining("ripple.lowestRippleHertz is 20.0, must be from 40.0");
        assertThatThrownBy(() -> new RippleLimits(0.3, 10_000, 0.2, 0.2, 40, 700, 0))
                .hasMessageContaining("ripple.diodeShare is 0.0");
    }

    /** Plus lead: the highest phase of those whose diode conducts. Minus lead: the lowest phase. */
    private static DoubleUnaryOperator rectifier(double rippleHertz, double amplitude, boolean open) {
        return t -> {
            double angle = 2 * Math.PI * rippleHertz / 6 * t;
            double a = Math.sin(angle);
            double b = Math.sin(angle - 2 * Math.PI / 3);
            double c = Math.sin(angle + 2 * Math.PI / 3);
            double plus = open ? Math.max(b, c) : Math.max(a, Math.max(b, c));
            return 14.2 + amplitude * (plus - Math.min(a, Math.min(b, c)) - 1.65);
        };
    }

    private static double quantised(double volts) {
        double step = 20.0 / 4096;
        return Math.floor(volts / step) * step;
    }

    private Ripple.Measured measured(double rateHertz, DoubleUnaryOperator volts) {
        return (Ripple.Measured) measure(rateHertz, (int) (0.42 * rateHertz), 0, volts);
    }

    /** Time stamps are off by a normally distributed share of the interval; the voltage is that of the stamped time. */
    private Ripple measure(double rateHertz, int count, double jitter, DoubleUnaryOperator volts) {
        long[] nanos = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double share = Math.clamp(random.nextGaussian() * jitter, -0.49, 0.49);
            nanos[i] = Math.round((i + share) * 1e9 / rateHertz);
            values[i] = volts.applyAsDouble(nanos[i] / 1e9);
        }
        return meter.measure(nanos, values, count);
    }
}
