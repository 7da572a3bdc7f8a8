package org.terminal30.dashboard.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.registry.RegistryAwayException;
import org.terminal30.dashboard.words.Words;
import org.terminal30.dashboard.workshop.Jobs;
import org.terminal30.dashboard.workshop.Jobs.Interval;

/**
 * Makes the report of every job that has ended, once: by itself some seconds after the end, or when somebody asks before. What
 * arrives later makes a further revision. Safe for any thread.
 */
@Singleton
public final class ReportDesk {
    /** The last windows of a job have arrived by then, unless the bay is behind. */
    static final Duration SETTLING = Duration.ofSeconds(10);
    /** A first report made later than this says so. */
    static final Duration LATEST_MAKING = Duration.ofMinutes(5);
    /** Reports that are made in one go, beside everything else. */
    private static final int AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);

    private final Jobs jobs;
    private final Gathering gathering;
    private final KeptReports kept;
    private final Words words;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private final Map<BayId, Long> newestEnds = new ConcurrentHashMap<>();
    private final Set<String> impossible = ConcurrentHashMap.newKeySet();

    ReportDesk(Jobs jobs, Gathering gathering, KeptReports kept, Words words, Clock clock) {
        this.jobs = jobs;
        this.gathering = gathering;
        this.kept = kept;
        this.words = words;
        this.clock = clock;
        newestEnds.putAll(kept.newestEnds());
    }

    /** The report of a job, with everything that has arrived; empty for a job that is not known or still runs. */
    public Optional<JobReport> of(String job) {
        Optional<Interval> ended = jobs.interval(job).filter(interval -> interval.finishedNanos() != null);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        making.lock();
        try {
            Optional<JobReport> newest = kept.newest(job);
            if (newest.isEmpty()) {
                return Optional.of(first(ended.get()));
            }
            return Optional.of(kept.takeLate(job) ? again(ended.get(), newest.get()) : newest.get());
        } finally {
            making.unlock();
        }
    }

    /** A certain revision as it was said, or with null what {@link #of} answers; empty when there is none. */
    public Optional<JobReport> find(String job, @Nullable Integer revision) {
        return revision == null ? of(job) : kept.revision(job, revision);
    }

    /** The job that a number belongs to, written as {@link ReportNumber#read} writes it. */
    public Optional<String> job(String number) {
        return kept.job(number);
    }

    /** Records with labels from the first to the last have come from a bay: reports of that time are no longer whole. */
    public void arrived(BayId bay, long firstNanos, long lastNanos) {
        if (firstNanos <= newestEnds.getOrDefault(bay, Long.MIN_VALUE)) {
            kept.late(bay, new TimeRange(firstNanos, lastNanos));
        }
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "10s")
    void makeDue() {
        long ended = EpochNanos.of(clock.instant().minus(SETTLING));
        for (String job : kept.without(ended, AT_ONCE + impossible.size())) {
            if (!impossible.contains(job)) {
                make(job);
            }
        }
    }

    private void make(String job) {
        try {
            of(job);
        } catch (RuntimeException broken) {
            if (RegistryAwayException.isBehind(broken)) {
                throw broken;
            }
            // Tried again when somebody asks for it, or after a restart: not every five seconds.
            impossible.add(job);
            LOG.warn("the report of job {} cannot be made", job, broken);
        }
    }

    private JobReport first(Interval interval) {
        TimeRange range = Gathering.range(interval);
        AtTheTime then = gathering.now(interval);
        String number = ReportNumber.of(interval.bay(), interval.job().id(), range.fromNanos(),
                Gathering.year(interval));
        JobReport report = new Composer(words, gathering.measured(interval, range), then).compose(number, then.asOf());
        kept.keep(report, then, interval.bay(), range);
        newestEnds.merge(interval.bay(), range.toNanos(), Math::max);
        return report;
    }

    /** The same when nothing in it has changed; else the next revision. */
    private JobReport again(Interval interval, JobReport before) {
        TimeRange range = Gathering.range(interval);
        AtTheTime then = kept.atTheTime(interval.job().id()).orElseThrow();
        Composer composer = new Composer(words, gathering.measured(interval, range), then);
        JobReport now = composer.compose(before.number(), before.madeAt());
        if (kept.isSame(now.revision(before.revision(), before.madeAt(), before.made(), before.revised()), before)) {
            return before;
        }
        Instant at = Instant.ofEpochMilli(clock.millis());
        JobReport next = now.revision(before.revision() + 1, at, composer.made(at),
                "Revision %d: records that arrived after revision %d was made on %s are included."
                        .formatted(before.revision() + 1, before.revision(), before.made()));
        kept.keep(next);
        return next;
    }
}
