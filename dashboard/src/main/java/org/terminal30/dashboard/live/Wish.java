package org.terminal30.dashboard.live;

import java.time.Instant;

import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.Order;
import org.terminal30.agent.wire.Order.Header;

/** What a person asks of a bay, before it has become an order. */
public sealed interface Wish {
    BayId bay();

    /** Starts a job of a kind for a vehicle. */
    record StartJob(BayId bay, String kind, long vehicle, JobSettings settings) implements Wish {}

    /** Says something of a step of a job. */
    record TickStep(BayId bay, String job, org.terminal30.agent.job.Action said) implements Wish {}

    /** Finishes a job, or aborts it, as it stood at a revision. */
    record EndJob(BayId bay, String job, int revision, boolean abort) implements Wish {}

    /** Acknowledges, silences, resets or wakes an alarm as it stood at a revision. */
    record Answer(BayId bay, String alarm, int revision, Action action) implements Wish {}

    /** Puts an alarm away as it stood at a revision. */
    record Shelve(BayId bay, String alarm, int revision, int minutes, String why) implements Wish {}

    /** What can be done to an alarm without saying more. */
    enum Action {
        ACKNOWLEDGE,
        SILENCE,
        RESET,
        UNSHELVE
    }

    /** The wish as an order. */
    default Order order(String id, Instant expiresAt, String who) {
        return switch (this) {
            case StartJob start -> new Order.StartJob(new Header(id, 0, expiresAt, who), start.kind(),
                    Long.toString(start.vehicle()), start.settings());
            // A step is named, so nothing is ticked by mistake: no revision is expected.
            case TickStep tick -> new Order.TickStep(new Header(id, 0, expiresAt, who), tick.job(), tick.said());
            case EndJob end -> end(end, new Header(id, end.revision(), expiresAt, who));
            case Answer answer -> answer(answer, new Header(id, answer.revision(), expiresAt, who));
            case Shelve shelve -> new Order.Shelve(new Header(id, shelve.revision(), expiresAt, who), shelve.alarm(),
                    shelve.minutes(), shelve.why());
        };
    }

    private static Order end(EndJob end, Header header) {
        return end.abort() ? new Order.AbortJob(header, end.job()) : new Order.FinishJob(header, end.job());
    }

    private static Order answer(Answer answer, Header header) {
        return switch (answer.action()) {
            case ACKNOWLEDGE -> new Order.Acknowledge(header, answer.alarm());
            case SILENCE -> new Order.Silence(header, answer.alarm());
            case RESET -> new Order.Reset(header, answer.alarm());
            case UNSHELVE -> new Order.Unshelve(header, answer.alarm());
        };
    }
}
