package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

/** A gap: samples were taken and lost on their way. Losses that follow each other closely are one gap. */
final class LossRule {
    /** A gap is over when nothing was lost for so long. */
    static final long QUIET_NANOS = 1_000_000_000;

    private final RecordLog log;
    private RecordLog.@Nullable Entry entry;
    private long samples;
    private long endNanos;

    LossRule(RecordLog log) {
        this.log = log;
    }

    /** So many samples were lost between two that arrived. */
    void lost(long more, long fromNanos, long toNanos) {
        samples = entry == null ? more : samples + more;
        endNanos = toNanos;
        String reason = samples == 1 ? "1 sample lost" : samples + " samples lost";
        if (entry == null) {
            entry = log.begin(EventKind.GAP, fromNanos, toNanos, Double.NaN, Double.NaN, reason);
        } else {
            entry.reason = reason;
        }
    }

    void advanceTo(long nowNanos) {
        if (entry != null && nowNanos - endNanos >= QUIET_NANOS) {
            finish();
        }
    }

    /** No more losses can follow. */
    void finish() {
        if (entry != null) {
            log.end(entry, endNanos);
            entry = null;
        }
    }
}
