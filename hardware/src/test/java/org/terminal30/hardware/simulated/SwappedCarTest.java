package org.terminal30.hardware.simulated;

import java.time.Duration;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.simulated.BatterySwap.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SwappedCarTest {
    private static final BatterySwap SCRIPT = BatterySwap.STANDARD;
    private static final long BEGIN = 77_000_000_000L;
    private static final Offset<Double> NOISE = within(0.012);

    private final SwappedCar car = new SwappedCar(SCRIPT, BEGIN, 1);

    private double volts(Channel channel, Phase phase, long millisIntoIt) {
        return car.voltsAt(channel, BEGIN + SCRIPT.until(phase).plusMillis(millisIntoIt).toNanos());
    }

    @Test
    void eachPhase_showsTheVoltageOfItsCircuit() {
        assertThat(volts(Channel.ONBOARD, Phase.RESTING, 3_000)).as("12.65 V less 1 A in 15 mΩ").isCloseTo(12.635,
                NOISE);
        assertThat(volts(Channel.ONBOARD, Phase.LAMP, 1_000)).as("less 5 A").isCloseTo(12.576, NOISE);
        assertThat(volts(Channel.BACKUP, Phase.SETTLING, 1_000)).isCloseTo(13.2, NOISE);
        assertThat(volts(Channel.BACKUP_LEAD, Phase.SETTLING, 1_500)).as("behind the diode").isCloseTo(12.85, NOISE);
        assertThat(volts(Channel.ONBOARD, Phase.SAVER_ON, 4_000)).isCloseTo(12.654, NOISE);
        assertThat(volts(Channel.BACKUP_CURRENT, Phase.SAVER_ON, 5_000)).as("0.196 V in 0.15 Ω").isCloseTo(1.304,
                within(0.02));
        assertThat(volts(Channel.ONBOARD, Phase.BATTERY_OUT, 4_000)).as("saver alone").isCloseTo(12.699, NOISE);
        assertThat(volts(Channel.BATTERY, Phase.BATTERY_OUT, 5_000)).isCloseTo(12.65, NOISE);
        assertThat(volts(Channel.ONBOARD, Phase.SLIPPED, 1_000)).isCloseTo(0, NOISE);
        assertThat(volts(Channel.BACKUP, Phase.SLIPPED, 1_100)).as("unloaded").isCloseTo(13.2, NOISE);
        assertThat(volts(Channel.ONBOARD, Phase.HELD_AGAIN, 4_000)).isCloseTo(12.699, NOISE);
        assertThat(volts(Channel.ONBOARD, Phase.NEW_BATTERY, 4_000)).isCloseTo(12.717, NOISE);
        assertThat(volts(Channel.ONBOARD, Phase.SAVER_OFF, 4_000)).isCloseTo(12.705, NOISE);
        assertThat(volts(Channel.BACKUP_CURRENT, Phase.SAVER_OFF, 5_000)).isCloseTo(0, NOISE);
    }

    @Test
    void slippedClamp_letsTheNetworkDecayThroughItsCapacitors() {
        volts(Channel.ONBOARD, Phase.SLIPPED, 0);
        double atBounceEnd = volts(Channel.ONBOARD, Phase.SLIPPED, 20);
        double timeConstantMillis = SwappedCar.AWAKE_OHMS * CarNetwork.Parts.TYPICAL.capacitanceFarads() * 1_000;
        double later = volts(Channel.ONBOARD, Phase.SLIPPED, 20 + Math.round(timeConstantMillis));

        assertThat(later / atBounceEnd).isCloseTo(Math.exp(-1), within(0.02));
    }

    @Test
    void slip_isExactlyOneInterruptionInARound() {
        int interruptions = 0;
        boolean below = false;
        long belowNanos = 0;
        for (long nanos = BEGIN; nanos < BEGIN + SCRIPT.round().toNanos(); nanos += 500_000) {
            double volts = car.voltsAt(Channel.ONBOARD, nanos);
            boolean now = below ? volts < 5.5 : volts < 5.0;
            interruptions += now && !below ? 1 : 0;
            belowNanos += now ? 500_000 : 0;
            below = now;
        }

        assertThat(interruptions).isEqualTo(1);
        assertThat(Duration.ofNanos(belowNanos)).isBetween(Duration.ofMillis(1050), Duration.ofMillis(1200));
    }

    @Test
    void outsideTheSlip_nothingFallsBelowTheLowThreshold() {
        for (long millis = 0; millis < SCRIPT.round().toMillis(); millis += 5) {
            Phase phase = SCRIPT.phaseAt(Duration.ofMillis(millis));
            double volts = car.voltsAt(Channel.ONBOARD, BEGIN + millis * 1_000_000);
            if (phase != Phase.SLIPPED && phase != Phase.HELD_AGAIN) {
                assertThat(volts).as("%s at %d ms", phase, millis).isGreaterThan(12.5);
            }
        }
    }

    @Test
    void noise_isAFewMillivoltsAndRepeatsWithItsSeed() {
        SwappedCar same = new SwappedCar(SCRIPT, BEGIN, 1);
        double sum = 0;
        double squares = 0;
        int count = 2_000;
        for (int i = 0; i < count; i++) {
            double volts = car.voltsAt(Channel.ONBOARD, BEGIN + i * 1_000_000L);
            assertThat(same.voltsAt(Channel.ONBOARD, BEGIN + i * 1_000_000L)).isEqualTo(volts);
            sum += volts;
            squares += volts * volts;
        }
        double deviation = Math.sqrt(squares / count - Math.pow(sum / count, 2));

        assertThat(deviation).isBetween(0.001, 0.004);
    }
}
