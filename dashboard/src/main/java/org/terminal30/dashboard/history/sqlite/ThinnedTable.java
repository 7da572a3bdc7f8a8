package org.terminal30.dashboard.history.sqlite;

import java.util.List;
import java.util.Locale;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.Level;

/** The table {@code thinned}, how far each level of a series is done, and what makes blocks thinner. */
final class ThinnedTable {
    private ThinnedTable() {
    }

    /**
     * A block that still has a level.
     *
     * @param damage what is wrong with the columns that would be left of it; empty when they can be read
     */
    record Candidate(Span span, long journal, String damage) {}

    /** The first span of a series that has not been looked at. */
    static long next(Handle handle, long series, Level level) {
        return handle.createQuery("select span from thinned where series = :series and level = :level")
                .bind("series", series).bind("level", word(level)).mapTo(Long.class).findOne()
                .orElseGet(() -> handle.createQuery("select coalesce(min(span), 0) from block where series = :series")
                        .bind("series", series).mapTo(Long.class).one());
    }

    static void lookedAt(Handle handle, long series, Level level, long next) {
        handle.createUpdate("""
                insert into thinned (series, level, span) values (:series, :level, :next)
                on conflict (series, level) do update set span = excluded.span""")
                .bind("series", series).bind("level", word(level)).bind("next", next).execute();
    }

    /** The span has a new block: it is looked at again. */
    static void lookAgain(Handle handle, Span span) {
        handle.createUpdate("update thinned set span = :span where series = :series and span > :span")
                .bind("series", span.series()).bind("span", span.number()).execute();
    }

    /** Blocks from {@code first} to before {@code end} that have windows or, for {@link Level#SECOND}, seconds; the first {@code most}. */
    static List<Candidate> with(Handle handle, Level level, long series, long first, long end, int most) {
        return handle.createQuery("select span, journal, seconds, tens from block where series = :series"
                + " and span >= :first and span < :end and length("
                + (level == Level.WINDOW ? "windows" : "tens") + ") > 0 order by span limit :most")
                .bind("series", series).bind("first", first).bind("end", end).bind("most", most)
                .map((row, context) -> new Candidate(new Span(series, row.getLong("span")), row.getLong("journal"),
                        level == Level.WINDOW ? damage(row.getBytes("seconds"), row.getBytes("tens")) : ""))
                .list();
    }

    private static String damage(byte[] seconds, byte[] tens) {
        try {
            Packing.unpacked(seconds);
            Packing.unpacked(tens);
            return "";
        } catch (DamagedException damaged) {
            return String.valueOf(damaged.getMessage());
        }
    }

    /** Empties the columns of a level and of all finer ones, unless the block was written since. */
    static int empty(Handle handle, Level level, List<Candidate> blocks) {
        int emptied = 0;
        for (Candidate block : blocks) {
            emptied += handle.createUpdate("update block set windows = x''"
                    + (level == Level.WINDOW ? "" : ", seconds = x'', tens = x''")
                    + " where series = :series and span = :span and journal = :journal")
                    .bind("series", block.span().series()).bind("span", block.span().number())
                    .bind("journal", block.journal()).execute();
        }
        return emptied;
    }

    /** Deletes all blocks and roll-ups of a day. */
    static int deleteDay(Handle handle, long series, long firstSpan) {
        long spans = Level.DAY.stepNanos() / Level.TEN_MINUTES.stepNanos();
        RollupTable.deleteDay(handle, series, new Span(series, firstSpan).startNanos());
        return handle.createUpdate("delete from block where series = :series and span >= :first and span < :end")
                .bind("series", series).bind("first", firstSpan).bind("end", firstSpan + spans).execute();
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
