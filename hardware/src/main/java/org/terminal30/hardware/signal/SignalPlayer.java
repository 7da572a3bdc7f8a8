package org.terminal30.hardware.signal;

/**
 * Plays an indication in time: which outputs are on at each moment. A light or a tone that is asked for anew begins at once
 * and at its beginning; one that goes on is not disturbed by what changes beside it. Pure; times never decrease.
 */
final class SignalPlayer {
    /** Which outputs are on. */
    record Levels(boolean green, boolean amber, boolean red, boolean buzzer) {}

    /** Something that was asked for, and since when. */
    private record Played<T>(T what, long sinceNanos) {
        Played<T> then(T next, long nowNanos) {
            return next.equals(what) ? this : new Played<>(next, nowNanos);
        }

        long elapsedNanos(long nowNanos) {
            return nowNanos - sinceNanos;
        }
    }

    private Played<Light> green = new Played<>(Light.OFF, 0);
    private Played<Light> amber = new Played<>(Light.OFF, 0);
    private Played<Light> red = new Played<>(Light.OFF, 0);
    private Played<Tone> wanted = new Played<>(Tone.SILENT, 0);
    private Played<Tone> once = new Played<>(Tone.SILENT, 0);

    /**
     * The outputs at a moment.
     *
     * @param done whether {@link Tone#DONE} begins now; a tone that is wanted anyway drowns it
     */
    Levels at(Indication indication, boolean done, long nowNanos) {
        green = green.then(indication.green(), nowNanos);
        amber = amber.then(indication.amber(), nowNanos);
        red = red.then(indication.red(), nowNanos);
        wanted = wanted.then(indication.tone(), nowNanos);
        if (indication.tone() != Tone.SILENT) {
            once = once.then(Tone.SILENT, nowNanos);
        } else if (done) {
            once = new Played<>(Tone.DONE, nowNanos);
        }
        return new Levels(isLit(green, nowNanos), isLit(amber, nowNanos), isLit(red, nowNanos),
                isOn(wanted, nowNanos) || isOn(once, nowNanos));
    }

    private static boolean isLit(Played<Light> light, long nowNanos) {
        return light.what().isLit(light.elapsedNanos(nowNanos));
    }

    private static boolean isOn(Played<Tone> tone, long nowNanos) {
        return tone.what().isOn(tone.elapsedNanos(nowNanos));
    }
}
