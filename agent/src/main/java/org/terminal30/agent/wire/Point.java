package org.terminal30.agent.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One point of the line protocol.
 *
 * @param tags sorted by name, which makes the text of a point canonical
 * @param fields at least one; {@link Double}, {@link Long}, {@link Boolean} or {@link String}
 * @param timeNanos nanoseconds since the epoch
 */
public record Point(String measurement, SortedMap<String, String> tags, Map<String, Object> fields, long timeNanos) {
    public Point {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("a point of %s has no field".formatted(measurement));
        }
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
