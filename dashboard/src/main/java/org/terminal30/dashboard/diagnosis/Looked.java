package org.terminal30.dashboard.diagnosis;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a person found by looking; of each subject only the newest is in a history. */
public record Looked(What what, Instant at) {
    /** The findings that say something. */
    public enum What {
        FIRMWARE_OFFICIAL("firmware", "official"),
        FIRMWARE_UNOFFICIAL("firmware", "unofficial"),
        ASKS_AT_EVERY_IGNITION("asks-for-code", "every-ignition"),
        ASKS_NOW_AND_THEN("asks-for-code", "now-and-then"),
        CONNECTOR_CLEAN("radio-connector", "clean"),
        CONNECTOR_OXIDISED("radio-connector", "oxidised"),
        CONNECTOR_LOOSE("radio-connector", "loose"),
        FUSE_GOOD("radio-fuse", "good"),
        FUSE_POOR_CONTACT("radio-fuse", "poor-contact"),
        FUSE_BLOWN("radio-fuse", "blown");

        private final String subject;
        private final String found;

        What(String subject, String found) {
            this.subject = subject;
            this.found = found;
        }

        /** The finding of the workshop's words; empty when they say nothing here. */
        public static Optional<What> of(String subject, String found) {
            return Arrays.stream(values()).filter(what -> what.subject.equals(subject) && what.found.equals(found))
                    .findFirst();
        }
    }
}
