package org.terminal30.dashboard.web;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.profile.Library;

/**
 * A kind of head unit that the shipped library lacks.
 *
 * @param alike id of a shipped profile whose claims it begins with; none for one of which nothing is known
 * @param source who says that there is such a kind
 */
@Serdeable
record ProfileEntry(
        @Nullable @NotBlank(message = "must be given") @Size(max = 80, message = "must have at most 80 characters") String name,
        @Nullable @Size(max = 80, message = "must have at most 80 characters") String maker,
        @Nullable String alike,
        @Nullable @NotBlank(message = "must say who says so, such as \"sticker and service book, May 2026\"") @Size(max = 200, message = "must have at most 200 characters") String source) {

    String knownName() {
        return name == null ? "" : name.strip();
    }

    @Nullable
    String knownMaker() {
        return maker == null || maker.isBlank() ? null : maker.strip();
    }

    String knownAlike() {
        return alike == null || alike.isBlank() ? Library.OTHER : alike.strip();
    }

    String knownSource() {
        return source == null ? "" : source.strip();
    }
}
