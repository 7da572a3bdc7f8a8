package org.terminal30.dashboard.security;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the page {@code login} shows.
 *
 * @param name what was typed before
 * @param error what was wrong, or empty
 * @param setUpNeeded nobody can log in yet: the link for the first manager was printed when the server started
 */
@Serdeable
public record LogInPage(String name, String error, boolean setUpNeeded) {}
