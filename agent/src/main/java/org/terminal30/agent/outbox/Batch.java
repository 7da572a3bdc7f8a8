package org.terminal30.agent.outbox;

import java.util.List;

/**
 * Lines that leave together, in this order. Whoever took it gives every line back: {@link Outbox#acknowledged},
 * {@link Outbox#refused} or {@link Outbox#notSent}.
 */
public record Batch(List<Item> items) {
    public Batch {
        items = List.copyOf(items);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public List<String> lines() {
        return items.stream().map(Item::line).toList();
    }

    /** One line and where it is kept until it is acknowledged. */
    public sealed interface Item {
        String line();
    }

    /** A record: on disk, row {@code row} of its table. */
    record StoredRecord(long row, String line) implements Item {}

    /** A window or capture from the backlog: on disk, row {@code row} of its table. */
    record Stored(BacklogTable table, long row, String line) implements Item {}

    /** A window or capture in memory; it may come to lie on disk while it is under way. */
    record Live(LiveLane<?> lane, LiveMemory.Held<?> held, String line) implements Item {}

    /** How the agent or a channel is: nowhere, the next one replaces it. */
    record Status(String line) implements Item {}
}
