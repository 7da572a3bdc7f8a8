package org.terminal30.dashboard.web;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.profile.CarRange;
import org.terminal30.dashboard.profile.Fact;
import org.terminal30.dashboard.profile.OwnProfile;
import org.terminal30.dashboard.profile.Source;

/**
 * A kind of head unit with what is known of it, and where each source comes from.
 *
 * @param own who entered it; null for one that is shipped
 */
@Serdeable
record ProfileView(String id, String name, List<String> makers, List<CarRange> cars, List<Fact> facts,
        List<Source> sources, @Nullable OwnProfile own) {}
