package org.terminal30.dashboard.workshop;

import java.util.List;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Who hands over a report.
 *
 * @param name of the workshop; empty while nobody has entered it
 * @param address lines below it: street, town, telephone
 */
@Serdeable
public record Letterhead(String name, List<String> address) {
    /** Nobody has entered anything. */
    public static final Letterhead NONE = new Letterhead("", List.of());

    public Letterhead {
        address = List.copyOf(address);
    }
}
