package org.terminal30.dashboard.security;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the page {@code setup} shows.
 *
 * @param code goes back with the form, in a hidden field
 * @param name what was typed before
 * @param nameError what is wrong with the name, or empty
 * @param passwordError what is wrong with the password, or empty
 * @param refused why there is no form, or empty
 * @param done the manager is made: nothing but the way to log in
 * @param loopbackOnly other computers reach the server only after its next start
 */
@Serdeable
public record SetUpPage(String code, String name, String nameError, String passwordError, String refused, boolean done,
        boolean loopbackOnly) {
    static SetUpPage form(String code, String name, String nameError, String passwordError) {
        return new SetUpPage(code, name, nameError, passwordError, "", false, false);
    }

    static SetUpPage refused(String why) {
        return new SetUpPage("", "", "", "", why, false, false);
    }

    static SetUpPage done(boolean loopbackOnly) {
        return new SetUpPage("", "", "", "", "", true, loopbackOnly);
    }
}
