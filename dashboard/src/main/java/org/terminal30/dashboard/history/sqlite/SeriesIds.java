package org.terminal30.dashboard.history.sqlite;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.Series;

/** The short numbers that stand for series in the table of windows. Known ones are kept: there are few and they stay. */
final class SeriesIds {
    private final Map<Series, Long> known = new ConcurrentHashMap<>();

    /** The number of a series if it has one. */
    OptionalLong find(Handle handle, Series series) {
        Long id = known.get(series);
        if (id != null) {
            return OptionalLong.of(id);
        }
        var found = handle.createQuery("""
                select id from series where site = :site and bay = :bay and channel = :channel""")
                .bind("site", series.bay().site()).bind("bay", series.bay().bay())
                .bind("channel", series.channel().wireName()).mapTo(Long.class).findOne();
        return found.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** The number of a series, given now if it has none. Numbers are kept only after {@link #keep}. */
    long findOrMake(Handle handle, Series series) {
        return find(handle, series).orElseGet(() -> handle.createUpdate("""
                insert into series (site, bay, channel) values (:site, :bay, :channel)""")
                .bind("site", series.bay().site()).bind("bay", series.bay().bay())
                .bind("channel", series.channel().wireName())
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Remembers numbers that are committed; those of a transaction that failed may be given again. */
    void keep(Map<Series, Long> committed) {
        known.putAll(committed);
    }

    /** A series as people know it. */
    static String name(Handle handle, long id) {
        return handle.createQuery("select site || '/' || bay || ' ' || channel as name from series where id = :id")
                .bind("id", id).mapTo(String.class).findOne().orElse("series " + id);
    }
}
