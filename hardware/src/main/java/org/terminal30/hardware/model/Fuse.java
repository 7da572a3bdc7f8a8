package org.terminal30.hardware.model;

/**
 * A blade fuse: it melts when ∫((I/rated)² − 1) dt reaches {@value #MELTING_SECONDS} s, never falling below 0. At twice its rating
 * that is half a second, at six times 43 ms: within the windows of ISO 8820-3 (background knowledge).
 */
final class Fuse {
    private static final double MELTING_SECONDS = 1.5;

    private final double ratedAmperes;
    private double heatSeconds;
    private boolean blown;

    Fuse(double ratedAmperes) {
        this.ratedAmperes = ratedAmperes;
    }

    void carry(double amperes, double seconds) {
        double share = amperes / ratedAmperes;
        heatSeconds = Math.max(0, heatSeconds + (share * share - 1) * seconds);
        blown |= heatSeconds >= MELTING_SECONDS;
    }

    void blow() {
        blown = true;
    }

    boolean isBlown() {
        return blown;
    }
}
