package org.terminal30.hardware.adc;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.VoltageSource.Counters;

/**
 * A chip that takes its turn with others on one thread: all are started, then each is collected, so that their conversions
 * overlap. It finds its hardware by itself, after a loss too.
 */
sealed interface PolledChip permits Ads1115Chip, InaChip {
    /** Begins the next conversion, or looks for the chip when it is lost and that is due. Waits for nothing but the bus. */
    void start();

    /** Whether there is something to collect. */
    boolean isConverting();

    /** Waits for the conversion, with a bound of some milliseconds, and keeps it as samples. */
    void collect();

    /** Why the chip cannot be read, null while it can. */
    @Nullable
    String lostReason();

    /** Samples kept since they were last taken out, one block for each channel; emptied by the caller. */
    List<SampleBlock> blocks();

    Counters counters();
}
