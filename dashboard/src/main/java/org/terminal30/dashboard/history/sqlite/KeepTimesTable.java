package org.terminal30.dashboard.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import org.terminal30.dashboard.history.KeepTimes;
import org.terminal30.dashboard.history.Upkeep;

/** The table {@code keep_times}: the newest row counts, the others say what counted before. */
final class KeepTimesTable {
    private KeepTimesTable() {
    }

    static Upkeep.Rule newest(Handle handle) {
        return handle.createQuery("select * from keep_times order by id desc limit 1")
                .map((row, context) -> new Upkeep.Rule(
                        new KeepTimes(days(row, "window_days"), days(row, "second_days"), days(row, "minute_days")),
                        false, row.getString("entered_by"), Instant.ofEpochMilli(row.getLong("entered_at"))))
                .findOne().orElseGet(() -> new Upkeep.Rule(KeepTimes.DEFAULT, false, null, null));
    }

    static void add(Handle handle, KeepTimes keep, String by, Instant at) {
        handle.createUpdate("""
                insert into keep_times (window_days, second_days, minute_days, entered_by, entered_at)
                values (:windows, :seconds, :minutes, :by, :at)""").bind("windows", keep.windowDays())
                .bind("seconds", keep.secondDays()).bind("minutes", keep.minuteDays()).bind("by", by)
                .bind("at", at.toEpochMilli()).execute();
    }

    private static @Nullable Integer days(ResultSet row, String column) throws SQLException {
        int days = row.getInt(column);
        return row.wasNull() ? null : days;
    }
}
