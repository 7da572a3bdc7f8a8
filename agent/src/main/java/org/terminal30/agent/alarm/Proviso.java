package org.terminal30.agent.alarm;

import org.terminal30.agent.job.Circumstances;

import org.terminal30.agent.job.Circumstances.Saver;

/** On what condition a cell of B4 sounds. Until it holds, the cell is status only. */
enum Proviso {
    /** None. */
    ALWAYS {
        @Override
        boolean holds(Circumstances now, long sinceNanos, long nowNanos) {
            return true;
        }
    },
    /** The car was held at a full battery's voltage after the lift: below that, low is what everybody expects. */
    FULL_REFERENCE {
        @Override
        boolean holds(Circumstances now, long sinceNanos, long nowNanos) {
            return now.referenceVolts() != null && now.referenceVolts() >= FULL_VOLTS;
        }
    },
    /**
     * The engine has been off for 60 s. When nobody knows, the voltage has to have been low for so long: an alternator that
     * charges does not leave it there.
     */
    ENGINE_OFF {
        @Override
        boolean holds(Circumstances now, long sinceNanos, long nowNanos) {
            Long off = now.engineOffSinceNanos();
            long fromNanos = off == null ? sinceNanos : off;
            return fromNanos <= nowNanos && nowNanos - fromNanos >= ENGINE_OFF_NANOS;
        }
    },
    /** A memory saver was alive in this job. */
    SAVER_SEEN {
        @Override
        boolean holds(Circumstances now, long sinceNanos, long nowNanos) {
            return now.saver() != Saver.NONE;
        }
    },
    /** A memory saver holds the car. */
    SAVER_USED {
        @Override
        boolean holds(Circumstances now, long sinceNanos, long nowNanos) {
            return now.saver() == Saver.USED;
        }
    };

    private static final double FULL_VOLTS = 12.6;
    private static final long ENGINE_OFF_NANOS = 60_000_000_000L;

    /** Whether it holds now for a record known since then. */
    abstract boolean holds(Circumstances now, long sinceNanos, long nowNanos);
}
