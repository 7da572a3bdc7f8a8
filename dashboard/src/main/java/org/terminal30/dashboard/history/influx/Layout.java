package org.terminal30.dashboard.history.influx;

import java.util.List;

import org.terminal30.dashboard.history.Level;

/**
 * Where things lie in an InfluxDB: three databases, each with its own time to keep. A bucket of InfluxDB 2 has the name of its
 * database.
 *
 * @param database name of the first one; the others begin with it
 */
record Layout(String database) {
    private static final String WINDOWS = "voltage";
    private static final int MAX_NAME = 48;

    Layout {
        if (!database.matches("[a-z][a-z0-9_]{0,%d}".formatted(MAX_NAME - 1))) {
            throw new IllegalArgumentException(
                    "is \"%s\", must be 1 to %d of a-z, 0-9 and _, beginning with a letter".formatted(database,
                            MAX_NAME));
        }
    }

    /** Windows of 100 ms and waveforms, as on the wire. */
    String windows() {
        return database;
    }

    /** Seconds and ten seconds. */
    String seconds() {
        return database + "_seconds";
    }

    /** Minutes and coarser, and events: what is kept for ever. */
    String kept() {
        return database + "_kept";
    }

    List<String> all() {
        return List.of(windows(), seconds(), kept());
    }

    /** The database of a level. */
    String of(Level level) {
        return switch (level) {
            case WINDOW -> windows();
            case SECOND, TEN_SECONDS -> seconds();
            case MINUTE, TEN_MINUTES, HOUR, DAY -> kept();
        };
    }

    /** The measurement of a level. */
    static String measurement(Level level) {
        return switch (level) {
            case WINDOW -> WINDOWS;
            case SECOND -> WINDOWS + "_1s";
            case TEN_SECONDS -> WINDOWS + "_10s";
            case MINUTE -> WINDOWS + "_1m";
            case TEN_MINUTES -> WINDOWS + "_10m";
            case HOUR -> WINDOWS + "_1h";
            case DAY -> WINDOWS + "_1d";
        };
    }
}
