package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.cells.Cells;

/** The table {@code block}. */
final class BlockTable {
    /** The finest level of a block by how many of its columns are kept. */
    private static final List<Level> BY_COLUMNS = List.of(Level.MINUTE, Level.TEN_SECONDS, Level.SECOND, Level.WINDOW);

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
        ThinnedTable.lookAgain(handle, block.span());
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

    /** The finest that is kept of a span; {@link Remains#NOTHING} without a block. */
    static Remains remains(Handle handle, Span span) {
        Level level = finest(handle, span);
        Cells cells = cells(handle, level, span.series(), span.number(), span.number()).get(span.number());
        return cells == null ? Remains.NOTHING : new Remains(level, cells);
    }

    /** The finest level that is kept of a span; windows without a block. */
    static Level finest(Handle handle, Span span) {
        return finest(handle, span.series(), span.number(), span.number());
    }

    /**
     * The finest level that is kept of every span from {@code first} to {@code last}, inclusive; windows without blocks. Looks at
     * every block, at the lengths of its columns.
     */
    static Level finest(Handle handle, long series, long first, long last) {
        return handle.createQuery("""
                select min(case when length(windows) > 0 then 3 when length(seconds) > 0 then 2
                    when length(tens) > 0 then 1 else 0 end) as columns from block
                where series = :series and span between :first and :last""")
                .bind("series", series).bind("first", first).bind("last", last).map((row, context) -> {
                    int columns = row.getInt("columns");
                    return row.wasNull() ? Level.WINDOW : BY_COLUMNS.get(columns);
                }).one();
    }

    /**
     * What blocks have at a level, or at the finest coarser one that is kept of them, by the numbers of their spans.
     *
     * @param level not coarser than minutes
     * @param last inclusive
     */
    static NavigableMap<Long, Cells> cells(Handle handle, Level level, long series, long first, long last) {
        String columns = switch (level) {
            case WINDOW ->
                "case when length(windows) > 0 then windows when length(seconds) > 0 then seconds else tens end";
            case SECOND -> "case when length(seconds) > 0 then seconds else tens end";
            case TEN_SECONDS -> "tens";
            case MINUTE -> "x''";
            default -> throw new IllegalArgumentException("blocks have no column for " + level);
        };
        var packed = handle.createQuery("select span, " + columns + " as cells from block where series = :series"
                + " and span between :first and :last").bind("series", series).bind("first", first).bind("last", last)
                .map((row, context) -> Map.entry(new Span(series, row.getLong("span")), row.getBytes("cells"))).list();
        NavigableMap<Long, Cells> found = new TreeMap<>();
        for (var cells : packed) {
            Span span = cells.getKey();
            try {
                found.put(span.number(), cells.getValue().length > 0
                        ? Packing.unpacked(cells.getValue())
                        : RollupTable.cells(handle, series, Level.MINUTE, span.startNanos(), span.endNanos()));
            } catch (DamagedException how) {
                throw damaged(handle, span, level == Level.WINDOW ? "windows or seconds" : "seconds or tens", how);
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
