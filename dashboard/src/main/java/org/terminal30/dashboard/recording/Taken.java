package org.terminal30.dashboard.recording;

import java.time.Instant;
import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A recording that is in a vehicle's history.
 *
 * @param job the visit that it is
 * @param already whether it was there before: nothing has changed
 * @param remarks how the file was read, for people
 */
@Serdeable
public record Taken(
        String job,
        boolean already,
        Instant from,
        Instant to,
        long windows,
        long events,
        List<String> remarks) {
    public Taken {
        remarks = List.copyOf(remarks);
    }

    /** For people. */
    public String sentence() {
        return already
                ? "The recording was taken in before: nothing has changed. It is from %s to %s.".formatted(from, to)
                : "Taken in from %s to %s: %d windows, %d events.".formatted(from, to, windows, events);
    }
}
