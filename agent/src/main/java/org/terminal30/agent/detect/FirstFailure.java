package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.terminal30.hardware.sample.Channel;

/**
 * Which of two channels failed first when both did, as far as the samples can tell (rule B3): the first by more than two
 * sample periods is named, of the slower channel; else it cannot be told.
 *
 * @param earlier the break whose start was measured first
 * @param later the break on the other channel
 * @param certain whether the order of the two is more than chance
 */
public record FirstFailure(SupplyEvent earlier, SupplyEvent later, boolean certain) {
    /** Two failures further apart than this are two incidents. */
    public static final long ONE_INCIDENT_NANOS = 10_000_000_000L;
    private static final int SAMPLE_PERIODS = 2;

    private static final Set<EventKind> SUPPLY_BREAKS = EnumSet.of(EventKind.INTERRUPTION, EventKind.FEED_LOST);
    private static final Set<Channel> SUPPLY_CHANNELS = EnumSet.of(Channel.ONBOARD, Channel.RADIO);

    /** From one start to the other. */
    public long delayNanos() {
        return later.startNanos() - earlier.startNanos();
    }

    /** The channel that failed first; empty when it cannot be told. */
    public Optional<Channel> first() {
        return certain ? Optional.of(earlier.channel()) : Optional.empty();
    }

    /**
     * The incidents among some records in which two channels failed, in order. A channel that breaks again within the same
     * incident is not counted again.
     *
     * @param records in any order, each in its newest state
     * @param intervalNanos nominal time between two samples of a channel
     */
    public static List<FirstFailure> among(List<SupplyEvent> records, ToLongFunction<Channel> intervalNanos) {
        List<SupplyEvent> breaks = records.stream().filter(FirstFailure::isBreak)
                .sorted(Comparator.comparingLong(SupplyEvent::startNanos).thenComparing(SupplyEvent::channel)).toList();
        List<FirstFailure> found = new ArrayList<>();
        int next = 0;
        while (next < breaks.size()) {
            SupplyEvent first = breaks.get(next);
            List<SupplyEvent> incident = breaks.subList(next, breaks.size()).stream()
                    .filter(each -> each.startNanos() - first.startNanos() <= ONE_INCIDENT_NANOS).toList();
            incident.stream().filter(each -> each.channel() != first.channel()).findFirst()
                    .ifPresent(second -> found.add(of(first, second, intervalNanos)));
            next += incident.size();
        }
        return found;
    }

    private static FirstFailure of(SupplyEvent earlier, SupplyEvent later, ToLongFunction<Channel> intervalNanos) {
        long period = Math.max(intervalNanos.applyAsLong(earlier.channel()),
                intervalNanos.applyAsLong(later.channel()));
        return new FirstFailure(earlier, later, later.startNanos() - earlier.startNanos() > SAMPLE_PERIODS * period);
    }

    /** Whether a record says that a channel has failed. */
    private static boolean isBreak(SupplyEvent record) {
        return record.kind() == EventKind.BACKUP_LOST
                || (SUPPLY_BREAKS.contains(record.kind()) && SUPPLY_CHANNELS.contains(record.channel()));
    }
}
