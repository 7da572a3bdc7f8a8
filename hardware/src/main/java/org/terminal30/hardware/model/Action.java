package org.terminal30.hardware.model;

/** Something that happens to the car or the saver. */
public sealed interface Action {
    /** A clamp, plug or lead is put on; the wrong way round, for the battery and the saver. */
    record Connect(Contact contact, boolean reversed) implements Action {}

    /** It comes off. */
    record Disconnect(Contact contact) implements Action {}

    /** It loses its hold for a while. */
    record Slip(Contact contact, double seconds) implements Action {
        public Slip {
            Limits.within("seconds", seconds, 0.000_01, 86_400);
        }
    }

    /** Another battery stands in the place of the old one. */
    record ReplaceBattery(Battery battery) implements Action {}

    /** A load is switched, by its name in {@link Parts#loads}. */
    record Switch(String load, boolean on) implements Action {}

    /** A door opens or closes: its light, and the control units wake. */
    record Door(boolean open) implements Action {}

    /** The ignition is switched: the control units wake, a lighter socket may have voltage. */
    record Ignition(boolean on) implements Action {}

    /** The saver is switched. */
    record PowerSaver(boolean on) implements Action {}

    /** The fuse between saver and car blows. */
    record BlowFuse() implements Action {}

    /** The key is turned to start. */
    record StartEngine() implements Action {}

    record StopEngine() implements Action {}

    /** The engine is held at this speed. */
    record Rev(double rpm) implements Action {
        public Rev {
            Limits.within("rpm", rpm, 300, 8_000);
        }
    }

    /** The alternator becomes another: it fails, or is repaired. */
    record Regulate(Alternator alternator) implements Action {}
}
