package org.terminal30.agent.bay;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import org.terminal30.agent.alarm.Alarm;
import org.terminal30.agent.job.JobState;
import org.terminal30.agent.outbox.OutboxException;

/** The bay as text, for the restart. All times in it are labels: the monotonic clock of the next boot knows nothing of ours. */
final class Snapshots {
    /** Where the text lies in the state of the bay. */
    static final String KEY = "bay";

    /** The components of a record are its state; what it says beyond them is derived. */
    private static final ObjectMapper JSON = new ObjectMapper().setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    private Snapshots() {
    }

    /**
     * What a bay continues from.
     *
     * @param lastAlarm number of the last alarm
     * @param alarms those that are not over
     * @param lastJob number of the last job
     * @param job the job that runs
     * @param openEvents lines of the records that have not ended: their end is unknown if this is read again
     */
    record BaySnapshot(long lastAlarm, List<StoredAlarm> alarms, long lastJob, @Nullable JobState job,
            List<String> openEvents) {}

    /** An alarm, and how it was called and dated when it was raised. */
    record StoredAlarm(Alarm alarm, BayRecords.AlarmOrigin origin) {}

    static String text(BaySnapshot snapshot) {
        try {
            return JSON.writeValueAsString(snapshot);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a snapshot of the bay cannot be written", impossible);
        }
    }

    /** @throws OutboxException when the text is not of this version */
    static BaySnapshot read(String text) {
        try {
            return JSON.readValue(text, BaySnapshot.class);
        } catch (JsonProcessingException unreadable) {
            throw new OutboxException(
                    "the state of the bay cannot be read: %s; move the state directory away to begin anew"
                            .formatted(unreadable.getOriginalMessage()),
                    unreadable);
        }
    }
}
