package org.terminal30.agent.battery;

/** Whether and how well the battery is charged (rule B7). */
public enum ChargingState {
    /** Nothing charges, and nothing shows that the engine runs. */
    OFF,
    /** Within the limits. */
    CHARGING,
    /** The engine runs and charges too little, or not at all. */
    UNDERCHARGING,
    /** Above the upper limit for longer than a regulator needs to settle. */
    OVERCHARGING,
    /** The regulated voltage changes by steps, because the engine's computer asks for it. */
    SMART_ALTERNATOR,
    /** Seen too little, or what was seen has more than one explanation. */
    UNKNOWN
}
