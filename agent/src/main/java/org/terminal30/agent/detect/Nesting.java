package org.terminal30.agent.detect;

/** Which record can hold which: the deeper trouble began inside the shallower one. */
final class Nesting {
    private Nesting() {
    }

    /** Whether {@code outer}, while it is open, holds {@code inner}. */
    static boolean holds(RecordLog.Entry outer, RecordLog.Entry inner) {
        return depth(outer.kind) > 0 && isOuter(outer, inner) && outer.startNanos <= inner.startNanos;
    }

    static boolean isOuter(RecordLog.Entry outer, RecordLog.Entry inner) {
        return depth(outer.kind) < depth(inner.kind);
    }

    /** How far a kind is nested; 0 for those that never are. */
    private static int depth(EventKind kind) {
        return switch (kind) {
            case LOW -> 1;
            case CRITICAL -> 2;
            case CRANKING -> 3;
            case FEED_LOST -> 4;
            case DIP -> 5;
            case INTERRUPTION -> 6;
            case REVERSED -> 7;
            case SURGE, BACKUP_LOST, NOT_WATCHING, GAP, CHATTERING -> 0;
        };
    }
}
