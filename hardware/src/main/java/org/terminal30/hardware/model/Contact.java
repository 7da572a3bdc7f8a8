package org.terminal30.hardware.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A place where two metals touch, or not. */
public enum Contact {
    /** The clamp of the battery, either one. */
    BATTERY,
    /** The saver's clamp or plug at the car. */
    SAVER,
    /** The bay's own sense lead at terminal 30 of the car. */
    SENSE,
    /** B+ at the connector of the head unit. */
    RADIO;

    /** The name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Contact> ofKey(String key) {
        return Arrays.stream(values()).filter(contact -> contact.key().equals(key)).findFirst();
    }

    public static String keys() {
        return Arrays.stream(values()).map(Contact::key).collect(Collectors.joining(" "));
    }
}
