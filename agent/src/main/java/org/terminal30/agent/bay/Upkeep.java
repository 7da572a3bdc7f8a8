package org.terminal30.agent.bay;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.clock.BootLabels.Settlement;
import org.terminal30.agent.outbox.Outbox;
import org.terminal30.agent.outbox.OutboxException;

/** Settles the labels of this boot as soon as they can be (rule B8), and lets the records leave. On the thread of the bay. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final BootLabels labels;
    private final Journal journal;
    private final Outbox outbox;
    private final Bay bay;
    private @Nullable Settlement toRelease;
    private long shiftedNanos;
    private boolean refused;

    Upkeep(BootLabels labels, Journal journal, Outbox outbox, Bay bay) {
        this.labels = labels;
        this.journal = journal;
        this.outbox = outbox;
        this.bay = bay;
    }

    /** Called after every poll: a disk that refuses is tried again, and the measuring goes on. */
    void turn() {
        if (outbox.isHeld()) {
            try {
                settle();
                if (!outbox.isHeld()) {
                    bay.relabelled(shiftedNanos);
                }
                refused = false;
            } catch (OutboxException unwritable) {
                if (!refused) {
                    LOG.error("the labels of this boot cannot be written, tried again", unwritable);
                }
                refused = true;
            }
        }
        labels.watchOffset();
    }

    /** @throws OutboxException when the disk refuses; the next call goes on from there */
    void settle() {
        // Only then does every record with a provisional label lie where the release moves it.
        if (!journal.isIdle()) {
            return;
        }
        if (toRelease == null) {
            toRelease = labels.settle().orElse(null);
        }
        Settlement settled = toRelease;
        if (settled != null) {
            outbox.release(settled.shiftNanos(), settled.trust(), settled.bootStartNanos());
            toRelease = null;
            shiftedNanos = settled.shiftNanos();
        }
    }
}
