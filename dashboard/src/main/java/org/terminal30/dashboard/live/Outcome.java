package org.terminal30.dashboard.live;

/** What became of an order. */
public sealed interface Outcome {
    /** The bay did it; the record that says so is stored. {@code subject} is the id of the job or alarm. */
    record Done(String subject) implements Outcome {}

    /** The bay did not do it, and says why. */
    record Refused(String reason) implements Outcome {}

    /** The bay has the order and has not answered in time; it may still do it until the order expires. */
    record Unconfirmed(String order) implements Outcome {}

    /** The bay is not connected; nothing was sent and nothing will be. */
    record Absent() implements Outcome {}
}
