package org.terminal30.hardware.simulated;

import java.time.Duration;
import java.util.List;

/**
 * The script of a battery swap in which the backup's clamp slips, round after round. Each duration is the length of the phase it
 * is named after.
 *
 * @param resting the car stands, its battery on
 * @param lamp a lamp is on; a small step, no dip
 * @param settling the lamp is off again
 * @param saverOn the memory saver's clamp is on the car
 * @param batteryOut the battery is lifted, the saver alone holds the network
 * @param slipped the saver's clamp is off: nothing holds the network; longer than its bouncing of {@link #BOUNCE}
 * @param heldAgain the clamp is back
 * @param newBattery the new battery is in, the saver still on
 * @param saverOff the saver's clamp is off, the swap is done
 */
public record BatterySwap(Duration resting, Duration lamp, Duration settling, Duration saverOn, Duration batteryOut,
        Duration slipped, Duration heldAgain, Duration newBattery, Duration saverOff) {
    /** How far a round is. */
    public enum Phase {
        RESTING,
        LAMP,
        SETTLING,
        SAVER_ON,
        BATTERY_OUT,
        SLIPPED,
        HELD_AGAIN,
        NEW_BATTERY,
        SAVER_OFF
    }

    /** A clamp that loses or finds its hold touches a few times more. */
    public static final Duration BOUNCE = Duration.ofMillis(14);
    /** Ends of touch and gap in turn, in microseconds after the clamp first lets go, or first touches. */
    private static final long[] BOUNCE_MICROS = {3_000, 5_000, 9_500, 14_000};
    private static final Phase[] PHASES = Phase.values();
    /** A round of 65 s whose clamp slips after 24 s, for 1.2 s. */
    public static final BatterySwap STANDARD = new BatterySwap(Duration.ofSeconds(4), Duration.ofSeconds(2),
            Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofMillis(1200),
            Duration.ofMillis(14_800), Duration.ofSeconds(12), Duration.ofSeconds(13));

    public BatterySwap {
        for (Duration phase : List.of(resting, lamp, settling, saverOn, batteryOut, slipped, heldAgain, newBattery,
                saverOff)) {
            if (phase.compareTo(BOUNCE) <= 0) {
                throw new IllegalArgumentException(
                        "phase of a battery swap lasts %s, must be longer than %s".formatted(phase, BOUNCE));
            }
        }
    }

    private Duration length(Phase phase) {
        return switch (phase) {
            case RESTING -> resting;
            case LAMP -> lamp;
            case SETTLING -> settling;
            case SAVER_ON -> saverOn;
            case BATTERY_OUT -> batteryOut;
            case SLIPPED -> slipped;
            case HELD_AGAIN -> heldAgain;
            case NEW_BATTERY -> newBattery;
            case SAVER_OFF -> saverOff;
        };
    }

    /** Length of one round. */
    public Duration round() {
        return Duration.ofNanos(untilNanos(Phase.SAVER_OFF)).plus(saverOff);
    }

    /** From the beginning of a round to the beginning of a phase in it. */
    public Duration until(Phase phase) {
        return Duration.ofNanos(untilNanos(phase));
    }

    private long untilNanos(Phase phase) {
        long nanos = 0;
        for (Phase before : PHASES) {
            if (before == phase) {
                break;
            }
            nanos += length(before).toNanos();
        }
        return nanos;
    }

    /** The phase at a time since the first round began; 0 or more. Rounds follow each other without end. */
    public Phase phaseAt(Duration sinceBegin) {
        return phaseAt(sinceBegin.toNanos());
    }

    Phase phaseAt(long nanosSinceBegin) {
        if (nanosSinceBegin < 0) {
            throw new IllegalArgumentException(
                    "time since the beginning is %d ns, must be 0 or more".formatted(nanosSinceBegin));
        }
        long intoRound = nanosSinceBegin % round().toNanos();
        for (Phase phase : PHASES) {
            intoRound -= length(phase).toNanos();
            if (intoRound < 0) {
                return phase;
            }
        }
        throw new AssertionError("the phases of a round are shorter than the round");
    }

    /** Rounds begun before a time since the first began: 0 during the first. */
    public long roundAt(Duration sinceBegin) {
        return sinceBegin.toNanos() / round().toNanos();
    }

    /** Whether the saver's clamp has contact, bouncing included. */
    boolean isSaverClamped(long nanosSinceBegin) {
        return switch (phaseAt(nanosSinceBegin)) {
            case RESTING, LAMP, SETTLING, SAVER_OFF -> false;
            case BATTERY_OUT, NEW_BATTERY -> true;
            case SAVER_ON -> bounces(nanosSinceBegin, Phase.SAVER_ON, true);
            case SLIPPED -> bounces(nanosSinceBegin, Phase.SLIPPED, false);
            case HELD_AGAIN -> bounces(nanosSinceBegin, Phase.HELD_AGAIN, true);
        };
    }

    /** The state after a change of contact, the other one in every second stretch of the bouncing. */
    private boolean bounces(long nanosSinceBegin, Phase phase, boolean after) {
        long micros = (nanosSinceBegin % round().toNanos() - untilNanos(phase)) / 1000;
        boolean state = after;
        for (long end : BOUNCE_MICROS) {
            if (micros < end) {
                return state;
            }
            state = !state;
        }
        return after;
    }
}
