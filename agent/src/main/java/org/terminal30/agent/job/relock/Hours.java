package org.terminal30.agent.job.relock;

/** What a watch of weeks is counted in. */
final class Hours {
    static final long NANOS = 3_600_000_000_000L;

    private Hours() {
    }
}
