package org.terminal30.dashboard.saver;

import java.util.Optional;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.config.BackupConfig;
import org.terminal30.dashboard.workshop.SearchKey;

/** A saver as a person types it in. What is left out is what usually is so. */
@Serdeable
@SuppressWarnings("MultipleNullnessAnnotations") // absent as it arrives, refused when it is checked
public record SaverEntry(
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 40, message = "must have at most 40 characters") @Pattern(regexp = "(?s)\\s*|.*[\\p{L}\\p{N}].*", message = "must have a letter or a digit") String name,
        @Nullable @NotNull(message = "must be measured: with nothing connected") @DecimalMin(value = "9", message = "must be 9 V or more") @DecimalMax(value = "16", message = "must be 16 V or less") Double noLoadVolts,
        @Nullable @DecimalMin(value = "0.05", message = "must be 0.05 A or more") @DecimalMax(value = "100", message = "must be 100 A or less") Double ratingAmperes,
        @Nullable @Pattern(regexp = "|inside|box|none", message = "must be inside, box or none") String diode,
        @Nullable @DecimalMin(value = "0", message = "must be 0 V or more") @DecimalMax(value = "1.5", message = "must be 1.5 V or less") Double diodeVolts,
        @Nullable @DecimalMin(value = "5", message = "must be 5 V or more") @DecimalMax(value = "13", message = "must be 13 V or less") Double holdFloorVolts,
        @Nullable @Size(max = 2000, message = "must have at most 2000 characters") String remarks,
        @Nullable Boolean retired) {
    /** A rectifier of silicon, as cheap savers have it. */
    private static final double SILICON_VOLTS = 0.7;

    /** Why the figures do not go together, about the hold floor; empty when they do. Each by itself is in range. */
    public Optional<String> contradiction() {
        double most = unloaded() - diodeOrUsual();
        return floorOrUsual() < most
                ? Optional.empty()
                : Optional.of("must be below %.2f V, what is left of its voltage behind the diode".formatted(most));
    }

    String nameAsShown() {
        return text(name).replaceAll("\\s+", " ");
    }

    String nameKey() {
        return SearchKey.exact(text(name));
    }

    double unloaded() {
        return noLoadVolts == null ? BackupConfig.DEFAULT.noLoadVolts() : noLoadVolts;
    }

    String diodePlace() {
        String place = text(diode);
        return place.isEmpty() ? "box" : place;
    }

    double diodeOrUsual() {
        return switch (diodePlace()) {
            case "none" -> 0;
            case "inside" -> diodeVolts == null ? SILICON_VOLTS : diodeVolts;
            default -> diodeVolts == null ? BackupConfig.DEFAULT.diodeVolts() : diodeVolts;
        };
    }

    double floorOrUsual() {
        return holdFloorVolts == null ? BackupConfig.DEFAULT.holdFloorVolts() : holdFloorVolts;
    }

    boolean isRetired() {
        return Boolean.TRUE.equals(retired);
    }

    @Nullable
    String remarksOrNull() {
        String text = text(remarks);
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
