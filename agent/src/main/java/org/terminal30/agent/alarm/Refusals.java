package org.terminal30.agent.alarm;

import org.jspecify.annotations.Nullable;

/** Why an action on an alarm is not carried out, in words for people; null when it is. */
final class Refusals {
    private Refusals() {
    }

    static @Nullable String ofAcknowledge(Alarm alarm) {
        return switch (alarm.state()) {
            case UNACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED -> null;
            case ACKNOWLEDGED, LATCHED_ACKNOWLEDGED -> "the alarm has been acknowledged already";
            case SHELVED -> "the alarm is shelved: wake it before acknowledging it";
            case SUPPRESSED, NORMAL -> "nothing sounds in this phase: there is nothing to acknowledge";
        };
    }

    static @Nullable String ofSilence(Alarm alarm) {
        return alarm.sounds() ? null : "the alarm does not sound now";
    }

    static @Nullable String ofReset(Alarm alarm) {
        return switch (alarm.state()) {
            case LATCHED_ACKNOWLEDGED -> null;
            case LATCHED_UNACKNOWLEDGED -> "acknowledge the alarm before resetting it";
            case UNACKNOWLEDGED, ACKNOWLEDGED -> alarm.cause().latching()
                    ? "the condition is still present: remove it before resetting the alarm"
                    : "this alarm ends with its condition and needs no reset";
            case SHELVED -> "the alarm is shelved: wake it before resetting it";
            case SUPPRESSED -> "this alarm ends with its condition and needs no reset";
            case RETURNED_UNACKNOWLEDGED, NORMAL -> "this alarm ends when it is acknowledged and needs no reset";
        };
    }

    static @Nullable String ofShelve(Alarm alarm, boolean allowed, String why, int minutes) {
        if (!allowed) {
            return "%s cannot be shelved while the bay is armed".formatted(alarm.cause().kind().wireName());
        }
        if (minutes < 1 || minutes > Shelf.MAX_MINUTES) {
            return "an alarm is shelved for 1 to %d minutes, not %d".formatted(Shelf.MAX_MINUTES, minutes);
        }
        if (why.isBlank() || why.length() > Shelf.MAX_WHY) {
            return "shelving needs a reason of 1 to %d characters".formatted(Shelf.MAX_WHY);
        }
        return switch (alarm.state()) {
            case UNACKNOWLEDGED, ACKNOWLEDGED, RETURNED_UNACKNOWLEDGED, LATCHED_UNACKNOWLEDGED -> null;
            case LATCHED_ACKNOWLEDGED -> "the alarm only waits to be reset: there is nothing to shelve";
            case SHELVED -> "the alarm is shelved already: wake it first";
            case SUPPRESSED, NORMAL -> "nothing sounds in this phase: there is nothing to shelve";
        };
    }

    static @Nullable String ofUnshelve(Alarm alarm) {
        return alarm.state() == AlarmState.SHELVED ? null : "the alarm is not shelved";
    }
}
