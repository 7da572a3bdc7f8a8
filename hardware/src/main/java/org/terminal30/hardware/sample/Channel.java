package org.terminal30.hardware.sample;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A point of the car or of the backup supply that is measured (rule B1). All grounds are the car body, except
 * {@link #BATTERY}, which is measured from post to post.
 */
public enum Channel {
    /** Terminal 30 of the car by its own sense lead: what the radio lives on. */
    ONBOARD("onboard", Unit.VOLT),
    /** The source side of the backup supply, before its blocking diode. */
    BACKUP("backup", Unit.VOLT),
    /** The car side of that diode, at the end of the backup's own lead. */
    BACKUP_LEAD("backup_lead", Unit.VOLT),
    /** Shunt in the backup lead; positive when the supply feeds the car. */
    BACKUP_CURRENT("backup_current", Unit.AMPERE),
    /** The battery by itself, post to post. */
    BATTERY("battery", Unit.VOLT),
    /** Clamp meter on the battery lead; positive when the car draws. */
    BATTERY_CURRENT("battery_current", Unit.AMPERE),
    /** B+ at the connector of the head unit. */
    RADIO("radio", Unit.VOLT);

    /** What a channel is measured in. */
    public enum Unit {
        VOLT,
        AMPERE
    }

    private final String wireName;
    private final Unit unit;

    Channel(String wireName, Unit unit) {
        this.wireName = wireName;
        this.unit = unit;
    }

    /** The name on the wire, in configuration files and in columns of traces. */
    public String wireName() {
        return wireName;
    }

    public Unit unit() {
        return unit;
    }

    /** The channel of a wire name; empty when there is none of that name. */
    public static Optional<Channel> ofWireName(String name) {
        return Arrays.stream(values()).filter(channel -> channel.wireName.equals(name)).findFirst();
    }

    /** All wire names, space separated, for messages that say what would have been right. */
    public static String wireNames() {
        return Arrays.stream(values()).map(Channel::wireName).collect(Collectors.joining(" "));
    }
}
