package org.terminal30.dashboard.workshop;

import java.util.Locale;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A vehicle as a person types it in. */
@Serdeable
public record VehicleEntry(
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 16, message = "must have at most 16 characters") @Pattern(regexp = "(?s)\\s*|.*[\\p{L}\\p{N}].*", message = "must have a letter or a digit") String plate,
        @Nullable @Vin String vin,
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 64, message = "must have at most 64 characters") String make,
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 64, message = "must have at most 64 characters") String model,
        @Nullable @Size(max = 64, message = "must have at most 64 characters") String generation,
        @Nullable @Min(value = 1900, message = "must be 1900 or later") @Max(value = 2100, message = "must be 2100 or earlier") Integer year,
        @Nullable @Size(max = 2000, message = "must have at most 2000 characters") String note) {

    String plateAsShown() {
        return text(plate).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** What two spellings of one plate have in common. */
    String plateKey() {
        return text(plate).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Nullable
    String vinAsStored() {
        return orNull(VinRule.normalised(text(vin)));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static @Nullable String orNull(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }
}
