package org.terminal30.agent.swaps;

import java.util.List;

/**
 * What came of one swap: what the bay said, and what was true.
 *
 * @param disconnect the first gate's answer by which the technician decided
 * @param remove the second gate's last answer
 * @param memory the last word on the memory; empty when the battery never came out
 * @param wrong what must never be, for people
 * @param misled the same, where the bay was told a load that was not true any more, and could not see it
 */
record SwapResult(Answer disconnect, Answer remove, Answer memory, List<String> wrong, List<String> misled) {
    /** No answer to a question that nobody asked. */
    static final Answer NONE = new Answer("", false, "");

    /**
     * An answer, and the truth of it.
     *
     * @param good whether the feed would have held had the clamp come off then, or the memory was kept
     * @param why what was not proven
     */
    record Answer(String word, boolean good, String why) {}
}
