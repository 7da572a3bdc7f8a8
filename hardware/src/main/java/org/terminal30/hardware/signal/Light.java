package org.terminal30.hardware.signal;

/** What one light of the stack does, the more conspicuous the later. */
public enum Light {
    OFF,
    STEADY,
    /** Twice a second, beginning lit. */
    FLASHING;

    private static final Rhythm FLASH = Rhythm.repeated(250, 250);

    /** The more conspicuous of the two. */
    public Light or(Light other) {
        return compareTo(other) >= 0 ? this : other;
    }

    boolean isLit(long elapsedNanos) {
        return switch (this) {
            case OFF -> false;
            case STEADY -> true;
            case FLASHING -> FLASH.isOn(elapsedNanos);
        };
    }
}
