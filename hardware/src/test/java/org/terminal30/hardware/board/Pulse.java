package org.terminal30.hardware.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.terminal30.hardware.waveform.Profiles;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

import static org.terminal30.hardware.waveform.Segment.decay;
import static org.terminal30.hardware.waveform.Segment.hold;
import static org.terminal30.hardware.waveform.Segment.ramp;

/**
 * What a lead of the box may meet. The pulses are open-circuit voltages behind the generator's resistance, as the standards give
 * them; levels are the severest of ISO 7637-2:2011 for 12 V, or of ISO 16750-2:2010, as far as background knowledge goes, taken
 * from 13.5 V. What stands in {@link Profiles} comes from there.
 *
 * @param name for the table
 * @param waveform once; it ends as it began
 * @param sourceOhms of the generator
 */
record Pulse(String name, Waveform waveform, double sourceOhms) {
    private static final double REST = 13.5;
    private static final double TO_A_TENTH = Math.log(10);
    /** Points on a curved segment. */
    private static final int POINTS = 80;

    static final List<Pulse> ALL = List.of(
            new Pulse("ISO 7637-2 pulse 1, −150 V, 2 ms", spike(-150, 1e-6, 2e-3, 0.3), 10),
            new Pulse("ISO 7637-2 pulse 2a, +112 V, 50 µs", spike(112, 1e-6, 50e-6, 0.2), 2),
            profile("ISO 7637-2 pulse 2b, 10 V, 2 s", "iso7637-2b", 0.05),
            new Pulse("ISO 7637-2 pulse 3a, −220 V, 150 ns, every 100 µs", burst(-220), 50),
            new Pulse("ISO 7637-2 pulse 3b, +150 V, 150 ns, every 100 µs", burst(150), 50),
            new Pulse("ISO 16750-2 load dump A (7637-2 pulse 5a), 101 V, 400 ms", loadDump(101), 0.5),
            new Pulse("ISO 16750-2 load dump B (7637-2 pulse 5b), cut at 35 V", cut(35), 0.5),
            profile("ISO 16750-2 start, level II", "iso16750-start-2", 0.01),
            profile("ISO 16750-2 start, level III", "iso16750-start-3", 0.01),
            profile("LV 124 E-11, cold start, severe", "e11-cold-severe", 0.01),
            profile("VW 80000 E-15, −14 V for 60 s", "e15", 0.01),
            profile("VW 80000 E-04, 26 V for 60 s", "e04", 0.01),
            new Pulse("28 V for 60 s", Waveform.of(hold(REST, 1), ramp(REST, 28, 0.01), hold(28, 60),
                    ramp(28, REST, 0.01), hold(REST, 1)), 0.01));

    static Pulse named(String start) {
        return ALL.stream().filter(pulse -> pulse.name.startsWith(start)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pulse begins with '%s'".formatted(start)));
    }

    private static Pulse profile(String name, String id, double sourceOhms) {
        Waveform cycle = Profiles.find(id).orElseThrow(() -> new IllegalArgumentException("no profile " + id)).cycle();
        return new Pulse(name, cycle.then(hold(cycle.lastVolts(), 0.5)), sourceOhms);
    }

    private static Waveform spike(double volts, double riseSeconds, double widthSeconds, double afterSeconds) {
        double top = REST + volts;
        double constant = widthSeconds / TO_A_TENTH;
        return Waveform.of(hold(REST, 1e-3), ramp(REST, top, riseSeconds), decay(top, REST, constant, constant * 14),
                hold(REST, afterSeconds));
    }

    private static Waveform burst(double volts) {
        double top = REST + volts;
        double constant = 150e-9 / TO_A_TENTH;
        Waveform one = Waveform.of(hold(REST, 90e-6), ramp(REST, top, 5e-9), decay(top, REST, constant, 9.995e-6));
        return one.repeated(20, Duration.ZERO).then(hold(REST, 0.2));
    }

    private static Waveform loadDump(double volts) {
        double constant = 0.4 / TO_A_TENTH;
        return Waveform.of(hold(REST, 0.05), ramp(REST, volts, 0.005), decay(volts, REST, constant, constant * 14),
                hold(REST, 0.2));
    }

    /** The same dump, cut by the suppressor of the alternator until it falls below that by itself. */
    private static Waveform cut(double volts) {
        double constant = 0.4 / TO_A_TENTH;
        double above = constant * Math.log((101 - REST) / (volts - REST));
        return Waveform.of(hold(REST, 0.05), ramp(REST, volts, 0.005), hold(volts, above),
                decay(volts, REST, constant, constant * 14), hold(REST, 0.2));
    }

    double seconds() {
        return waveform.durationNanos() / 1e9;
    }

    /** The lines of a generator at the node {@code lead}. */
    String[] source() {
        List<String> lines = new ArrayList<>(List.of("Vgenerator generator 0 pwl("));
        double start = 0;
        for (Segment segment : waveform.segments()) {
            double length = segment.lengthNanos() / 1e9;
            int points = segment instanceof Segment.Hold || segment instanceof Segment.Ramp ? 1 : POINTS;
            for (int i = 0; i <= points; i++) {
                // A step between two segments takes a tenth of a nanosecond: the time of a point has to rise.
                double offset = i == 0 ? Math.min(1e-10, length / 10) : length * i / points;
                lines.add(String.format(Locale.ROOT, "+ %.10e %.6f", start + offset,
                        segment.voltsAt(length * i / points)));
            }
            start += length;
        }
        lines.add("+ )");
        lines.add("Rgenerator generator lead " + sourceOhms);
        return lines.toArray(String[]::new);
    }

    /** All names, in the order of the table. */
    static Stream<String> names() {
        return ALL.stream().map(Pulse::name);
    }
}
