package org.terminal30.dashboard.profile;

/**
 * What a choice holds for.
 *
 * @param kind as the registry names it
 * @param subject id of the profile or the head unit
 */
public record Scope(String kind, String subject) {
    /** Every head unit of the profile. */
    public static Scope profile(String id) {
        return new Scope("profile", id);
    }

    /** One head unit; goes before what is chosen for its profile. */
    public static Scope headUnit(long id) {
        return new Scope("head-unit", String.valueOf(id));
    }
}
