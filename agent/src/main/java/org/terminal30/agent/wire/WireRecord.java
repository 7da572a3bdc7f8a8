package org.terminal30.agent.wire;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.AlarmState;
import org.terminal30.agent.alarm.Priority;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.RecordDetail;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;

/**
 * One line of the wire ({@code docs/wire.md}). Times are nanoseconds since 1970-01-01T00:00Z, the label that the bay gave
 * (rule B8). The identity of a record is its measurement, its tags and its time: sending it again is harmless.
 */
public sealed interface WireRecord {
    BayId bay();

    /** The label of the record, nanoseconds since the epoch. */
    long timeNanos();

    /**
     * A window of 100 ms of one channel, labelled with its start. Volts, or amperes for a current channel.
     *
     * @param sum sum of the samples: the mean is {@code sum / count}
     * @param count samples in the window, at least 1
     */
    record Window(BayId bay, Channel channel, long timeNanos, double minimum, double maximum, double sum, long count)
            implements
                WireRecord {
        public Window {
            if (count < 1) {
                throw new IllegalArgumentException("n is %d, must be at least 1".formatted(count));
            }
        }

        public double mean() {
            return sum / count;
        }
    }

    /**
     * Full-rate samples around a supply event, labelled with the first one. Each sample of a channel is in one record only.
     *
     * @param samples volts, or amperes for a current channel
     * @param clock how far the label can be trusted
     */
    record Waveform(BayId bay, Channel channel, long timeNanos, Samples samples, Clock clock) implements WireRecord {}

    /**
     * A supply event, labelled with its start; sent when it begins to exist, while it is open, and when it ends.
     *
     * @param id unique in the workshop for ever
     * @param revision higher for a later state of the same event
     * @param durationNanos so far while open
     * @param minimum lowest value; null when no sample lies inside
     * @param maximum highest value; null when no sample lies inside
     * @param parent id of the event it is nested in
     * @param reason why it ended, or why nothing can be seen
     * @param job the job it happened in
     * @param clock how far the label can be trusted
     * @param detail what only its kind has
     */
    record Event(
            BayId bay,
            Channel channel,
            EventKind kind,
            String id,
            long timeNanos,
            int revision,
            boolean open,
            long durationNanos,
            @Nullable Double minimum,
            @Nullable Double maximum,
            boolean saturated,
            @Nullable String parent,
            @Nullable String reason,
            @Nullable String job,
            Clock clock,
            @Nullable RecordDetail detail) implements WireRecord {
        /** An event of a kind that has no detail. */
        public Event(BayId bay, Channel channel, EventKind kind, String id, long timeNanos, int revision, boolean open,
                long durationNanos, @Nullable Double minimum, @Nullable Double maximum, boolean saturated,
                @Nullable String parent, @Nullable String reason, @Nullable String job, Clock clock) {
            this(bay, channel, kind, id, timeNanos, revision, open, durationNanos, minimum, maximum, saturated, parent,
                    reason, job, clock, null);
        }
    }

    /**
     * A transition of an alarm, labelled with the moment of the transition.
     *
     * @param id the alarm, the same for all its transitions
     * @param revision one more with each transition
     * @param kind what the condition is now; escalation changes it
     * @param priority how urgent it is now
     * @param state after ISA-18.2
     * @param condition whether the condition is present
     * @param count how often a chattering condition has come and gone, 0 when it does not chatter
     * @param raisedNanos label of the first transition
     * @param silencedUntilNanos label of the end of the silence, 0 when it sounds
     * @param shelf who put it away; null unless it is shelved
     * @param phase the phase of B4 in which the transition happened; null from an agent that did not say
     * @param event the supply event behind it
     * @param job the job it belongs to
     * @param who who caused the transition, null when the measurement did
     * @param order the order that this record answers
     * @param refused why that order was not carried out, null when it was
     */
    record Alarm(
            BayId bay,
            Channel channel,
            String id,
            long timeNanos,
            int revision,
            EventKind kind,
            Priority priority,
            AlarmState state,
            boolean condition,
            int count,
            long raisedNanos,
            long silencedUntilNanos,
            @Nullable Shelf shelf,
            @Nullable String phase,
            @Nullable String event,
            @Nullable String job,
            @Nullable String who,
            @Nullable String order,
            @Nullable String refused) implements WireRecord {}

    /**
     * An alarm put away.
     *
     * @param untilNanos label of the moment when it comes back by itself
     * @param who who put it there; null when nobody had to log in
     * @param why the reason given
     */
    record Shelf(long untilNanos, @Nullable String who, String why) {}

    /**
     * A transition of a job, labelled with the moment of the transition.
     *
     * @param id the job, the same for all its transitions; {@code none} when an order was refused and no job runs
     * @param kind the procedure: {@code watch battery-swap}
     * @param state {@code running finished aborted}; {@code none} with the id {@code none}
     * @param phase the phase of B4 that the bay is in
     * @param startedNanos label of the first transition
     * @param vehicle the dashboard's id of the vehicle
     * @param progress steps, verdicts and figures as JSON ({@link ProgressText}); null for a procedure without steps
     */
    record Job(
            BayId bay,
            String id,
            long timeNanos,
            int revision,
            String kind,
            String state,
            String phase,
            long startedNanos,
            @Nullable String vehicle,
            @Nullable String who,
            @Nullable String order,
            @Nullable String refused,
            @Nullable String progress) implements WireRecord {
        /** A transition of a procedure without steps. */
        public Job(BayId bay, String id, long timeNanos, int revision, String kind, String state, String phase,
                long startedNanos, @Nullable String vehicle, @Nullable String who, @Nullable String order,
                @Nullable String refused) {
            this(bay, id, timeNanos, revision, kind, state, phase, startedNanos, vehicle, who, order, refused, null);
        }
    }

    /**
     * How the bay itself is, every second and at every change.
     *
     * @param version of the agent
     * @param source what it measures with, for people
     * @param watching whether every channel delivers good samples
     * @param trouble why not, and what else does not work, for people; null while all is well
     * @param vehicle whether a vehicle is connected (rule B2)
     * @param rateHertz samples per second and channel over the last seconds
     * @param malformed pieces of input that could not be read, since the start
     * @param pending records that wait in the outbox
     * @param quarantined lines that the receiver refused
     * @param boot number of this boot
     * @param clock how far the labels can be trusted
     */
    record Agent(
            BayId bay,
            long timeNanos,
            String version,
            String source,
            boolean watching,
            @Nullable String trouble,
            boolean vehicle,
            double rateHertz,
            long malformed,
            long pending,
            long quarantined,
            long boot,
            Clock clock) implements WireRecord {}

    /**
     * How a channel is measured, every 10 s and at every change.
     *
     * @param device converter or instrument; channels of the same name share it
     * @param rateHertz samples per second over the last seconds
     * @param nominalRateHertz samples per second that the device means to deliver
     * @param calibration how far the values can be trusted
     * @param calibratedOn day of the comparison that counts; null when there is none
     * @param due whether that comparison is too old to be relied on
     */
    record ChannelStatus(
            BayId bay,
            Channel channel,
            long timeNanos,
            String device,
            double rateHertz,
            double nominalRateHertz,
            CalibrationState calibration,
            @Nullable LocalDate calibratedOn,
            boolean due) implements WireRecord {}

    /** How far a label can be trusted (rule B8). */
    enum Clock {
        /** The kernel or the dashboard agreed. */
        SYNCHRONISED("synchronised"),
        /** Nobody agreed within a minute. */
        UNSURE("unsure"),
        /** Placed before the next boot, because its own boot ended without trust. */
        ESTIMATED("estimated");

        private final String wireName;

        Clock(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
