package org.terminal30.dashboard.headunit;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.profile.Library;
import org.terminal30.dashboard.workshop.SearchKey;

/** A head unit as a person types it in. */
@Serdeable
public record HeadUnitEntry(
        @Nullable @NotBlank(message = "must not be empty") @Size(max = 64, message = "must have at most 64 characters") String maker,
        @Nullable @Size(max = 64, message = "must have at most 64 characters") String model,
        @Nullable @Size(max = 40, message = "must have at most 40 characters") @Pattern(regexp = "(?s)\\s*|.*[\\p{L}\\p{N}].*", message = "must have a letter or a digit") String serial,
        @Nullable String profile,
        @Nullable @Pattern(regexp = "|unknown|card|service-book|phone|previous-owner|dealer|elsewhere", message = "must be unknown, card, service-book, phone, previous-owner, dealer or elsewhere") String codePlace,
        @Nullable @Size(max = 200, message = "must have at most 200 characters") String codePlaceNote,
        @Nullable @Size(max = 2000, message = "must have at most 2000 characters") String note) {
    /** Where a code can be kept; {@code unknown} while nobody has asked. */
    public static final List<String> PLACES = List.of("unknown", "card", "service-book", "phone", "previous-owner",
            "dealer", "elsewhere");

    /** The kind that was chosen; {@link Library#OTHER} when none was. */
    public String profileOrOther() {
        String chosen = text(profile);
        return chosen.isEmpty() ? Library.OTHER : chosen;
    }

    String serialAsShown() {
        return text(serial).replaceAll("\\s+", " ");
    }

    /** What two spellings of one number have in common; null when it is not known. */
    @Nullable
    String serialKey() {
        return orNull(SearchKey.exact(text(serial)));
    }

    String placeOrUnknown() {
        String place = text(codePlace);
        return place.isEmpty() ? PLACES.getFirst() : place;
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static @Nullable String orNull(@Nullable String typed) {
        String text = text(typed);
        return text.isEmpty() ? null : text;
    }
}
