package org.terminal30.dashboard.history;

import java.util.List;

import org.terminal30.agent.wire.WireRecord;

/**
 * What a batch changed.
 *
 * @param overwritten windows that took the place of one with other values
 * @param events those that are new or of a higher revision than what was there
 */
public record Stored(int overwritten, List<WireRecord.Event> events) {
    public Stored {
        events = List.copyOf(events);
    }
}
