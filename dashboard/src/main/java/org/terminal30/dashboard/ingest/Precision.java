package org.terminal30.dashboard.ingest;

import java.util.Arrays;
import java.util.Optional;

/** The unit of the times of a write. */
enum Precision {
    NS(1),
    US(1_000),
    MS(1_000_000),
    S(1_000_000_000);

    private final long nanos;

    Precision(long nanos) {
        this.nanos = nanos;
    }

    long nanos() {
        return nanos;
    }

    private String parameter() {
        return switch (this) {
            case NS -> "ns";
            case US -> "us";
            case MS -> "ms";
            case S -> "s";
        };
    }

    static Optional<Precision> of(String parameter) {
        return Arrays.stream(values()).filter(precision -> precision.parameter().equals(parameter)).findFirst();
    }
}
