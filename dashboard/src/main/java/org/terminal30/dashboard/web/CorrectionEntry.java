package org.terminal30.dashboard.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a stay was entered wrong. */
@Serdeable
record CorrectionEntry(
        @Nullable @NotBlank(message = "must say what was wrong, such as \"wrong car chosen\"") @Size(max = 200, message = "must have at most 200 characters") String why) {
    String reason() {
        return why == null ? "" : why.strip();
    }
}
