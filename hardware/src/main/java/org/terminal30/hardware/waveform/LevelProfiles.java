package org.terminal30.hardware.waveform;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.waveform.Profile.Family;

import static org.terminal30.hardware.waveform.Provenance.BACKGROUND;
import static org.terminal30.hardware.waveform.Provenance.TRANSCRIBED;
import static org.terminal30.hardware.waveform.Provenance.VERIFIED;
import static org.terminal30.hardware.waveform.Segment.decay;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;
import static org.terminal30.hardware.waveform.Segment.sine;

/** Too high, too low, the wrong way round: the level tests of LV 124 and the load dumps of ISO 16750-2. */
final class LevelProfiles {
    /** An exponential is at a tenth after so many time constants. */
    private static final double TO_A_TENTH = Math.log(10);

    static final List<Profile> ALL = List.of(
            profile("e01", "VW 80000 (2009) E-01, long-term overvoltage", Family.OVERVOLTAGE, TRANSCRIBED, 1,
                    hold(14, 10), hold(17, 3600)),
            profile("e02", "VW 80000 (2009) E-02, transient overvoltage, short", Family.OVERVOLTAGE, TRANSCRIBED, 3,
                    hold(16, 1), ramp(16, 18, 0.001), hold(18, 0.4), ramp(18, 17, 0.001), hold(17, 0.6),
                    ramp(17, 16, 0.001), hold(16, 1)),
            profile("e04", "LV 124 / VW 80000 (2013) E-04, jump start with 26 V", Family.OVERVOLTAGE, TRANSCRIBED, 1,
                    ramp(10.8, 26, 0.005), hold(26, 60), ramp(26, 10.8, 0.005)),
            profile("e05", "LV 124 E-05, load dump", Family.OVERVOLTAGE, BACKGROUND, 10,
                    hold(13.5, 5), ramp(13.5, 27, 0.002), hold(27, 0.3), ramp(27, 13.5, 0.03), hold(13.5, 5)),
            new Profile("e06", "LV 124 E-06, ripple of 2 V peak to peak around 15 V, 15 Hz to 30 kHz",
                    Family.OVERVOLTAGE, TRANSCRIBED, rippleSteps(), 1),
            profile("e08", "LV 124 / VW 80000 (2013) E-08, slow decrease, quick increase", Family.LEVEL, TRANSCRIBED, 1,
                    ramp(16, 6, 1200), hold(6, 60), ramp(6, 0, 720), hold(0, 60), ramp(0, 16, 0.4)),
            profile("e15", "VW 80000 (2009) E-15, reverse polarity", Family.LEVEL, TRANSCRIBED, 3,
                    hold(14, 60), ramp(14, -14, 0.001), hold(-14, 60), ramp(-14, 14, 0.001), hold(14, 60)),
            profile("iso16750-load-dump-a", "ISO 16750-2 load dump A, 101 V for 400 ms, not clamped",
                    Family.OVERVOLTAGE,
                    VERIFIED, 10, hold(13.5, 5), ramp(13.5, 101, 0.01), decay(101, 13.5, 0.4 / TO_A_TENTH, 1),
                    hold(13.5, 5)),
            profile("iso16750-load-dump-b", "ISO 16750-2 load dump B, clamped to 35 V", Family.OVERVOLTAGE, TRANSCRIBED,
                    5, hold(13.5, 5), ramp(13.5, 35, 0.005), hold(35, 0.1), decay(35, 13.5, 0.1, 0.5), hold(13.5, 5)));

    private LevelProfiles() {
    }

    private static Profile profile(String id, String title, Family family, Provenance provenance, int cycles,
            Segment... segments) {
        return new Profile(id, title, family, provenance, Waveform.of(segments), cycles);
    }

    /** A second at each octave from 15 Hz, whole periods, and one at the end; the standard sweeps. */
    private static Waveform rippleSteps() {
        List<Segment> segments = new ArrayList<>();
        segments.add(hold(15, 1));
        for (int hertz = 15; hertz < 30_000; hertz *= 2) {
            segments.add(sine(15, 2, hertz, 1));
        }
        segments.add(sine(15, 2, 30_000, 1));
        segments.add(hold(15, 1));
        return Waveform.of(segments);
    }
}
