package org.terminal30.hardware.simulated;

import java.util.SplittableRandom;

import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.simulated.BatterySwap.Phase;
import org.terminal30.hardware.simulated.CarNetwork.Wiring;

/**
 * A car whose battery is swapped by the script of a {@link BatterySwap}, over and over: what its terminals show follows from its
 * circuit. Used by one thread.
 */
public final class SwappedCar implements VoltageModel {
    static final double OLD_BATTERY_VOLTS = 12.65;
    static final double NEW_BATTERY_VOLTS = 12.72;
    /** A car with a door open: 1 A at 12.6 V; its lamp takes 4 A more. */
    static final double AWAKE_OHMS = 12.6;
    static final double LAMP_OHMS = 3.15;
    static final double NOISE_VOLTS = 0.002;
    /** Whoever asks after a longer pause finds the car as if it had stood in its present phase for so long. */
    private static final long LONGEST_CATCH_UP_NANOS = 2_000_000_000L;
    private static final long STEP_NANOS = CarNetwork.STEP.toNanos();

    private final BatterySwap script;
    private final long beginNanos;
    private final SplittableRandom noise;
    private final CarNetwork network = new CarNetwork(CarNetwork.Parts.TYPICAL, OLD_BATTERY_VOLTS);
    private long simulatedNanos;
    private Wiring wiring;

    /**
     * A car whose first round begins at a time of the monotonic clock.
     *
     * @param seed of the noise
     */
    public SwappedCar(BatterySwap script, long beginNanos, long seed) {
        this.script = script;
        this.beginNanos = beginNanos;
        this.noise = new SplittableRandom(seed);
        this.simulatedNanos = -STEP_NANOS;
        this.wiring = wiringAt(0);
    }

    @Override
    public double voltsAt(Channel channel, long nanos) {
        advance(Math.max(0, nanos - beginNanos));
        return trueValue(channel) + NOISE_VOLTS * noise.nextGaussian();
    }

    private void advance(long untilNanos) {
        simulatedNanos = Math.max(simulatedNanos, untilNanos - LONGEST_CATCH_UP_NANOS);
        while (simulatedNanos + STEP_NANOS <= untilNanos) {
            simulatedNanos += STEP_NANOS;
            wiring = wiringAt(simulatedNanos);
            network.step(wiring);
        }
    }

    private Wiring wiringAt(long sinceBegin) {
        Phase phase = script.phaseAt(sinceBegin);
        boolean isNew = phase == Phase.NEW_BATTERY || phase == Phase.SAVER_OFF;
        boolean out = phase == Phase.BATTERY_OUT || phase == Phase.SLIPPED || phase == Phase.HELD_AGAIN;
        double lamp = phase == Phase.LAMP ? 1 / LAMP_OHMS : 0;
        return new Wiring(isNew ? NEW_BATTERY_VOLTS : OLD_BATTERY_VOLTS, !out, script.isSaverClamped(sinceBegin),
                1 / (1 / AWAKE_OHMS + lamp));
    }

    private double trueValue(Channel channel) {
        return switch (channel) {
            case ONBOARD, RADIO -> network.onboardVolts();
            case BACKUP -> network.backupVolts();
            case BACKUP_LEAD -> network.backupLeadVolts(wiring.saverClamped());
            case BACKUP_CURRENT -> network.saverAmperes();
            case BATTERY -> network.batteryVolts(wiring.batteryVolts());
            case BATTERY_CURRENT -> network.batteryAmperes();
        };
    }
}
