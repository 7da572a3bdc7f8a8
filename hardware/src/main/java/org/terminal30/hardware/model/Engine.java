package org.terminal30.hardware.model;

/** The engine: off, cranked by its starter, or running. It fires at the end of the key's turn when the voltage was high enough. */
final class Engine {
    static final double IDLE_RPM = 800;

    private final Starter starter;
    private boolean cranks;
    private long crankedNanos;
    private double voltSeconds;
    private double turnedSeconds;
    private double rpm;

    Engine(Starter starter, boolean runs) {
        this.starter = starter;
        this.rpm = runs ? IDLE_RPM : 0;
    }

    boolean runs() {
        return rpm > 0;
    }

    boolean cranks() {
        return cranks;
    }

    double rpm() {
        return rpm;
    }

    void start(long nowNanos) {
        if (!runs() && !cranks) {
            cranks = true;
            crankedNanos = nowNanos;
            voltSeconds = 0;
            turnedSeconds = 0;
        }
    }

    void stop() {
        cranks = false;
        rpm = 0;
    }

    /** Only a running engine can be revved. */
    void rev(double to) {
        rpm = runs() ? to : 0;
    }

    /** Of the starter, now. */
    double siemens(long nowNanos) {
        return cranks ? starter.conductance((nowNanos - crankedNanos) / 1e9) : 0;
    }

    /** A moment of cranking has passed. */
    void cranked(double meanVolts, long fromNanos, long untilNanos) {
        if (!cranks) {
            return;
        }
        if (Starter.turns((fromNanos - crankedNanos) / 1e9)) {
            voltSeconds += meanVolts * (untilNanos - fromNanos) / 1e9;
            turnedSeconds += (untilNanos - fromNanos) / 1e9;
        }
        if (untilNanos - crankedNanos >= starter.seconds() * 1e9) {
            cranks = false;
            rpm = turnedSeconds > 0 && voltSeconds / turnedSeconds >= starter.minimumVolts() ? IDLE_RPM : 0;
        }
    }
}
