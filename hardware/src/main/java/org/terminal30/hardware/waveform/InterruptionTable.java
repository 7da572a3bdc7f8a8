package org.terminal30.hardware.waveform;

import java.util.ArrayList;
import java.util.List;

/** The durations of LV 124 E-10, short interruptions: nine in each decade from 10 µs to 90 ms, then 0.1 to 2.0 s. */
public final class InterruptionTable {
    /** How long the supply is back between two of them. */
    public static final double RECOVERY_SECONDS = 15;
    private static final long[] STEPS_NANOS = {10_000, 100_000, 1_000_000, 10_000_000};
    private static final long LAST_STEP_NANOS = 100_000_000;
    private static final int LAST_STEPS = 20;

    private InterruptionTable() {
    }

    /** In nanoseconds, rising. */
    public static List<Long> durationsNanos() {
        List<Long> durations = new ArrayList<>();
        for (long step : STEPS_NANOS) {
            for (int times = 1; times <= 9; times++) {
                durations.add(times * step);
            }
        }
        for (int times = 1; times <= LAST_STEPS; times++) {
            durations.add(times * LAST_STEP_NANOS);
        }
        return durations;
    }

    /** The whole table from 11 V, with another recovery than the standard's. */
    public static Waveform waveform(double recoverySeconds) {
        return InterruptionProfiles.e10(recoverySeconds);
    }
}
