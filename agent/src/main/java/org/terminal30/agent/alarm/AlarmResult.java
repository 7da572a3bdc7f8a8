package org.terminal30.agent.alarm;

/** What became of an action on an alarm. */
public sealed interface AlarmResult {
    /** It was carried out; the alarm as it stands now. */
    record Done(Alarm alarm) implements AlarmResult {}

    /** It was not carried out and changed nothing. The reason is for people. */
    record Refused(String reason) implements AlarmResult {}
}
