package org.terminal30.dashboard.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.security.authentication.Authentication;

import org.terminal30.agent.wire.BayId;

/** How a bay appears as the authentication of a request. */
public final class BayAuthentication {
    private static final String SITE = "site";
    private static final String BAY = "bay";

    private BayAuthentication() {
    }

    static Authentication of(BayId bay) {
        return Authentication.build(bay.toString(), List.of(Role.BAY), Map.of(SITE, bay.site(), BAY, bay.bay()));
    }

    /** The bay whose token came with the request; empty when it is a person. */
    public static Optional<BayId> bay(Authentication authentication) {
        if (!authentication.getRoles().contains(Role.BAY)) {
            return Optional.empty();
        }
        Map<String, Object> attributes = authentication.getAttributes();
        return Optional.of(new BayId(String.valueOf(attributes.get(SITE)), String.valueOf(attributes.get(BAY))));
    }
}
