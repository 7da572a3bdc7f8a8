package org.terminal30.hardware.signal;

/** What the buzzer does: patterns that are told apart without looking, by their pace alone. */
public enum Tone {
    SILENT,
    /** Urgent, four times a second until it is answered. */
    CRITICAL,
    /** A double beep every 3 s. */
    WARNING,
    /** One long beep: what was asked for has been done. */
    DONE;

    private static final Rhythm URGENT = Rhythm.repeated(150, 100);
    private static final Rhythm DOUBLE_BEEP = Rhythm.repeated(120, 130, 120, 2_630);
    private static final Rhythm LONG_BEEP = Rhythm.once(600);

    boolean isOn(long elapsedNanos) {
        return switch (this) {
            case SILENT -> false;
            case CRITICAL -> URGENT.isOn(elapsedNanos);
            case WARNING -> DOUBLE_BEEP.isOn(elapsedNanos);
            case DONE -> LONG_BEEP.isOn(elapsedNanos);
        };
    }
}
