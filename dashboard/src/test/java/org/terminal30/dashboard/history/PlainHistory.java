package org.terminal30.dashboard.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.terminal30.agent.wire.WindowLimits;
import org.terminal30.agent.wire.WireRecord.Window;

/** Windows in maps, added up one by one when somebody asks: too simple to be wrong. */
public final class PlainHistory {
    private final Map<Series, NavigableMap<Long, Window>> windows = new HashMap<>();

    /** Stores windows in their order, and returns how many took the place of one with other values. */
    public int store(List<Window> batch) {
        int overwritten = 0;
        for (Window window : batch) {
            Window kept = new Window(window.bay(), window.channel(), window.timeNanos(),
                    WindowLimits.rounded(window.minimum()), WindowLimits.rounded(window.maximum()),
                    WindowLimits.rounded(window.sum()), window.count());
            Window before = windows.computeIfAbsent(new Series(window.bay(), window.channel()), s -> new TreeMap<>())
                    .put(window.timeNanos(), kept);
            overwritten += before != null && !before.equals(kept) ? 1 : 0;
        }
        return overwritten;
    }

    /** Takes everything over that another one has. */
    public void storeAll(PlainHistory other) {
        other.windows.forEach((series, all) -> windows.computeIfAbsent(series, s -> new TreeMap<>()).putAll(all));
    }

    public List<Bucket> buckets(Series series, TimeRange range, Grid grid) {
        NavigableMap<Long, List<Window>> gathered = new TreeMap<>();
        in(series, range).forEach((start, window) -> gathered.computeIfAbsent(
                grid.isFinest() ? start : start - Math.floorMod(start - grid.anchorNanos(), grid.stepNanos()),
                bucket -> new ArrayList<>()).add(window));
        List<Bucket> buckets = new ArrayList<>();
        gathered.forEach((start, all) -> buckets.add(new Bucket(start,
                all.stream().mapToDouble(Window::minimum).min().orElseThrow(),
                all.stream().mapToDouble(Window::maximum).max().orElseThrow(),
                all.stream().mapToDouble(Window::sum).sum() / all.stream().mapToLong(Window::count).sum())));
        return buckets;
    }

    public OptionalDouble lowest(Series series, TimeRange range) {
        return in(series, range).values().stream().mapToDouble(Window::minimum).min();
    }

    private NavigableMap<Long, Window> in(Series series, TimeRange range) {
        return windows.getOrDefault(series, new TreeMap<>()).subMap(range.fromNanos(), true, range.toNanos(), false);
    }
}
