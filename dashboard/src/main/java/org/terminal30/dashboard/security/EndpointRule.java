package org.terminal30.dashboard.security;

import java.util.Collection;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.management.endpoint.EndpointSensitivityProcessor;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.security.rules.SensitiveEndpointRule;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** {@code /prometheus} is for managers and for whoever holds a bay's token. */
@Singleton
@Replaces(SensitiveEndpointRule.class)
final class EndpointRule extends SensitiveEndpointRule {
    EndpointRule(EndpointSensitivityProcessor endpoints) {
        super(endpoints);
    }

    @Override
    protected Publisher<SecurityRuleResult> checkSensitiveAuthenticated(HttpRequest<?> request, Authentication who,
            ExecutableMethod<?, ?> method) {
        Collection<String> roles = who.getRoles();
        return Mono.just(roles.contains(Role.MANAGER) || roles.contains(Role.BAY)
                ? SecurityRuleResult.ALLOWED
                : SecurityRuleResult.REJECTED);
    }
}
