package org.terminal30.dashboard.profile;

import java.util.Map;

import jakarta.inject.Singleton;

/** What to go by: the shipped library with the workshop's choices over it. */
@Singleton
public final class Profiles {
    private final Library library;
    private final Choices choices;

    Profiles(Library library, Choices choices) {
        this.library = library;
        this.choices = choices;
    }

    /** For every head unit of a profile. */
    public Facts of(Profile profile) {
        return Facts.of(profile, choices.of(Scope.profile(profile.id())), Map.of());
    }

    /** For one head unit of that profile. */
    public Facts of(String profile, long headUnit) {
        Profile shipped = library.get(profile);
        return Facts.of(shipped, choices.of(Scope.profile(shipped.id())), choices.of(Scope.headUnit(headUnit)));
    }
}
