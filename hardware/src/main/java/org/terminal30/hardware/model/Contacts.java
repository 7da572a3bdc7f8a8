package org.terminal30.hardware.model;

/**
 * How well the contacts touch. One that is made or lost touches and leaves a few times more, within the bounce.
 *
 * @param batteryOhms of both clamps together; above 10 mΩ is a poor connection
 * @param saverOhms of the saver's clamps or plug
 * @param radioOhms of the head unit's connector and fuse
 * @param bounceSeconds until a contact that was made or lost is at rest
 */
public record Contacts(double batteryOhms, double saverOhms, double radioOhms, double bounceSeconds) {
    public static final Contacts TYPICAL = new Contacts(0.002, 0.01, 0.02, 0.014);

    public Contacts {
        Limits.within("battery_ohms", batteryOhms, 0.0001, 10);
        Limits.within("saver_ohms", saverOhms, 0.0001, 10);
        Limits.within("radio_ohms", radioOhms, 0.0001, 1_000);
        Limits.within("bounce_seconds", bounceSeconds, 0, 1);
    }
}
