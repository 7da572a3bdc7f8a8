package org.terminal30.dashboard.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an export is written. */
public enum Format {
    /** A table of steps. */
    CSV("text/csv", "csv"),
    /** A table of events. */
    EVENTS("text/csv", "csv"),
    /** One object with both. */
    JSON("application/json", "json"),
    /** Line protocol as on the wire, both. */
    LINES("text/plain", "lp");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public static Optional<Format> of(String name) {
        return Arrays.stream(values()).filter(format -> format.wireName().equals(name)).findFirst();
    }

    /** The names, for people. */
    public static String names() {
        return Arrays.stream(values()).map(Format::wireName).collect(Collectors.joining(", "));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasSteps() {
        return this != EVENTS;
    }

    boolean hasEvents() {
        return this != CSV;
    }
}
