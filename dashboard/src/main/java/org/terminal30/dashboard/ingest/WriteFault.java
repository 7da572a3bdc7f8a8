package org.terminal30.dashboard.ingest;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * An error in the shape of InfluxDB 2.
 *
 * @param code {@code invalid}, {@code unauthorized}, {@code not found} or {@code request too large}
 * @param line the first bad line, counted from 1; null when it is not about one
 */
@Serdeable
record WriteFault(String code, String message, @Nullable Integer line) {
    WriteFault(String code, String message) {
        this(code, message, null);
    }
}
