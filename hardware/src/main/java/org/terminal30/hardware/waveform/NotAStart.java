package org.terminal30.hardware.waveform;

import java.util.ArrayList;
import java.util.List;

/** What begins like the start of an engine that does not turn: nothing of it may be excused as a start. */
public enum NotAStart {
    /** Falls as the start does and stays there: a short circuit, a load too heavy. */
    STAYS_DOWN,
    /** Falls as the start does and comes straight back after {@value #MOMENT_SECONDS} s: a relay, a contact. */
    COMES_BACK,
    /** The clamp is off a car that is awake: its capacitors empty in no time. */
    CLAMP_OFF,
    /** The clamp is off a car that sleeps: its capacitors hold for seconds. */
    CLAMP_OFF_ASLEEP,
    /** The engine turns, then the clamp is off. */
    CLAMP_OFF_WHILE_CRANKING;

    private static final double MOMENT_SECONDS = 0.2;
    private static final double EDGE_SECONDS = 0.005;
    private static final double DOWN_SECONDS = 30;
    /** 4.7 mF on the 12.6 Ω of a car that is awake. */
    private static final double AWAKE_SECONDS = 0.06;
    /** The same on some hundred ohms. */
    private static final double ASLEEP_SECONDS = 2;
    /** By then the engine turns in every start of the standards. What it is doing then it does to its end. */
    private static final double CRANKED_SECONDS = 0.25;

    /** This variant of a start, from the rest that the start begins with. It ends there again. */
    public Waveform of(Waveform start) {
        double rest = start.firstVolts();
        double fallen = fallen(start);
        Segment resting = start.segments().getFirst();
        return switch (this) {
            case STAYS_DOWN -> Waveform.of(resting, Segment.ramp(rest, fallen, EDGE_SECONDS),
                    Segment.hold(fallen, DOWN_SECONDS), Segment.ramp(fallen, rest, EDGE_SECONDS), resting);
            case COMES_BACK -> Waveform.of(resting, Segment.ramp(rest, fallen, EDGE_SECONDS),
                    Segment.hold(fallen, MOMENT_SECONDS), Segment.ramp(fallen, rest, EDGE_SECONDS), resting);
            case CLAMP_OFF -> Waveform.of(resting, Segment.decay(rest, 0, AWAKE_SECONDS, DOWN_SECONDS), resting);
            case CLAMP_OFF_ASLEEP ->
                Waveform.of(resting, Segment.decay(rest, 0, ASLEEP_SECONDS, DOWN_SECONDS), resting);
            case CLAMP_OFF_WHILE_CRANKING -> cranked(start).then(resting);
        };
    }

    /** The first level below rest. */
    private static double fallen(Waveform start) {
        return start.segments().get(fallenIndex(start)).voltsAt(0);
    }

    private static int fallenIndex(Waveform start) {
        double rest = start.firstVolts();
        for (int i = 0; i < start.segments().size(); i++) {
            if (start.segments().get(i) instanceof Segment.Hold hold && hold.volts() < rest) {
                return i;
            }
        }
        throw new IllegalArgumentException("the start falls to no level below its rest of %s V".formatted(rest));
    }

    private static Waveform cranked(Waveform start) {
        long untilNanos = start.startNanos(fallenIndex(start)) + Math.round(CRANKED_SECONDS * 1e9);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; start.startNanos(i) < untilNanos; i++) {
            segments.add(start.segments().get(i));
        }
        Waveform cranked = Waveform.of(segments);
        return cranked.then(Segment.decay(cranked.lastVolts(), 0, AWAKE_SECONDS, DOWN_SECONDS));
    }
}
