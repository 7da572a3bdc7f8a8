package org.terminal30.agent.uplink;

/** What came of sending a batch. The reasons are for people. */
sealed interface Answer {
    /** All lines are stored. */
    record Stored() implements Answer {}

    /** Line {@code line}, counted from 1, is refused; the other good lines are stored. */
    record BadLine(int line, String reason) implements Answer {}

    /** Some line is refused, the receiver does not say which; the others may be stored. */
    record BadBatch(String reason) implements Answer {}

    /** More at once than the receiver takes; nothing is stored. */
    record TooLarge(String reason) implements Answer {}

    /** The token, the bucket or the address is wrong: somebody has to look. Nothing is stored. */
    record Denied(String reason) implements Answer {}

    /** No answer, or the receiver is in trouble: trying again will help. */
    record Unreachable(String reason) implements Answer {}
}
