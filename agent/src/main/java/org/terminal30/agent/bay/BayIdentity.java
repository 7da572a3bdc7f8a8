package org.terminal30.agent.bay;

import org.terminal30.agent.clock.BootLabels;
import org.terminal30.agent.wire.BayId;

/**
 * Who says it, and how it calls things.
 *
 * @param bay the bay that all records name
 * @param labels names and dates of this boot
 */
record BayIdentity(BayId bay, BootLabels labels) {
    private static final String ALARM = "a";
    private static final String JOB = "j";

    /** Events are counted by each boot anew. */
    String eventId(long sequence) {
        return labels.id(Long.toString(sequence));
    }

    /** Alarms outlive a boot, and so does their numbering. */
    String alarmId(long sequence) {
        return labels.installationId(ALARM + sequence);
    }

    /** Jobs outlive a boot, and so does their numbering. */
    String jobId(long sequence) {
        return labels.installationId(JOB + sequence);
    }

    /** The number of an alarm of this bay; -1 when the id is of another. */
    long alarmSequence(String id) {
        return sequence(id, ALARM);
    }

    /** The number of a job of this bay; -1 when the id is of another. */
    long jobSequence(String id) {
        return sequence(id, JOB);
    }

    private long sequence(String id, String kind) {
        String prefix = labels.installationId(kind);
        String digits = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        return digits.matches("[1-9][0-9]{0,17}") ? Long.parseLong(digits) : -1;
    }
}
