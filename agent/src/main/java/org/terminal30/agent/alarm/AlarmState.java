package org.terminal30.agent.alarm;

/** States of an alarm after ISA-18.2. */
public enum AlarmState {
    /** The condition is present and nobody has answered: it sounds. */
    UNACKNOWLEDGED("unacknowledged", true),
    /** The condition is present and somebody knows. */
    ACKNOWLEDGED("acknowledged", false),
    /** The condition went before anybody answered. */
    RETURNED_UNACKNOWLEDGED("returned-unacknowledged", true),
    /** The condition went before anybody answered; wants a reset too. */
    LATCHED_UNACKNOWLEDGED("latched-unacknowledged", true),
    /** The condition is gone and somebody knows; wants a reset. */
    LATCHED_ACKNOWLEDGED("latched-acknowledged", false),
    /** Somebody wants to hear nothing of it for a while, whether its condition comes or goes. */
    SHELVED("shelved", false),
    /** The condition is present and the phase has no use for an answer: shown as status. */
    SUPPRESSED("suppressed", false),
    /** Over. */
    NORMAL("normal", false);

    private final String wireName;
    private final boolean wantsAnswer;

    AlarmState(String wireName, boolean wantsAnswer) {
        this.wireName = wireName;
        this.wantsAnswer = wantsAnswer;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether it sounds until it is acknowledged, or silenced for a while. */
    public boolean wantsAnswer() {
        return wantsAnswer;
    }
}
