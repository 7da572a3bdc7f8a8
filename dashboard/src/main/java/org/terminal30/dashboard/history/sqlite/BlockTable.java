package org.terminal30.dashboard.history.sqlite;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Level;

/** The table {@code block}. */
final class BlockTable {
    private BlockTable() {
    }

    /** Writes a block and what it makes at every coarser step, in the place of what was there. */
    static void write(Handle handle, Block block) {
        handle.createUpdate("""
                insert into block (series, span, journal, tens, seconds, windows)
                values (:series, :span, :journal, :tens, :seconds, :windows)
                on conflict (series, span) do update set journal = excluded.journal, tens = excluded.tens,
                    seconds = excluded.seconds, windows = excluded.windows""")
                .bind("series", block.span().series()).bind("span", block.span().number())
                .bind("journal", block.journal()).bind("tens", block.tens()).bind("seconds", block.seconds())
                .bind("windows", block.windows()).execute();
        RollupTable.write(handle, block.span(), block.minutes());
    }

    /** The newest row of the journal that is in the block; empty without a block. */
    static OptionalLong journal(Handle handle, Span span) {
        return handle.createQuery("select journal from block where series = :series and span = :span")
                .bind("series", span.series()).bind("span", span.number()).mapTo(Long.class).findOne()
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Where the newest block of each series ends, as far as there is one. */
    static OptionalLong end(Handle handle, long series) {
        return handle.createQuery("select max(span) as span from block where series = :series")
                .bind("series", series).map((row, context) -> {
                    long span = row.getLong("span");
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(new Span(series, span).endNanos());
                }).one();
    }

    static Optional<Cells> windows(Handle handle, Span span) {
        return Optional.ofNullable(cells(handle, Level.WINDOW, span.series(), span.number(), span.number())
                .get(span.number()));
    }

    /**
     * What blocks have at a level, by the numbers of their spans.
     *
     * @param level windows, seconds or ten seconds
     * @param last inclusive
     */
    static NavigableMap<Long, Cells> cells(Handle handle, Level level, long series, long first, long last) {
        String column = switch (level) {
            case WINDOW -> "windows";
            case SECOND -> "seconds";
            case TEN_SECONDS -> "tens";
            default -> throw new IllegalArgumentException("blocks have no column for " + level);
        };
        var packed = handle.createQuery("select span, " + column + " as cells from block where series = :series"
                + " and span between :first and :last").bind("series", series).bind("first", first).bind("last", last)
                .map((row, context) -> Map.entry(row.getLong("span"), row.getBytes("cells"))).list();
        NavigableMap<Long, Cells> found = new TreeMap<>();
        for (var cells : packed) {
            try {
                found.put(cells.getKey(), Packing.unpacked(cells.getValue()));
            } catch (DamagedException damaged) {
                throw damaged(handle, new Span(series, cells.getKey()), column, damaged);
            }
        }
        return found;
    }

    private static DamagedBlockException damaged(Handle handle, Span span, String column, DamagedException how) {
        return new DamagedBlockException("the block of %s from %s to %s is damaged: its column %s %s".formatted(
                SeriesIds.name(handle, span.series()), EpochNanos.instant(span.startNanos()),
                EpochNanos.instant(span.endNanos()), column, how.getMessage()), how);
    }

    /** Puts a damaged block where nobody reads it, so that its span can have a new one. */
    static void setAside(Handle handle, Span span) {
        handle.createUpdate("""
                insert into damaged_block (series, span, tens, seconds, windows)
                select series, span, tens, seconds, windows from block where series = :series and span = :span""")
                .bind("series", span.series()).bind("span", span.number()).execute();
        handle.createUpdate("delete from block where series = :series and span = :span")
                .bind("series", span.series()).bind("span", span.number()).execute();
    }
}
