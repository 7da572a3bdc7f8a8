package org.terminal30.dashboard.registry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Says in {@code /health} and {@code /prometheus} whether the registry can be used; never waits for it. */
@Singleton
final class RegistryHealth implements HealthIndicator {
    private final Registry registry;

    RegistryHealth(Registry registry, MeterRegistry meters) {
        this.registry = registry;
        Gauge.builder("terminal30.registry.reachable", registry, r -> r.trouble().isEmpty() ? 1 : 0)
                .description("1 while the registry can be used, else 0").register(meters);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder("registry",
                registry.trouble().isEmpty() ? HealthStatus.UP : HealthStatus.DOWN).build());
    }
}
