package org.terminal30.agent.job.swap;

import java.util.Set;

import org.terminal30.agent.job.SaverProfile;
import org.terminal30.hardware.sample.Channel;

/**
 * Whether the battery has left the network, or come back to it (rule B6): its posts and the network differ or agree, the saver's
 * current steps, or the network steps towards the saver's voltage or away from it. Without any of
 * these only the technician knows. Fed with means over 100 ms.
 */
final class BatteryMoves {
    private static final long LASTING_NANOS = 500_000_000;
    private static final double DIFFER_VOLTS = 0.05;
    private static final double STEP_AMPERES = 0.2;
    private static final double STEP_VOLTS = 0.15;

    /** Less is a pair of open clamps. */
    private static final double A_BATTERY_VOLTS = 8;

    private final Levels levels;
    private final Lasting differ = new Lasting(LASTING_NANOS);
    private final Lasting agree = new Lasting(LASTING_NANOS);
    private final StepWatch current = new StepWatch();
    private final StepWatch onboard = new StepWatch();
    private final double diodeVolts;
    private boolean differed;
    private double looseVolts = Double.NaN;

    /** Looks from now on. */
    BatteryMoves(SaverProfile saver, Set<Channel> measured) {
        this.levels = new Levels(measured);
        this.diodeVolts = saver.diodeVolts();
    }

    void window(Channel channel, double mean, long endNanos) {
        levels.window(channel, mean, endNanos);
        switch (channel) {
            case BACKUP_CURRENT -> current.add(mean, endNanos);
            case ONBOARD -> onboard.add(mean, endNanos);
            case BATTERY -> {
                double difference = Math.abs(mean - levels.mean(Channel.ONBOARD));
                differ.observe(difference >= DIFFER_VOLTS, endNanos, Levels.FRESH_NANOS);
                agree.observe(difference < DIFFER_VOLTS, endNanos, Levels.FRESH_NANOS);
                differed |= differ.isMet();
                looseVolts = differ.isMet() && mean >= A_BATTERY_VOLTS ? mean : looseVolts;
            }
            default -> {
                // The other channels say nothing of the battery.
            }
        }
    }

    /** Whether it is seen to leave, or to be away. */
    boolean isOut() {
        return differ.isMet() || hasCurrentStepped() || (hasStepped() && isTowardsSaver());
    }

    /** Whether it is seen to come back, or to be back. */
    boolean isIn() {
        return (differed && agree.isMet()) || hasCurrentStepped() || (hasStepped() && !isTowardsSaver());
    }

    /** Up from a saver that stood below the battery, down from one that charged it. */
    private boolean hasCurrentStepped() {
        return Math.abs(current.rise()) >= STEP_AMPERES;
    }

    private boolean hasStepped() {
        return Math.abs(onboard.rise()) >= STEP_VOLTS;
    }

    /** What a battery shows that is not on the network; NaN while none was seen. */
    double looseVolts() {
        return looseVolts;
    }

    private boolean isTowardsSaver() {
        double now = levels.mean(Channel.ONBOARD);
        double target = levels.mean(Channel.BACKUP) - diodeVolts;
        return Double.isNaN(target)
                ? onboard.rise() < 0
                : Math.abs(target - now) < Math.abs(target - (now - onboard.rise()));
    }
}
