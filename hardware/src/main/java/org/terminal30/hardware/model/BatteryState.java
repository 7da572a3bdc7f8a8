package org.terminal30.hardware.model;

/**
 * A battery as it is used: charge q (0…1) and surface charge u (V) follow the current i (A, discharging positive):
 *
 * <pre>
 * dq/dt = −i / capacity
 * du/dt = −u / {@value #SURFACE_SECONDS} s − i / {@value #SURFACE_FARADS} F,   0 ≤ u ≤ {@value #MOST_SURFACE_VOLTS} V
 * </pre>
 *
 * A minute of headlights takes half a volt of surface charge away, or half an hour of rest, which is how the trade removes it.
 * It takes charge through R / ({@value #FULL} − q): 20 A at 14.2 V nearly full, 3 A when full. The constants are background
 * knowledge. All of it is slow against everything else, so it is stepped.
 */
final class BatteryState {
    static final double SURFACE_SECONDS = 2_600;
    static final double SURFACE_FARADS = 1_000;
    static final double MOST_SURFACE_VOLTS = 0.7;
    static final double FULL = 1.01;
    private static final double SECONDS_AN_HOUR = 3_600;

    private final Battery battery;
    private double charge;
    private double surfaceVolts;

    BatteryState(Battery battery) {
        this.battery = battery;
        this.charge = battery.charge();
        this.surfaceVolts = battery.surfaceVolts();
    }

    /** Volts without a load. */
    double openCircuitVolts() {
        return battery.type().restVolts(charge) + surfaceVolts;
    }

    double ohms() {
        return battery.ohms();
    }

    /** In the way of a current into it. */
    double chargingOhms() {
        return Math.max(battery.ohms(), battery.ohms() / (FULL - charge));
    }

    double charge() {
        return charge;
    }

    void use(double amperes, double seconds) {
        charge = Math.clamp(charge - amperes * seconds / (battery.ampereHours() * SECONDS_AN_HOUR), 0.0, 1.0);
        double decayed = surfaceVolts * Math.exp(-seconds / SURFACE_SECONDS) - amperes * seconds / SURFACE_FARADS;
        surfaceVolts = Math.clamp(decayed, 0, Math.max(surfaceVolts, MOST_SURFACE_VOLTS));
    }
}
