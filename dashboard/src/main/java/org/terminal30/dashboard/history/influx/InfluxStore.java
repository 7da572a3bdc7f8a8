package org.terminal30.dashboard.history.influx;

import java.nio.file.Path;
import java.time.Clock;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;

import org.terminal30.dashboard.history.StoreChoice;

/** The InfluxDB that the configuration chooses. */
@Factory
@Requires(property = StoreChoice.PROPERTY, value = StoreChoice.INFLUX)
final class InfluxStore {
    /** Opens the spool in the data folder; InfluxDB need not be there yet. */
    @Singleton
    @Bean(preDestroy = "close")
    InfluxHistory history(@Property(name = "terminal30.data") String folder, Environment environment, Clock clock) {
        InfluxHistory history = InfluxHistory.open(Path.of(folder), key -> environment.getProperty(key, String.class),
                clock);
        history.start();
        return history;
    }
}
