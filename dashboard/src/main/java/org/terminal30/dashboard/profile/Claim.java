package org.terminal30.dashboard.profile;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a fact.
 *
 * @param says in the fact's own form: see {@link FactKind}
 * @param source the id of a {@link Source}, or the workshop's own words
 * @param note how exactly the source says it
 */
@Serdeable
public record Claim(String says, String source, @Nullable String note) {}
