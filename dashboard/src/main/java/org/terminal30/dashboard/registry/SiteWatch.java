package org.terminal30.dashboard.registry;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second, on a thread of its own, whether the site is still ours and its server answers; takes the site again when
 * the server is back. While it is not ours nobody gets a connection: a request is refused at once instead of waiting, and
 * nothing is written beside another dashboard.
 */
final class SiteWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(SiteWatch.class);

    private final SiteLock lock;
    private final PostgresSite site;
    private final Runnable whenBack;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("registry").daemon().unstarted(this::lookEverAgain);
    private volatile @Nullable String trouble;

    /** @param whenBack called after the site was lost and taken again, before anybody gets a connection */
    SiteWatch(SiteLock lock, PostgresSite site, Runnable whenBack) {
        this.lock = lock;
        this.site = site;
        this.whenBack = whenBack;
    }

    void start() {
        thread.start();
    }

    /** Why the site cannot be used now, for people; empty when it can. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void lookEverAgain() {
        try {
            while (!stopped.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS)) {
                look();
            }
        } catch (InterruptedException closing) {
            LOG.debug("nobody looks after {} any more", site);
        }
    }

    private void look() {
        try {
            if (!lock.isHeld()) {
                lost();
            }
        } catch (SQLException away) {
            if (trouble == null) {
                LOG.warn("{} is away: {}", site, away.getMessage());
            }
            trouble = RegistryAwayException.SENTENCE;
        } catch (RuntimeException unforeseen) {
            LOG.error("looking after {} failed, it goes on", site, unforeseen);
        }
    }

    private void lost() throws SQLException {
        Optional<String> other = lock.take();
        if (other.isPresent()) {
            if (!taken().equals(trouble)) {
                LOG.error("{} is in use by {}: this dashboard waits until it is free", site, other.get());
            }
            trouble = taken();
            return;
        }
        whenBack.run();
        if (trouble != null) {
            LOG.info("{} is back", site);
        }
        trouble = null;
    }

    private String taken() {
        return "Another dashboard has taken over site %s: stop one of the two.".formatted(site.site());
    }

    /** Ends the thread and gives the site back. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            if (thread.isAlive() && !thread.join(CLOSE_BOUND)) {
                LOG.warn("looking after {} does not end within {}", site, CLOSE_BOUND);
                return;
            }
            lock.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException gone) {
            LOG.debug("{} was lost before it could be given back", site, gone);
        }
    }
}
