package org.terminal30.agent.wire;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.JobSettings;

/** What somebody at the dashboard wants the bay to do (rule B10). Carried out once, and not after it has expired. */
public sealed interface Order {
    Header header();

    /** The name of the action on the wire. */
    String action();

    /** Begins a job; a running job refuses it. */
    record StartJob(Header header, String kind, String vehicle, JobSettings settings) implements Order {
        /** A job that is told nothing. */
        public StartJob(Header header, String kind, String vehicle) {
            this(header, kind, vehicle, JobSettings.NONE);
        }

        @Override
        public String action() {
            return "start-job";
        }
    }

    /** Says something of a step of a job. The step is named, so no revision is expected: measurements go on meanwhile. */
    record TickStep(Header header, String job, Action said) implements Order {
        @Override
        public String action() {
            return "tick-step";
        }
    }

    /** Ends a job as done. */
    record FinishJob(Header header, String job) implements Order {
        @Override
        public String action() {
            return "finish-job";
        }
    }

    /** Ends a job as not done. */
    record AbortJob(Header header, String job) implements Order {
        @Override
        public String action() {
            return "abort-job";
        }
    }

    /** Says that the alarm has been seen. */
    record Acknowledge(Header header, String alarm) implements Order {
        @Override
        public String action() {
            return "acknowledge";
        }
    }

    /** Stops the sound of the alarm for a while. */
    record Silence(Header header, String alarm) implements Order {
        @Override
        public String action() {
            return "silence";
        }
    }

    /** Puts an alarm back to normal that was acknowledged and whose condition is gone. */
    record Reset(Header header, String alarm) implements Order {
        @Override
        public String action() {
            return "reset";
        }
    }

    /**
     * Puts an alarm away for a while.
     *
     * @param minutes for how long
     * @param why the reason, for people
     */
    record Shelve(Header header, String alarm, int minutes, String why) implements Order {
        @Override
        public String action() {
            return "shelve";
        }
    }

    /** Takes an alarm off the shelf before its time. */
    record Unshelve(Header header, String alarm) implements Order {
        @Override
        public String action() {
            return "unshelve";
        }
    }

    /**
     * What every order has.
     *
     * @param id unique in the workshop for ever; the answer names it
     * @param expectedRevision revision of the job or alarm that was on the screen; 0 for the start of a job
     * @param expiresAt from here on the order is void
     * @param who the person, null when nobody had to log in
     */
    record Header(String id, int expectedRevision, Instant expiresAt, @Nullable String who) {
        public Header {
            Objects.requireNonNull(expiresAt);
            if (id.isBlank() || expectedRevision < 0) {
                throw new IllegalArgumentException(
                        "order \"%s\" expects revision %d: needs an id and a revision of at least 0".formatted(id,
                                expectedRevision));
            }
        }
    }
}
