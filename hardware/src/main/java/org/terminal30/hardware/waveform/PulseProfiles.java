package org.terminal30.hardware.waveform;

import java.time.Duration;
import java.util.List;

import org.terminal30.hardware.waveform.Profile.Family;

import static org.terminal30.hardware.waveform.Provenance.BACKGROUND;
import static org.terminal30.hardware.waveform.Provenance.VERIFIED;
import static org.terminal30.hardware.waveform.Segment.decay;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;

/**
 * Pulses on a 12 V supply: ISO 7637-2 and SAE J1113-11. The standards give peak, rise and width, the width between 10 % points; what
 * falls, falls exponentially. A generator of some ohms beside a connected battery reaches less.
 */
final class PulseProfiles {
    private static final double REST = 12;
    /** An exponential is at a tenth after so many time constants. */
    private static final double TO_A_TENTH = Math.log(10);

    static final List<Profile> ALL = List.of(
            pulse("iso7637-1", "ISO 7637-2 pulse 1, −100 V for 2 ms, onto the supply", BACKGROUND, 10,
                    Waveform.of(spike(-100, 1e-6, 2e-3, 0.5))),
            pulse("iso7637-2a", "ISO 7637-2 pulse 2a, +50 V for 50 µs", BACKGROUND, 10,
                    Waveform.of(spike(50, 1e-6, 50e-6, 0.5))),
            pulse("iso7637-2b", "ISO 7637-2 pulse 2b, 10 V after the supply is gone, 2 s", VERIFIED, 10,
                    Waveform.of(hold(REST, 2), ramp(REST, 0, 0.001), hold(0, 0.001), ramp(0, 10, 0.001),
                            decay(10, 0, 2 / TO_A_TENTH, 4), ramp(0, REST, 0.001), hold(REST, 2))),
            pulse("iso7637-3a", "ISO 7637-2 pulse 3a, bursts of −150 V for 150 ns at 10 kHz", BACKGROUND, 10,
                    burst(-150)),
            pulse("iso7637-3b", "ISO 7637-2 pulse 3b, bursts of +100 V for 150 ns at 10 kHz", BACKGROUND, 10,
                    burst(100)),
            pulse("j1113-4-mild", "SAE J1113-11 pulse 4, −4 V for 15 ms, then −2.5 V for 0.5 s", VERIFIED, 1,
                    starter(4, 0.015, 2.5, 0.5)),
            pulse("j1113-4-severe", "SAE J1113-11 pulse 4, −7 V for 40 ms, then −6 V for 20 s", VERIFIED, 1,
                    starter(7, 0.04, 6, 20)));

    private PulseProfiles() {
    }

    private static Profile pulse(String id, String title, Provenance provenance, int cycles, Waveform cycle) {
        return new Profile(id, title, Family.PULSE, provenance, cycle, cycles);
    }

    private static Segment[] spike(double volts, double riseSeconds, double widthSeconds, double periodSeconds) {
        double top = REST + volts;
        return new Segment[]{hold(REST, periodSeconds / 2), ramp(REST, top, riseSeconds),
                decay(top, REST, widthSeconds / TO_A_TENTH, periodSeconds / 2 - riseSeconds)};
    }

    /** 10 ms of spikes every 100 µs, then 90 ms of rest. */
    private static Waveform burst(double volts) {
        return Waveform.of(spike(volts, 5e-9, 150e-9, 100e-6)).repeated(100, Duration.ZERO).then(hold(REST, 0.09));
    }

    private static Waveform starter(double firstVolts, double firstSeconds, double thenVolts, double thenSeconds) {
        return Waveform.of(hold(REST, 1), ramp(REST, REST - firstVolts, 0.005), hold(REST - firstVolts, firstSeconds),
                ramp(REST - firstVolts, REST - thenVolts, 0.05), hold(REST - thenVolts, thenSeconds),
                ramp(REST - thenVolts, REST, 0.1), hold(REST, 1));
    }
}
