package org.terminal30.dashboard.history.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.jdbi.v3.core.Handle;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.history.Level;
import org.terminal30.dashboard.history.StoreSize;
import org.terminal30.dashboard.history.StoreSize.Part;

/** Measures what the file holds: totals from the tally, what a day adds from the blocks of the last seven days. */
final class Sizes {
    private static final double RECENT_DAYS = 7;
    /** Less than this is too little to judge a day by. */
    private static final double LEAST_DAYS = 1.0 / 24;
    /** What a block's minutes, ten minutes, hour and day take in the table of roll-ups, about, measured on full blocks. */
    static final double ROLLUP_BYTES_A_BLOCK = 500;

    private Sizes() {
    }

    /** One series: what it has, and what it got in the last days. */
    private record Row(String bay, double windows, double seconds, double minutes, double waveforms,
            double windowsADay, double secondsADay, double minutesADay, double waveformsADay, double days,
            double windowDays, double secondDays) {}

    /** At most 1 008 blocks a series are looked at, at the lengths of their columns. */
    static StoreSize measured(Handle handle, Instant now) {
        long nowNanos = EpochNanos.of(now);
        List<Row> rows = handle.createQuery("""
                with recent as (
                    select series, count(*) as blocks, sum(length(windows)) as windows,
                        sum(length(seconds) + length(tens)) as seconds
                    from series join block on series.id = block.series and span >= :recentSpan group by series),
                  first as (select id as series, (select min(span) from block where series = id) as span from series)
                select site || '/' || bay as bay, tally.*, first.span as first,
                    (select max(span) from thinned where thinned.series = id and level = 'window') as windows_from,
                    (select max(span) from thinned where thinned.series = id and level = 'second') as seconds_from,
                    recent.blocks as new_blocks, recent.windows as new_windows, recent.seconds as new_seconds,
                    (select total(length(data)) from waveform
                        where waveform.series = id and start >= :recentNanos) as new_waveforms
                from series join tally on tally.series = id join first on first.series = id
                    left join recent on recent.series = id
                order by site, bay, channel""")
                .bind("recentSpan", Span.number(nowNanos - nanos(RECENT_DAYS)))
                .bind("recentNanos", nowNanos - nanos(RECENT_DAYS)).map((row, context) -> {
                    long first = row.getLong("first");
                    double days = days(nowNanos, first);
                    double recent = Math.clamp(days, LEAST_DAYS, RECENT_DAYS);
                    return new Row(row.getString("bay"), row.getLong("windows"), row.getLong("seconds"),
                            row.getLong("blocks") * ROLLUP_BYTES_A_BLOCK, row.getLong("waveforms"),
                            row.getLong("new_windows") / recent, row.getLong("new_seconds") / recent,
                            row.getLong("new_blocks") * ROLLUP_BYTES_A_BLOCK / recent,
                            row.getDouble("new_waveforms") / recent, days,
                            days(nowNanos, Math.max(first, row.getLong("windows_from"))),
                            days(nowNanos, Math.max(first, row.getLong("seconds_from"))));
                }).list();
        long pages = Thinner.number(handle, "page_size");
        return new StoreSize(now, Thinner.number(handle, "freelist_count") * pages, levels(rows), bays(rows));
    }

    private static List<Part> levels(List<Row> rows) {
        return List.of(part("windows", rows, Row::windows, Row::windowsADay, Row::windowDays),
                part("seconds", rows, Row::seconds, Row::secondsADay, Row::secondDays),
                part("minutes", rows, Row::minutes, Row::minutesADay, Row::days),
                part("waveforms", rows, Row::waveforms, Row::waveformsADay, Row::days));
    }

    private static List<Part> bays(List<Row> rows) {
        Map<String, List<Row>> byBay = new LinkedHashMap<>();
        rows.forEach(row -> byBay.computeIfAbsent(row.bay, bay -> new ArrayList<>()).add(row));
        return byBay.entrySet().stream().map(bay -> part(bay.getKey(), bay.getValue(),
                row -> row.windows + row.seconds + row.minutes + row.waveforms,
                row -> row.windowsADay + row.secondsADay + row.minutesADay + row.waveformsADay, Row::days)).toList();
    }

    private static Part part(String name, List<Row> rows, ToDoubleFunction<Row> bytes,
            ToDoubleFunction<Row> bytesADay, ToDoubleFunction<Row> days) {
        return new Part(name, Math.round(rows.stream().mapToDouble(bytes).sum()),
                rows.stream().mapToDouble(bytesADay).sum(), meanDays(rows, bytesADay, days));
    }

    /** Of the series that grow, the faster the more it counts. */
    private static double meanDays(List<Row> rows, ToDoubleFunction<Row> bytesADay, ToDoubleFunction<Row> days) {
        double rate = rows.stream().mapToDouble(bytesADay).sum();
        return rate == 0
                ? rows.stream().mapToDouble(days).max().orElse(0)
                : rows.stream().mapToDouble(row -> bytesADay.applyAsDouble(row) * days.applyAsDouble(row)).sum() / rate;
    }

    private static double days(long nowNanos, long span) {
        return span == 0
                ? 0
                : Math.max(0, (nowNanos - span * (double) Level.TEN_MINUTES.stepNanos()) / Level.DAY.stepNanos());
    }

    private static long nanos(double days) {
        return (long) (days * Level.DAY.stepNanos());
    }
}
