package org.terminal30.hardware.waveform;

import java.util.List;

import org.terminal30.hardware.waveform.Profile.Family;

import static org.terminal30.hardware.waveform.Provenance.BACKGROUND;
import static org.terminal30.hardware.waveform.Provenance.TRANSCRIBED;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;
import static org.terminal30.hardware.waveform.Segment.sine;

/** The engine is started: LV 124 E-11 and ISO 16750-2, 4.6.3. */
final class StartProfiles {
    private static final double LV124_REST = 11;
    private static final double ISO_REST = 12;

    static final List<Profile> ALL = List.of(
            start("e11-cold", "LV 124 / VW 80000 (2013) E-11, cold start, normal", TRANSCRIBED, 10,
                    hold(LV124_REST, 1), hold(4.5, 0.019), ramp(4.5, 6.5, 0.05), sine(7.5, 2, 2, 10),
                    ramp(7.5, LV124_REST, 0.1), hold(LV124_REST, 1)),
            start("e11-cold-severe", "LV 124 E-11, cold start, severe", BACKGROUND, 10,
                    hold(LV124_REST, 1), hold(3.2, 0.019), hold(5.0, 0.329), ramp(5.0, 6.0, 0.05), sine(7.0, 2, 2, 10),
                    ramp(7.0, LV124_REST, 0.1), hold(LV124_REST, 1)),
            start("e11-warm", "MBN LV 124 (2013) E-11, warm start, long", TRANSCRIBED, 100,
                    hold(LV124_REST, 1), hold(7, 0.015), ramp(7, 8, 0.075), hold(8, 0.24), ramp(8, 9, 0.07),
                    hold(9, 0.6), hold(LV124_REST, 19)),
            start("iso16750-start-1", "ISO 16750-2 starting profile, level I, 12 V (library of 2003)", TRANSCRIBED, 10,
                    hold(ISO_REST, 1), ramp(ISO_REST, 8, 0.005), hold(8, 0.015), ramp(8, 10.5, 0.05),
                    sine(10.5, 2, 2, 1), ramp(10.5, ISO_REST, 0.04), hold(ISO_REST, 1)),
            start("iso16750-start-2", "ISO 16750-2 starting profile, level II, 12 V", BACKGROUND, 10,
                    hold(ISO_REST, 1), ramp(ISO_REST, 4.5, 0.005), hold(4.5, 0.015), ramp(4.5, 7.5, 0.05),
                    sine(7.5, 2, 2, 10), ramp(7.5, ISO_REST, 0.1), hold(ISO_REST, 1)),
            start("iso16750-start-3", "ISO 16750-2 starting profile, level III, 12 V", BACKGROUND, 10,
                    hold(ISO_REST, 1), ramp(ISO_REST, 3, 0.005), hold(3, 0.015), ramp(3, 6, 0.05),
                    sine(6, 2, 2, 1), ramp(6, ISO_REST, 0.1), hold(ISO_REST, 1)),
            start("iso16750-start-4", "ISO 16750-2 starting profile, level IV, 12 V", BACKGROUND, 10,
                    hold(ISO_REST, 1), ramp(ISO_REST, 6, 0.005), hold(6, 0.015), ramp(6, 7.5, 0.05),
                    sine(7.5, 2, 2, 10), ramp(7.5, ISO_REST, 0.1), hold(ISO_REST, 1)));

    private StartProfiles() {
    }

    private static Profile start(String id, String title, Provenance provenance, int cycles, Segment... segments) {
        return new Profile(id, title, Family.START, provenance, Waveform.of(segments), cycles);
    }
}
