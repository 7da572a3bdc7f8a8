package org.terminal30.hardware.adc;

import org.terminal30.hardware.sample.NanoClock;

/**
 * Takes each cycle of a chip that measures without end exactly once: by its flag, which is cleared as it is read. Used by one
 * thread.
 */
final class InaConversions {
    /** How a look for the next cycle went. */
    sealed interface Outcome {
        /**
         * A new cycle.
         *
         * @param nanos its middle, to half the time between two looks
         */
        record Converted(long nanos, double busVolts, double shuntVolts) implements Outcome {}

        /** No cycle that could be read whole ended within {@link #READY_BOUND_NANOS}. */
        record NeverReady() implements Outcome {}

        /** Why the chip cannot be trusted. */
        record Unusable(String what) implements Outcome {}
    }

    /** About ten cycles. */
    static final long READY_BOUND_NANOS = 12_000_000;
    /** Between two looks at the flag: a look is a transfer of about 125 µs at 400 kHz. */
    private static final long LOOK_NANOS = 60_000;

    private final Ina chip;
    private final NanoClock clock;
    private final long cycleNanos;
    private final long shortestCycleNanos;
    private long lookedNanos;
    private long earliestEndNanos;
    private long endedNanos;

    /** A chip that has just been configured. */
    InaConversions(Ina chip, InaModel model, NanoClock clock) {
        this.chip = chip;
        this.clock = clock;
        this.cycleNanos = model.cycleNanos();
        this.shortestCycleNanos = model.shortestCycleNanos();
        this.lookedNanos = clock.nanoTime();
        this.endedNanos = lookedNanos;
    }

    /** Waits for the end of the next cycle, at most {@link #READY_BOUND_NANOS}, and reads what it measured. */
    Outcome await() {
        long untilNanos = clock.nanoTime() + READY_BOUND_NANOS;
        clock.pause(endedNanos + shortestCycleNanos - clock.nanoTime());
        Ina.Look look = look();
        while (clock.nanoTime() < untilNanos) {
            switch (look) {
                case READY -> {
                    var converted = new Outcome.Converted(endedNanos - cycleNanos / 2, chip.busVolts(),
                            chip.shuntVolts());
                    // Late enough for another cycle to have ended between the flag and the values: only the flag can tell.
                    if (clock.nanoTime() - earliestEndNanos < shortestCycleNanos) {
                        return converted;
                    }
                    look = look();
                    if (look == Ina.Look.PENDING) {
                        return converted;
                    }
                }
                case PENDING -> {
                    clock.pause(LOOK_NANOS);
                    look = look();
                }
                case UNSET -> {
                    return new Outcome.Unusable("has lost its settings: is its supply steady?");
                }
                case DAMAGED -> {
                    return new Outcome.Unusable("reports that its factory settings are damaged: replace it");
                }
            }
        }
        return new Outcome.NeverReady();
    }

    /** A cycle that is ready ended since the look before, and no longer ago than a cycle. */
    private Ina.Look look() {
        long previousNanos = lookedNanos;
        Ina.Look look = chip.look();
        lookedNanos = clock.nanoTime();
        if (look == Ina.Look.READY) {
            earliestEndNanos = Math.max(previousNanos, lookedNanos - cycleNanos);
            endedNanos = earliestEndNanos + (lookedNanos - earliestEndNanos) / 2;
        }
        return look;
    }
}
