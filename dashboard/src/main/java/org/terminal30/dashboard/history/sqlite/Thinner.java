package org.terminal30.dashboard.history.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.wire.BayId;
import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.KeepTimes;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.TimeRange;
import org.terminal30.dashboard.history.commit.GroupCommit;
import org.terminal30.dashboard.history.sqlite.ThinnedTable.Candidate;

/**
 * Lets go of what is older than it is kept, a few blocks in a transaction, each when nobody waits for the writer. Looking and checking
 * happen on the caller's thread. Wherever it is stopped, the next round goes on from there.
 */
final class Thinner {
    private static final Logger LOG = LoggerFactory.getLogger(Thinner.class);
    /** Blocks of one transaction: two hours of a series, of which some 70 pages are freed. */
    static final int BLOCKS_AT_ONCE = 12;
    /** Pages that are given back to the disk in one transaction. */
    private static final int PAGES_AT_ONCE = 64;
    /** Of the file: as much free room stays for what comes. Moving pages about for less wears a card for nothing. */
    private static final int FREE_SHARE = 8;
    private static final int INCREMENTAL = 2;
    private static final long SPANS_A_DAY = Level.DAY.stepNanos() / Level.TEN_MINUTES.stepNanos();

    private final Jdbi jdbi;
    private final GroupCommit writer;
    private final Attached attached;
    private final BooleanSupplier stopped;

    /** {@code stopped}: whether to end after the transaction that is going on. */
    Thinner(Jdbi jdbi, GroupCommit writer, Attached attached, BooleanSupplier stopped) {
        this.jdbi = jdbi;
        this.writer = writer;
        this.attached = attached;
        this.stopped = stopped;
    }

    private record Owner(long series, BayId bay) {}

    /** Lets go of everything that is too old at a moment; how many blocks became smaller or vanished. */
    long thin(KeepTimes keep, Instant now) {
        List<Owner> owners = jdbi.withHandle(handle -> handle.createQuery("select id, site, bay from series")
                .map((row, context) -> new Owner(row.getLong("id"),
                        new BayId(row.getString("site"), row.getString("bay"))))
                .list());
        long thinned = 0;
        for (Owner owner : owners) {
            for (Level level : List.of(Level.WINDOW, Level.SECOND, Level.MINUTE)) {
                Integer days = keep.days(level);
                if (days != null) {
                    long limit = Span.number(EpochNanos.of(now.minus(Duration.ofDays(days))));
                    thinned += level == Level.MINUTE ? forget(owner, limit) : thin(owner, level, limit);
                }
            }
        }
        return thinned;
    }

    private long thin(Owner owner, Level level, long limit) {
        long thinned = 0;
        long first = next(owner, level);
        while (first < limit && !stopped.getAsBoolean()) {
            long from = first;
            List<Candidate> found = jdbi.withHandle(
                    handle -> ThinnedTable.with(handle, level, owner.series, from, limit, BLOCKS_AT_ONCE));
            long next = found.size() < BLOCKS_AT_ONCE ? limit : found.getLast().span().number() + 1;
            List<Candidate> going = going(owner, found);
            thinned += writer.submitWhenIdle(handle -> {
                ThinnedTable.lookedAt(handle, owner.series, level, next);
                return ThinnedTable.empty(handle, level, going);
            });
            first = next;
        }
        return thinned;
    }

    private List<Candidate> going(Owner owner, List<Candidate> found) {
        if (found.isEmpty()) {
            return found;
        }
        Set<Long> staying = staying(owner, found.getFirst().span().startNanos(), found.getLast().span().endNanos());
        return found.stream().filter(block -> !staying.contains(block.span().number()))
                .filter(Thinner::isSound).toList();
    }

    /** What the windows make is read before they go: a block that is damaged there keeps them. */
    private static boolean isSound(Candidate block) {
        if (!block.damage().isEmpty()) {
            LOG.error("{} keeps its windows: what they make {}", block.span(), block.damage());
        }
        return block.damage().isEmpty();
    }

    /** Whole days, without one in which something is kept for ever. */
    private long forget(Owner owner, long limit) {
        long forgotten = 0;
        long first = Math.floorDiv(next(owner, Level.MINUTE), SPANS_A_DAY) * SPANS_A_DAY;
        while (first + SPANS_A_DAY <= limit && !stopped.getAsBoolean()) {
            long day = first;
            Span begin = new Span(owner.series, day);
            boolean stays = !staying(owner, begin.startNanos(), begin.startNanos() + Level.DAY.stepNanos()).isEmpty();
            forgotten += writer.submitWhenIdle(handle -> {
                ThinnedTable.lookedAt(handle, owner.series, Level.MINUTE, day + SPANS_A_DAY);
                return stays ? 0 : ThinnedTable.deleteDay(handle, owner.series, day);
            });
            first += SPANS_A_DAY;
        }
        return forgotten;
    }

    private long next(Owner owner, Level level) {
        return jdbi.withHandle(handle -> ThinnedTable.next(handle, owner.series, level));
    }

    private Set<Long> staying(Owner owner, long fromNanos, long toNanos) {
        return jdbi.withHandle(handle -> attached.spans(handle, owner.bay, new TimeRange(fromNanos, toNanos)));
    }

    /** Gives room in the file back to the disk, beyond what is left for what comes; nothing in a file that was not made for it. */
    void giveBack() {
        boolean more = jdbi.withHandle(handle -> number(handle, "auto_vacuum")) == INCREMENTAL;
        while (more && !stopped.getAsBoolean()) {
            more = writer.submitWhenIdle(Thinner::giveBackSome);
        }
    }

    private static boolean giveBackSome(Handle handle) {
        // Each page that goes makes the file shorter as well.
        long spare = (FREE_SHARE * number(handle, "freelist_count") - number(handle, "page_count")) / (FREE_SHARE - 1);
        // The driver takes one step of a statement without rows, which is one page, whatever number it is given.
        for (long page = 0; page < Math.min(spare, PAGES_AT_ONCE); page++) {
            handle.execute("pragma incremental_vacuum(1)");
        }
        return spare > PAGES_AT_ONCE;
    }

    static long number(Handle handle, String pragma) {
        return handle.createQuery("pragma " + pragma).mapTo(Long.class).one();
    }
}
