package org.terminal30.agent.outbox;

/** Lets the backlog leave at a limited rate: lines are earned with time and saved up for one batch at most. */
final class BacklogPace {
    private final long nanosPerLine;
    private final int mostAtOnce;
    private long earnedUntilNanos;

    BacklogPace(int linesPerSecond, int mostAtOnce, long nowNanos) {
        this.nanosPerLine = 1_000_000_000L / linesPerSecond;
        this.mostAtOnce = mostAtOnce;
        this.earnedUntilNanos = nowNanos - nanosPerLine * mostAtOnce;
    }

    /** How many lines may leave now. */
    int allowed(long nowNanos) {
        return (int) Math.min(mostAtOnce, (nowNanos - earnedUntilNanos) / nanosPerLine);
    }

    /** How long until a full batch may leave; 0 when it may. */
    long nanosUntilFull(long nowNanos) {
        return Math.max(0, nanosPerLine * mostAtOnce - (nowNanos - earnedUntilNanos));
    }

    void spent(long lines, long nowNanos) {
        long oldestSaved = nowNanos - nanosPerLine * mostAtOnce;
        earnedUntilNanos = Math.max(earnedUntilNanos - oldestSaved, 0) + oldestSaved + lines * nanosPerLine;
    }
}
