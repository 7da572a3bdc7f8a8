package org.terminal30.dashboard.live;

import java.time.Instant;

import org.terminal30.agent.wire.BayId;

/** What a person asks of a bay, before it has become an order. */
public sealed interface Wish {
    BayId bay();

    /** Starts a job of a kind for a vehicle. */
    record StartJob(BayId bay, String kind, long vehicle) implements Wish {}

    /** Finishes a job, or aborts it, as it stood at a revision. */
    record EndJob(BayId bay, String job, int revision, boolean abort) implements Wish {}

    /** Acknowledges, silences, resets or wakes an alarm as it stood at a revision. */
    record Answer(BayId bay, String alarm, int revision, Action action) implements Wish {}

    /** Puts an alarm away as it stood at a revision. */
    record Shelve(BayId bay, String alarm, int revision, int minutes, String why) implements Wish {}

    /** What can be done to an alarm without saying more. */
    enum Action {
        ACKNOWLEDGE("acknowledge"),
        SILENCE("silence"),
        RESET("reset"),
        UNSHELVE("unshelve");

        private final String wireName;

        Action(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** The wish as an order. */
    default Order order(String id, Instant expiresAt, String who) {
        return switch (this) {
            case StartJob start -> new Order(id, "start-job", 0, expiresAt, who, start.kind(),
                    Long.toString(start.vehicle()), null, null, null, null);
            case EndJob end -> new Order(id, end.abort() ? "abort-job" : "finish-job", end.revision(), expiresAt, who,
                    null, null, end.job(), null, null, null);
            case Answer answer -> new Order(id, answer.action().wireName(), answer.revision(), expiresAt, who, null,
                    null, null, answer.alarm(), null, null);
            case Shelve shelve -> new Order(id, "shelve", shelve.revision(), expiresAt, who, null, null, null,
                    shelve.alarm(), shelve.minutes(), shelve.why());
        };
    }
}
