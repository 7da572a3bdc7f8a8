package org.terminal30.agent.outbox;

import java.sql.SQLException;
import java.util.List;

import org.terminal30.agent.wire.LineProtocol;
import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.RecordCodec;
import org.terminal30.agent.wire.Relabel;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Clock;

/** Rows that were stored before their boot could trust its clock (rule B8). Used inside a transaction of the file. */
final class HeldRows {
    /** Between the last label of a boot that is placed and the first of the next one. */
    static final long APART_NANOS = 1_000_000_000;
    private static final List<String> TABLES = List.of("record", BacklogTable.WINDOWS, BacklogTable.CAPTURES);

    private final OutboxFile file;

    HeldRows(OutboxFile file) {
        this.file = file;
    }

    private record Row(long number, WireRecord record) {}

    /** Gives the rows of {@code boot} their labels. */
    void release(long boot, long shiftNanos, Clock clock) throws SQLException {
        for (String table : TABLES) {
            for (Row row : held(table, boot)) {
                file.update("UPDATE " + table + " SET boot = NULL, line = ? WHERE seq = ?",
                        RecordCodec.line(Relabel.shifted(row.record(), shiftNanos, clock)), row.number());
            }
        }
    }

    /**
     * Places what earlier boots left behind: each before the one after it, the newest of them before {@code startNanos}.
     */
    void place(long beforeBoot, long startNanos) throws SQLException {
        long nextStart = startNanos;
        for (long boot : file.rows("SELECT DISTINCT boot FROM (SELECT boot FROM record UNION SELECT boot FROM window "
                + "UNION SELECT boot FROM capture) WHERE boot < ? ORDER BY boot DESC", row -> row.getLong(1),
                beforeBoot)) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (String table : TABLES) {
                for (Row row : held(table, boot)) {
                    first = Math.min(first, row.record().timeNanos());
                    last = Math.max(last, row.record().timeNanos());
                }
            }
            long shift = nextStart - APART_NANOS - last;
            release(boot, shift, Clock.ESTIMATED);
            nextStart = first + shift;
        }
    }

    private List<Row> held(String table, long boot) throws SQLException {
        return file.rows("SELECT seq, line FROM " + table + " WHERE boot = ? ORDER BY seq",
                row -> new Row(row.getLong(1), record(row.getString(2))), boot);
    }

    private static WireRecord record(String line) {
        try {
            return RecordCodec.record(LineProtocol.parse(line, 1, 0));
        } catch (MalformedLineException cause) {
            throw new IllegalStateException("not written by this outbox: " + line, cause);
        }
    }
}
