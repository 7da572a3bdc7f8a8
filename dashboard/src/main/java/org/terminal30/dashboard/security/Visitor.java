package org.terminal30.dashboard.security;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Who is looking at a page.
 *
 * @param name empty when nobody is logged in
 * @param manager may change people
 * @param demo nobody needs to log in
 * @param csrfToken what the page sends back with every change, for {@code <meta name="csrf-token">}
 */
@Serdeable
public record Visitor(String name, boolean manager, boolean demo, String csrfToken) {}
