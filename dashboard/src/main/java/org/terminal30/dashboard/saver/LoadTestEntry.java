package org.terminal30.dashboard.saver;

import java.time.LocalDate;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A load test as a person types it in.
 *
 * @param testedOn today when it is left out
 */
@Serdeable
@SuppressWarnings("MultipleNullnessAnnotations") // absent as it arrives, refused when it is checked
public record LoadTestEntry(
        @Nullable @NotNull(message = "must say what the load drew") @DecimalMin(value = "0.05", message = "must be 0.05 A or more") @DecimalMax(value = "100", message = "must be 100 A or less") Double amperes,
        @Nullable @NotNull(message = "must say for how long") @Min(value = 1, message = "must be 1 s or more") @Max(value = 3600, message = "must be 3600 s or less") Integer seconds,
        @Nullable @NotNull(message = "must be measured at the end of its lead, under load") @DecimalMin(value = "0", message = "must be 0 V or more") @DecimalMax(value = "16", message = "must be 16 V or less") Double heldVolts,
        @Nullable LocalDate testedOn) {
    /** As long as the first gate looks at a saver (rule B6). */
    public static final int LEAST_SECONDS = 10;

    /** Whether a saver that had to hold so much has passed. */
    boolean passes(double limitVolts) {
        return heldVolts != null && heldVolts >= limitVolts && seconds != null && seconds >= LEAST_SECONDS;
    }
}
