package org.terminal30.dashboard.diagnosis;

/** Where the feed of a radio is measured. */
public enum Point {
    /** Terminal 30 of the car. */
    ONBOARD,
    /** B+ at the radio's connector. */
    RADIO
}
