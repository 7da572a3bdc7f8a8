package org.terminal30.dashboard.profile;

import java.time.Instant;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A kind of head unit that the workshop has entered.
 *
 * @param id begins with {@value OwnProfiles#PREFIX}
 * @param alike id of the shipped profile whose claims it begins with
 * @param source who says that there is such a kind
 */
@Serdeable
public record OwnProfile(String id, String name, @Nullable String maker, String alike, String source, String enteredBy,
        Instant enteredAt) {}
