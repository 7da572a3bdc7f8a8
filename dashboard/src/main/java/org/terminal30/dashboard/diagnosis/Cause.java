package org.terminal30.dashboard.diagnosis;

/** What makes a radio lock again and again: the four causes of S1 and S3, and a load that never sleeps. */
public enum Cause {
    /** A discharged battery or a bad alternator: the supply of the whole car is unsteady. */
    SUPPLY("battery-or-alternator", "battery or alternator"),
    /** The contact at the radio's connector, a broken wire, or the fuse that feeds it. */
    CONTACT("contact-or-fuse", "contact or fuse of the radio's feed"),
    FIRMWARE("unofficial-firmware", "unofficial firmware"),
    /** The unit does not keep what it is told, although its supply is clean. */
    MEMORY("memory-module", "memory module of the radio"),
    /** The parked car empties its battery. */
    DRAIN("parasitic-drain", "parasitic drain");

    private final String wireName;
    private final String words;

    Cause(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    /** The name in the REST interface. */
    public String wireName() {
        return wireName;
    }

    /** For people, within a sentence. */
    public String words() {
        return words;
    }
}
