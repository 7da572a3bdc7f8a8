package org.terminal30.dashboard.registry;

import io.micronaut.scheduling.TaskExceptionHandler;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done every few seconds fails every few seconds while the registry is away; {@link SiteWatch} has said so once. */
@Singleton
final class AwayTasks implements TaskExceptionHandler<Object, JdbiException> {
    private static final Logger LOG = LoggerFactory.getLogger(AwayTasks.class);

    @Override
    public void handle(Object bean, JdbiException failure) {
        if (RegistryAwayException.isBehind(failure)) {
            LOG.debug("{} waits for the registry", bean.getClass().getSimpleName());
        } else {
            LOG.error("a task of {} failed", bean.getClass().getSimpleName(), failure);
        }
    }
}
