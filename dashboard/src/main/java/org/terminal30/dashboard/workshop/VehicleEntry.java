package org.terminal30.dashboard.workshop;

import java.util.Locale;
import java.util.Optional;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as a person types it in.
 *
 * @param vinAsOnCar the VIN stands so on the car although its check digit says otherwise: cars were built that have none
 */
@Serdeable
public record VehicleEntry(
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 16, message = "must have at most 16 characters") @Pattern(regexp = "(?s)\\s*|.*[\\p{L}\\p{N}].*", message = "must have a letter or a digit") String plate,
        @Nullable @Vin String vin,
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 64, message = "must have at most 64 characters") String make,
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 64, message = "must have at most 64 characters") String model,
        @Nullable @Size(max = 64, message = "must have at most 64 characters") String generation,
        @Nullable @Min(value = 1900, message = "must be 1900 or later") @Max(value = 2100, message = "must be 2100 or earlier") Integer year,
        @Nullable @Size(max = 2000, message = "must have at most 2000 characters") String note,
        @Nullable @Pattern(regexp = "|flooded|efb|agm|gel", message = "must be flooded, efb, agm or gel") String batteryType,
        @Nullable @Min(value = 1, message = "must be 1 Ah or more") @Max(value = 300, message = "must be 300 Ah or less") Integer batteryAmpHours,
        @Nullable @KnownDay String batteryFittedOn,
        @Nullable Boolean vinAsOnCar) {

    String plateAsShown() {
        return text(plate).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    /** What two spellings of one plate have in common. */
    String plateKey() {
        return SearchKey.exact(text(plate));
    }

    String vinSearch() {
        return SearchKey.of(text(vin));
    }

    String plateSearch() {
        return SearchKey.of(text(plate));
    }

    /** What the check digit says against the VIN, unless the person has looked again; the form of the VIN is right. */
    public Optional<String> vinDoubt() {
        String stored = VinRule.normalised(text(vin));
        return stored.isEmpty() || Boolean.TRUE.equals(vinAsOnCar) ? Optional.empty() : VinCheckDigit.fault(stored);
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
