package org.terminal30.hardware.waveform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.waveform.Profile.Family;
import org.terminal30.hardware.waveform.Segment.Hold;
import org.terminal30.hardware.waveform.Segment.Ramp;
import org.terminal30.hardware.waveform.Segment.Sine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The profiles against the figures of their sources. */
class ProfilesTest {
    /** hold VOLTS SECONDS; ramp FROM TO SECONDS; sine CENTRE PEAK_TO_PEAK HERTZ SECONDS. L is transcribed, B background. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            e11-cold | L | 10 | hold 11 1, hold 4.5 0.019, ramp 4.5 6.5 0.05, sine 7.5 2 2 10, ramp 7.5 11 0.1, hold 11 1
            e11-cold-severe | B | 10 | hold 11 1, hold 3.2 0.019, hold 5 0.329, ramp 5 6 0.05, sine 7 2 2 10, ramp 7 11 0.1, hold 11 1
            e11-warm | L | 100 | hold 11 1, hold 7 0.015, ramp 7 8 0.075, hold 8 0.24, ramp 8 9 0.07, hold 9 0.6, hold 11 19
            e01 | L | 1 | hold 14 10, hold 17 3600
            e02 | L | 3 | hold 16 1, ramp 16 18 0.001, hold 18 0.4, ramp 18 17 0.001, hold 17 0.6, ramp 17 16 0.001, hold 16 1
            e04 | L | 1 | ramp 10.8 26 0.005, hold 26 60, ramp 26 10.8 0.005
            e08 | L | 1 | ramp 16 6 1200, hold 6 60, ramp 6 0 720, hold 0 60, ramp 0 16 0.4
            e15 | L | 3 | hold 14 60, ramp 14 -14 0.001, hold -14 60, ramp -14 14 0.001, hold 14 60
            iso16750-start-1 | L | 10 | hold 12 1, ramp 12 8 0.005, hold 8 0.015, ramp 8 10.5 0.05, sine 10.5 2 2 1, ramp 10.5 12 0.04, hold 12 1
            iso16750-start-2 | B | 10 | hold 12 1, ramp 12 4.5 0.005, hold 4.5 0.015, ramp 4.5 7.5 0.05, sine 7.5 2 2 10, ramp 7.5 12 0.1, hold 12 1
            iso16750-start-3 | B | 10 | hold 12 1, ramp 12 3 0.005, hold 3 0.015, ramp 3 6 0.05, sine 6 2 2 1, ramp 6 12 0.1, hold 12 1
            iso16750-start-4 | B | 10 | hold 12 1, ramp 12 6 0.005, hold 6 0.015, ramp 6 7.5 0.05, sine 7.5 2 2 10, ramp 7.5 12 0.1, hold 12 1
            iso16750-momentary-drop | B | 1 | hold 12 1, ramp 12 4.5 0.01, hold 4.5 0.1, ramp 4.5 12 0.01, hold 12 1
            """)
    void profile_hasTheSegmentsOfItsSource(String id, String provenance, int cycles, String segments) {
        Profile profile = Profiles.find(id).orElseThrow();
        assertThat(profile.provenance().letter()).isEqualTo(provenance);
        assertThat(profile.cycles()).isEqualTo(cycles);
        assertThat(profile.cycle().segments()).isEqualTo(Arrays.stream(segments.split(", ")).map(ProfilesTest::segment)
                .toList());
    }

    private static Segment segment(String words) {
        String[] word = words.split(" ");
        double[] figures = Arrays.stream(word).skip(1).mapToDouble(Double::parseDouble).toArray();
        return switch (word[0]) {
            case "hold" -> Segment.hold(figures[0], figures[1]);
            case "ramp" -> Segment.ramp(figures[0], figures[1], figures[2]);
            case "sine" -> Segment.sine(figures[0], figures[1], figures[2], figures[3]);
            default -> throw new IllegalArgumentException(words);
        };
    }

    @Test
    void interruptionTable_hasItsFiftySixDurationsFromTenMicrosecondsToTwoSeconds() {
        List<Long> durations = InterruptionTable.durationsNanos();
        assertThat(durations).hasSize(9 + 9 + 9 + 9 + 20).isSorted().doesNotHaveDuplicates()
                .contains(10_000L, 90_000L, 100_000L, 900_000L, 1_000_000L, 90_000_000L, 100_000_000L, 2_000_000_000L);
        List<Segment> segments = Profiles.find("e10").orElseThrow().cycle().segments();
        assertThat(segments.stream().filter(segment -> segment.voltsAt(0) == 0).map(Segment::lengthNanos))
                .containsExactlyElementsOf(durations);
        assertThat(segments.stream().filter(segment -> segment.voltsAt(0) != 0))
                .containsOnly(new Hold(11, 15_000_000_000L));
    }

    @Test
    void resets_goThroughTheirLevelsFiveSecondsDownAndTenBack() {
        assertThat(levels("e09")).startsWith("9.3", "8.8").contains("6.3", "5.8", "5.6").endsWith("0.2", "0.0")
                .hasSize(7 + 30);
        assertThat(levels("iso16750-reset")).startsWith("7.6", "7.2").endsWith("0.4", "0.0").hasSize(20);
    }

    private static List<String> levels(String id) {
        List<Segment> segments = Profiles.find(id).orElseThrow().cycle().segments();
        double supply = segments.getFirst().voltsAt(0);
        assertThat(segments.stream().filter(segment -> segment.voltsAt(0) == supply))
                .containsOnly(Segment.hold(supply, 10));
        return segments.stream().filter(segment -> segment.voltsAt(0) != supply)
                .peek(segment -> assertThat(segment.lengthNanos()).isEqualTo(5_000_000_000L))
                .map(segment -> String.format(Locale.ROOT, "%.1f", segment.voltsAt(0))).collect(Collectors.toList());
    }

    @ParameterizedTest(name = "{0}: {1} to {2} V")
    @CsvSource({"e05, 13.5, 27", "e06, 14, 16", "e13-pin, 0, 12", "e13-burst, 0, 12", "iso7637-1, -88, 12",
            "iso7637-2a, 12, 62", "iso7637-2b, 0, 12", "iso7637-3a, -138, 12", "iso7637-3b, 12, 112",
            "j1113-4-mild, 8, 12", "j1113-4-severe, 5, 12", "iso16750-load-dump-a, 13.5, 101",
            "iso16750-load-dump-b, 13.5, 35"})
    void furtherProfile_goesAsFarAsItsSourceSays(String id, double lowest, double highest) {
        Waveform cycle = Profiles.find(id).orElseThrow().cycle();
        double[] extremes = cycle.segments().stream().flatMapToDouble(ProfilesTest::extremes).sorted().toArray();
        assertThat(extremes[0]).isCloseTo(lowest, within(1e-9));
        assertThat(extremes[extremes.length - 1]).isCloseTo(highest, within(1e-9));
    }

    private static DoubleStream extremes(Segment segment) {
        double swing = segment instanceof Sine sine ? sine.voltsPeakToPeak() / 2 : 0;
        double end = segment instanceof Ramp ramp ? ramp.toVolts() : segment.voltsAt(0);
        return DoubleStream.of(segment.voltsAt(0) - swing, segment.voltsAt(0) + swing, end);
    }

    @Test
    void ids_areDifferentAndFound() {
        assertThat(Profiles.all()).extracting(Profile::id).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(Profiles.find(id)).isPresent());
        assertThat(Profiles.find("e99")).isEmpty();
        assertThat(Profiles.ids()).contains("e10 ", "e11-cold ");
        assertThat(Profiles.of(Family.START)).hasSize(7);
    }
}
