package org.terminal30.agent.detect;

/** Placeholder while the contracts are laid down. */
public final class Detector {
    /** Length of a window. */
    public static final long WINDOW_NANOS = 100_000_000;

    private Detector() {
    }
}
