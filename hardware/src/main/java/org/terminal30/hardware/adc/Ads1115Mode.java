package org.terminal30.hardware.adc;

import org.terminal30.hardware.adc.Ads1115.Input;
import org.terminal30.hardware.adc.Ads1115.Outcome;

/** A way to get conversions out of an ADS1115. Methods throw {@link com.pi4j.exception.Pi4JException} when it does not answer. */
sealed interface Ads1115Mode permits Ads1115, Ads1115Continuous {
    /** Whether what answers behaves like the chip, which has no register that names it. */
    boolean isRecognised();

    /** Sees to it that a conversion of this input is under way. */
    void start(Input input);

    /** Waits for that conversion, at most {@link Ads1115#READY_BOUND_NANOS}, and reads it. */
    Outcome await();

    /** Middle of the conversion last read: the converter averages over the whole of it. */
    long sampledNanos();

    /** What is wrong when no conversion gets ready, for people. */
    String silence();
}
