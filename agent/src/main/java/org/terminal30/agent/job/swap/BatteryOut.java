package org.terminal30.agent.job.swap;

import org.terminal30.hardware.sample.Channel;

/**
 * Whether the battery has left the network (rule B6): its posts and the network differ, the saver takes over the load, or the
 * network steps towards the saver's voltage. Without any of these only the technician knows.
 */
final class BatteryOut {
    private static final long DIFFER_NANOS = 500_000_000;
    private static final double DIFFER_VOLTS = 0.05;
    private static final double STEP_AMPERES = 0.2;
    private static final double STEP_VOLTS = 0.15;

    private final Lasting differ = new Lasting(DIFFER_NANOS);
    private final StepWatch current = new StepWatch();
    private final StepWatch onboard = new StepWatch();
    private final double diodeVolts;
    private boolean out;

    BatteryOut(SaverProfile saver) {
        this.diodeVolts = saver.diodeVolts();
    }

    /** The newest window, of this channel, has been taken into the levels. */
    void look(Channel channel, Levels levels) {
        switch (channel) {
            case BACKUP_CURRENT -> {
                current.add(levels.mean(channel), levels.nowNanos());
                out |= current.rise() >= STEP_AMPERES;
            }
            case ONBOARD -> {
                onboard.add(levels.mean(channel), levels.nowNanos());
                out |= Math.abs(onboard.rise()) >= STEP_VOLTS && isTowardsSaver(levels);
            }
            case BATTERY -> {
                differ.observe(Math.abs(levels.mean(channel) - levels.mean(Channel.ONBOARD)) >= DIFFER_VOLTS,
                        levels.nowNanos(), Levels.FRESH_NANOS);
                out |= differ.isMet();
            }
            default -> {
                // The other channels say nothing of the battery.
            }
        }
    }

    private boolean isTowardsSaver(Levels levels) {
        double now = levels.mean(Channel.ONBOARD);
        double target = levels.mean(Channel.BACKUP) - diodeVolts;
        return Double.isNaN(target)
                ? onboard.rise() < 0
                : Math.abs(target - now) < Math.abs(target - (now - onboard.rise()));
    }

    /** Whether it was measured that the battery is out. */
    boolean isOut() {
        return out;
    }
}
