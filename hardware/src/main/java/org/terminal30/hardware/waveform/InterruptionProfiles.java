package org.terminal30.hardware.waveform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.waveform.Profile.Family;

import static org.terminal30.hardware.waveform.Provenance.BACKGROUND;
import static org.terminal30.hardware.waveform.Provenance.TRANSCRIBED;
import static org.terminal30.hardware.waveform.Provenance.VERIFIED;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;

/** The supply is away for a while: E-09, E-10, E-13 of LV 124, and ISO 16750-2, 4.6. */
final class InterruptionProfiles {
    private static final double E10_VOLTS = 11;
    private static final double ISO_LOWEST_SUPPLY_VOLTS = 8;

    static final List<Profile> ALL = List.of(
            profile("e09", "LV 124 / VW 80000 (2013) E-09, reset behaviour, 0.5 V and 0.2 V steps", TRANSCRIBED, 1,
                    reset(9.8, e09Levels())),
            profile("e10", "LV 124 E-10, short interruptions, 10 µs to 2 s", TRANSCRIBED, 1,
                    e10(InterruptionTable.RECOVERY_SECONDS)),
            profile("e13-pin", "LV 124 E-13, pin interruption, pulled for 10 s", VERIFIED, 3,
                    Waveform.of(hold(12, 10), hold(0, 10), hold(12, 10))),
            profile("e13-burst", "LV 124 E-13, pin interruption, 4000 breaks of a loose contact", VERIFIED, 3,
                    Waveform.of(hold(12, 5)).then(looseContact()).then(hold(12, 5))),
            profile("iso16750-momentary-drop", "ISO 16750-2 momentary drop in supply voltage", BACKGROUND, 1,
                    Waveform.of(hold(12, 1), ramp(12, 4.5, 0.01), hold(4.5, 0.1), ramp(4.5, 12, 0.01), hold(12, 1))),
            profile("iso16750-reset", "ISO 16750-2 reset behaviour at voltage drop, from 8 V (code B)", TRANSCRIBED, 1,
                    reset(ISO_LOWEST_SUPPLY_VOLTS, isoLevels())));

    private InterruptionProfiles() {
    }

    private static Profile profile(String id, String title, Provenance provenance, int cycles, Waveform cycle) {
        return new Profile(id, title, Family.INTERRUPTION, provenance, cycle, cycles);
    }

    /** Each duration once, from 11 V to nothing, with a recovery before each and after the last. */
    static Waveform e10(double recoverySeconds) {
        List<Segment> segments = new ArrayList<>();
        segments.add(hold(E10_VOLTS, recoverySeconds));
        for (long nanos : InterruptionTable.durationsNanos()) {
            segments.add(new Segment.Hold(0, nanos));
            segments.add(hold(E10_VOLTS, recoverySeconds));
        }
        return Waveform.of(segments);
    }

    /** Down to each level for 5 s, back for 10 s. */
    private static Waveform reset(double supplyVolts, List<Double> levels) {
        List<Segment> segments = new ArrayList<>();
        segments.add(hold(supplyVolts, 10));
        for (double level : levels) {
            segments.add(hold(level, 5));
            segments.add(hold(supplyVolts, 10));
        }
        return Waveform.of(segments);
    }

    /** 9.3 to 6.3 V in steps of 0.5 V, then 5.8 to 0 V in steps of 0.2 V; in tenths, which add up exactly. */
    private static List<Double> e09Levels() {
        List<Double> levels = new ArrayList<>();
        for (int tenths = 93; tenths >= 60; tenths -= 5) {
            levels.add(tenths / 10.0);
        }
        for (int tenths = 58; tenths >= 0; tenths -= 2) {
            levels.add(tenths / 10.0);
        }
        return levels;
    }

    /** 95 % of the lowest supply, then 5 % less each time, to nothing. */
    private static List<Double> isoLevels() {
        List<Double> levels = new ArrayList<>();
        for (int percent = 95; percent >= 0; percent -= 5) {
            levels.add(ISO_LOWEST_SUPPLY_VOLTS * percent / 100);
        }
        return levels;
    }

    /** Broken for 0.1 ms, in contact for 1 ms; which of the two figures is which, the source shows only in a picture. */
    private static Waveform looseContact() {
        return Waveform.of(hold(0, 0.0001), hold(12, 0.001)).repeated(4000, Duration.ZERO);
    }
}
