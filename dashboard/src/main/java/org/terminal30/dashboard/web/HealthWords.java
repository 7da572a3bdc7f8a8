package org.terminal30.dashboard.web;

import java.util.Map;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthLevelOfDetail;
import io.micronaut.management.health.aggregator.DefaultHealthAggregator;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.runtime.ApplicationConfiguration;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.StoreState;

/**
 * What {@code /health} says to everybody: whether all is well and, of all details, how the store of the history is. Only a history
 * that takes nothing more is down: while bays can be taken in, the dashboard is up.
 */
@Singleton
@Replaces(DefaultHealthAggregator.class)
class HealthWords extends DefaultHealthAggregator {
    private final History history;

    HealthWords(ApplicationConfiguration application, History history) {
        super(application);
        this.history = history;
    }

    @Override
    public Publisher<HealthResult> aggregate(HealthIndicator[] indicators, HealthLevelOfDetail detail) {
        return Flux.from(super.aggregate(indicators, HealthLevelOfDetail.STATUS)).map(all -> {
            StoreState state = history.state();
            HealthStatus status = state.kind() == StoreState.Kind.FULL ? HealthStatus.DOWN : all.getStatus();
            return HealthResult.builder(null, status).details(Map.of("history", StoreView.of(state))).build();
        });
    }
}
