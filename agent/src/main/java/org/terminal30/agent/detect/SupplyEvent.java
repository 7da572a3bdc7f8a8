package org.terminal30.agent.detect;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.sample.Channel;

/**
 * One record of B3 as it stands now: made when the record begins to exist, made again while it is open and when it ends.
 *
 * @param sequence number of the record within the life of its detector, from 1; the identity of the record
 * @param revision 1 for the first state of the record, one more for each later one
 * @param kind what it is
 * @param channel where it was measured
 * @param startNanos monotonic time of the crossing that began it
 * @param endNanos monotonic time of the crossing that ended it; while open, of the last sample that was seen
 * @param open whether it has not ended
 * @param minimum lowest value between start and end; NaN when there was no sample between them
 * @param maximum highest value between start and end; NaN when there was no sample between them
 * @param saturated whether the converter stood at the end of its range: the true value lies further out
 * @param parent sequence of the record it is nested in, 0 for none
 * @param reason why it ended, or for {@code not-watching} why nothing can be seen, or {@link #SEVERE}; null when the rule
 *     says it all
 * @param detail what only its kind has; null for the others
 */
public record SupplyEvent(
        long sequence,
        int revision,
        EventKind kind,
        Channel channel,
        long startNanos,
        long endNanos,
        boolean open,
        double minimum,
        double maximum,
        boolean saturated,
        long parent,
        @Nullable String reason,
        @Nullable RecordDetail detail) {

    /** Why a dip ended although the voltage stayed below its threshold: the level is the new normal. */
    public static final String NEW_LEVEL = "new-level";

    /** Why a record ended although the voltage stayed away: the vehicle was taken off (rule B2). */
    public static final String NO_VEHICLE = "no-vehicle";

    /** Why a lost feed ended although it did not come back: nobody depends on the backup any more (rule B6). */
    public static final String DISARMED = "disarmed";

    /** The sense lead hangs in the air: nothing is known of the car (rule B2). */
    public static final String LEAD_OFF = "lead-off";

    /** A surge that was above the severe threshold for its delay. */
    public static final String SEVERE = "severe";

    public SupplyEvent {
        if (sequence < 1 || revision < 1) {
            throw new IllegalArgumentException(
                    "sequence %d and revision %d must be at least 1".formatted(sequence, revision));
        }
        if (endNanos < startNanos) {
            throw new IllegalArgumentException(
                    "%s ends at %d ns, before its start at %d ns".formatted(kind, endNanos, startNanos));
        }
    }

    /** A record of a kind that has no detail. */
    public SupplyEvent(long sequence, int revision, EventKind kind, Channel channel, long startNanos, long endNanos,
            boolean open, double minimum, double maximum, boolean saturated, long parent, @Nullable String reason) {
        this(sequence, revision, kind, channel, startNanos, endNanos, open, minimum, maximum, saturated, parent, reason,
                null);
    }

    /** From start to end; so far, while open. */
    public long durationNanos() {
        return endNanos - startNanos;
    }
}
