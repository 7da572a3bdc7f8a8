package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.outbox.Batch.Item;
import org.terminal30.agent.outbox.Batch.Live;
import org.terminal30.agent.outbox.Batch.Stored;
import org.terminal30.agent.outbox.LiveMemory.Held;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.WireRecord;

/** Records of one kind on their way through memory, and the table on disk to which they go when that takes too long. */
final class LiveLane<R extends WireRecord> {
    private final LiveMemory<R> memory;
    private final BacklogTable table;
    private final int mostInABatch;

    LiveLane(int mostInMemory, int mostInABatch, BacklogTable table) {
        this.memory = new LiveMemory<>(mostInMemory);
        this.mostInABatch = mostInABatch;
        this.table = table;
    }

    void add(R record, long nowNanos) {
        memory.add(record, nowNanos);
    }

    /** How long the oldest waiting record has been here; negative when none waits. */
    long waitedNanos(long nowNanos) {
        return memory.waitedNanos(nowNanos);
    }

    /** In memory or on disk. */
    long pending() {
        return memory.size() + table.pending();
    }

    /** Records that went because memory was full. */
    long evicted() {
        return memory.evicted();
    }

    void replaceAll(UnaryOperator<R> with) {
        memory.replaceAll(with);
    }

    List<Item> take() {
        List<Item> items = new ArrayList<>();
        for (Held<R> held : memory.take(mostInABatch)) {
            items.add(new Live(this, held, RecordCodec.line(held.record())));
        }
        return items;
    }

    /** Forgets a line that was acknowledged or refused; what has to be deleted on disk, if it got there. */
    Optional<Stored> done(Live live) {
        long row = memory.done(live.held());
        return row == 0 ? Optional.empty() : Optional.of(new Stored(table, row, live.line()));
    }

    /** Takes back those of its lines that could not be sent. */
    void back(List<Live> notSent) {
        memory.back(notSent.stream().map(Live::held).toList());
    }

    /**
     * The records that came at or before a moment, written to disk by a transaction that has yet to succeed.
     *
     * @param records of {@code rows}, in the same order
     */
    record Spill<R extends WireRecord>(LiveLane<R> lane, List<Held<R>> records, List<Long> rows) {
        boolean isEmpty() {
            return records.isEmpty();
        }

        /** Inside the transaction. */
        void write(@Nullable Long heldBoot) throws SQLException {
            rows.addAll(lane.table.append(records.stream().map(Held::record).toList(), heldBoot));
        }

        /** After it. */
        void written() {
            lane.memory.spilled(records, rows);
        }
    }

    Spill<R> overdue(long arrivedNanos) {
        return new Spill<>(this, memory.overdue(arrivedNanos), new ArrayList<>());
    }
}
