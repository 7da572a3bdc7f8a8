package org.terminal30.dashboard.profile;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one point, and what the workshop goes by.
 *
 * @param fact key of the kind: {@code ignition-while-waiting}
 * @param title as it stands on pages
 * @param form how it is written, for who types it
 * @param says what to go by; null when nobody says anything
 * @param source of that: id of a {@link Source} or the workshop's own words; null when nobody says anything
 * @param origin {@code shipped}, {@code workshop} when it was chosen for the profile, {@code head-unit} when for this one alone
 * @param choice who chose it and when; null when it is as shipped
 * @param claims what is shipped, the first to go by first
 */
@Serdeable
public record Fact(String fact, String title, String form, @Nullable String says, @Nullable String source,
        String origin, @Nullable Choice choice, List<Claim> claims) {
    static final String SHIPPED = "shipped";
    static final String WORKSHOP = "workshop";
    static final String HEAD_UNIT = "head-unit";

    public Fact {
        claims = List.copyOf(claims);
    }

    static Fact shipped(FactKind kind, List<Claim> claims) {
        Claim first = claims.isEmpty() ? null : claims.getFirst();
        return new Fact(kind.key(), kind.title(), kind.form(), first == null ? null : first.says(), first == null
                ? null
                : first.source(), SHIPPED, null, claims);
    }

    Fact chosen(String origin, @Nullable Choice choice) {
        return choice == null
                ? this
                : new Fact(fact, title, form, choice.says(), choice.source(), origin, choice, claims);
    }
}
