package org.terminal30.dashboard.history.sqlite;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.history.KeepConfiguration;
import org.terminal30.dashboard.history.KeepTimes;
import org.terminal30.dashboard.history.Keepsakes;
import org.terminal30.dashboard.history.StoreSize;
import org.terminal30.dashboard.history.Upkeep;
import org.terminal30.dashboard.history.commit.GroupCommit;

/** Looks after the file of the history: in rounds, on a thread of its own, it lets go of what is too old and measures what there is. */
@Context
@Requires(beans = SqliteHistory.class)
public final class SqliteUpkeep implements Upkeep, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteUpkeep.class);
    private static final long FIRST_SECONDS = 10;
    private static final long PAUSE_SECONDS = 900;
    private static final long PATIENCE_SECONDS = 30;

    private final Jdbi jdbi;
    private final GroupCommit writer;
    private final StoreMeters meters;
    private final Clock clock;
    private final @Nullable KeepTimes configured;
    private final Thinner thinner;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("history-upkeep").daemon().factory());
    private @Nullable ScheduledFuture<?> rounds;
    private volatile @Nullable StoreSize size;
    private volatile boolean closed;

    /** Its first round comes soon after. */
    @Inject
    public SqliteUpkeep(SqliteHistory history, Keepsakes keepsakes, KeepConfiguration configuration, Clock clock) {
        this(history, keepsakes, configuration.times().orElse(null), clock);
        rounds = thread.scheduleWithFixedDelay(this::round, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    SqliteUpkeep(SqliteHistory history, Keepsakes keepsakes, @Nullable KeepTimes configured, Clock clock) {
        this.jdbi = history.jdbi();
        this.writer = history.writer();
        this.meters = history.meters();
        this.clock = clock;
        this.configured = configured;
        this.thinner = new Thinner(jdbi, writer, new Attached(keepsakes), () -> closed);
    }

    /** A fault ends it until the next one. */
    void round() {
        try {
            Instant now = clock.instant();
            long thinned = thinner.thin(rule().keep(), now);
            meters.thinned(thinned);
            if (thinned > 0) {
                LOG.info("Let go of what is too old in {} blocks", thinned);
            }
            thinner.giveBack();
            if (!closed) {
                size = jdbi.withHandle(handle -> Sizes.measured(handle, now));
            }
        } catch (RuntimeException failed) {
            LOG.error("The history could not be looked after; the next round tries again", failed);
        }
    }

    @Override
    public Rule rule() {
        return configured == null
                ? jdbi.withHandle(KeepTimesTable::newest)
                : new Rule(configured, true, null, null);
    }

    @Override
    public Rule keep(KeepTimes times, String by) {
        if (configured != null) {
            throw new IllegalStateException("the configuration says how long the history is kept");
        }
        writer.submit(handle -> {
            KeepTimesTable.add(handle, times, by, clock.instant());
            return times;
        });
        try {
            thread.execute(this::round);
        } catch (RejectedExecutionException ending) {
            LOG.debug("What is too old goes after the next start", ending);
        }
        return rule();
    }

    @Override
    public Optional<StoreSize> size() {
        return Optional.ofNullable(size);
    }

    /** Ends after the transaction that is going on. */
    @Override
    @PreDestroy
    public void close() {
        closed = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Still looking after the history after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
