package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

/** Not watching: no sample for too long, or a source that says it cannot see. */
final class SilenceRule {
    private static final long NONE = Long.MIN_VALUE;

    private final RecordLog log;
    private final long limitNanos;
    private final long recoveryNanos;
    private long lastNanos = NONE;
    private long goodSince = NONE;
    private @Nullable String lost;
    private RecordLog.@Nullable Entry entry;

    SilenceRule(DetectorConfig.Silence config, long intervalNanos, RecordLog log) {
        this.log = log;
        this.limitNanos = Math.max(config.minMillis() * 1_000_000, config.intervals() * intervalNanos);
        this.recoveryNanos = config.recoveryMillis() * 1_000_000;
    }

    /** Takes the time of a sample; true when it follows a gap: nothing is known of the time before it. */
    boolean sample(long nanos) {
        boolean silent = lastNanos != NONE && nanos - lastNanos > limitNanos;
        boolean gap = silent || lost != null;
        if (lost != null) {
            open(lastNanos == NONE ? nanos : lastNanos, nanos, lost);
            lost = null;
        }
        if (silent) {
            open(lastNanos, nanos, "no sample");
        }
        RecordLog.Entry current = entry;
        if (current != null) {
            goodSince = gap || goodSince == NONE ? nanos : goodSince;
            if (nanos - goodSince >= recoveryNanos) {
                log.end(current, goodSince);
                entry = null;
            } else {
                log.update(current, nanos);
            }
        }
        lastNanos = nanos;
        return gap;
    }

    /** Whether a sample at this time, and those that follow it closely, change nothing. */
    boolean isWatching(long nanos) {
        return entry == null && lost == null && nanos - lastNanos <= limitNanos;
    }

    /** Takes samples that followed each other closely, the last at this time. */
    void ran(long nanos) {
        lastNanos = nanos;
    }

    /** What has been delivered since then is an old value. */
    void stuck(long sinceNanos, String reason) {
        lost = reason;
        open(sinceNanos, lastNanos, reason);
    }

    void advanceTo(long nowNanos) {
        if (lastNanos == NONE) {
            lastNanos = nowNanos;
            if (lost != null) {
                open(nowNanos, nowNanos, lost);
            }
        } else if (nowNanos - lastNanos > limitNanos) {
            open(lastNanos, nowNanos, "no sample");
        }
        if (entry != null && nowNanos > lastNanos) {
            log.update(entry, nowNanos);
        }
    }

    /** The driver says that nothing can be seen; before anything is known of the time, it is put at the first that is. */
    void lost(String reason) {
        lost = reason;
        if (lastNanos != NONE) {
            open(lastNanos, lastNanos, reason);
        }
    }

    private void open(long fromNanos, long nowNanos, String reason) {
        if (entry == null) {
            entry = log.begin(EventKind.NOT_WATCHING, fromNanos, nowNanos, Double.NaN, Double.NaN, reason);
        }
        goodSince = NONE;
    }
}
