package org.terminal30.dashboard.history.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import org.terminal30.agent.wire.MalformedLineException;
import org.terminal30.agent.wire.Samples;
import org.terminal30.agent.wire.WireRecord;
import org.terminal30.agent.wire.WireRecord.Waveform;
import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.Series;
import org.terminal30.dashboard.history.TimeRange;

/** The table {@code waveform}. */
final class WaveformTable {
    private WaveformTable() {
    }

    /** Stores the waveforms; one that is there already is written over. */
    static void store(Handle handle, List<Waveform> waveforms, Map<Series, Long> ids) {
        for (Waveform waveform : waveforms) {
            Samples samples = waveform.samples();
            handle.createUpdate("""
                    insert into waveform (series, start, span, samples, resolution, data, clock)
                    values (:series, :start, :span, :samples, :resolution, :data, :clock)
                    on conflict (series, start) do update set span = excluded.span, samples = excluded.samples,
                        resolution = excluded.resolution, data = excluded.data, clock = excluded.clock""")
                    .bind("series", ids.get(new Series(waveform.bay(), waveform.channel())))
                    .bind("start", waveform.timeNanos()).bind("span", samples.spanNanos())
                    .bind("samples", samples.count()).bind("resolution", samples.stepsPerUnit())
                    .bind("data", samples.packed()).bind("clock", waveform.clock().wireName()).execute();
        }
    }

    /** Those of a channel do not overlap, so at most one that begins before the range reaches into it. */
    static List<Waveform> touching(Handle handle, long id, Series series, TimeRange range) {
        return handle.createQuery("""
                select * from waveform where series = :series and start < :to and start + span >= :from
                    and start >= coalesce((select max(start) from waveform where series = :series and start < :from),
                        :from)
                order by start limit :most""")
                .bind("series", id).bind("from", range.fromNanos()).bind("to", range.toNanos())
                .bind("most", History.MAX_WAVEFORMS).map((row, context) -> waveform(row, series)).list();
    }

    static List<Waveform> from(Handle handle, long id, Series series, long fromNanos, int most) {
        return handle.createQuery("""
                select * from waveform where series = :series and start >= :from order by start limit :most""")
                .bind("series", id).bind("from", fromNanos).bind("most", most)
                .map((row, context) -> waveform(row, series)).list();
    }

    private static Waveform waveform(ResultSet row, Series series) throws SQLException {
        try {
            Samples samples = Samples.unpacked(row.getBytes("data"), row.getInt("samples"), row.getInt("resolution"));
            return new WireRecord.Waveform(series.bay(), series.channel(), row.getLong("start"), samples,
                    EventTable.clock(row.getString("clock")));
        } catch (MalformedLineException damaged) {
            throw new SQLException("the waveform of %s at %d is damaged".formatted(series, row.getLong("start")),
                    damaged);
        }
    }
}
