package org.terminal30.dashboard.security;

/** A server for looking around on one's own machine: nobody logs in. */
public final class DemoMode {
    /** The property that turns it on. */
    public static final String PROPERTY = "terminal30.demo";

    private DemoMode() {
    }
}
