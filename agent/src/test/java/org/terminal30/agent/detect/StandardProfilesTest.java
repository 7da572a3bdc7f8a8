package org.terminal30.agent.detect;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.waveform.FrontEnd;
import org.terminal30.hardware.waveform.FrontEnds;
import org.terminal30.hardware.waveform.Profile;
import org.terminal30.hardware.waveform.Profiles;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What each profile that is no engine start leaves behind, played once and seen by the bay's box at 860/s. The provenance of the
 * figures stands with each profile. E-10 and the starts have tests of their own.
 */
class StandardProfilesTest {
    private static final double REST_VOLTS = 12.7;
    private static final double REST_SECONDS = 6;
    /** Two sample periods, and what the filter holds back of a return from far away to 12.6 V. */
    private static final double BLUR_SECONDS = 0.012;
    /** Where a level is crossed slowly, noise decides when. */
    private static final double BLUR_SHARE = 0.001;

    private record Expected(EventKind kind, int count, double longestSeconds) {
        /** KIND COUNT SECONDS: so many, the longest of them so long. */
        static Expected of(String words) {
            String[] word = words.trim().split(" ", 3);
            return new Expected(EventKind.valueOf(word[0]), Integer.parseInt(word[1]), Double.parseDouble(word[2]));
        }
    }

    /** Where the standard's own rest is a supply that is low, the rest is lifted to 12.7 V. */
    private static Waveform played(Profile profile) {
        Waveform cycle = profile.cycle();
        Waveform lifted = cycle.firstVolts() < 12.6 ? cycle.lifted(REST_VOLTS) : cycle;
        return Waveform.of(Segment.hold(lifted.firstVolts(), REST_SECONDS)).then(lifted)
                .then(Segment.hold(lifted.lastVolts(), REST_SECONDS));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # Higher than a network may be; what never falls back stays open to the end.
            e01                     | SURGE 1 3606
            e02                     | SURGE 1 15.003
            e04                     | SURGE 1 60.009
            e05                     | SURGE 1 0.33
            iso16750-load-dump-a    | SURGE 1 0.747
            iso16750-load-dump-b    | SURGE 1 0.389
            # From 16 V to nothing in half an hour, and up again.
            e08                     | SURGE 2 156, LOW 1 1620.3, CRITICAL 1 1500.3, INTERRUPTION 1 660.2
            e15                     | REVERSED 1 60, INTERRUPTION 1 60, DIP 1 60, CRITICAL 1 60, LOW 1 60
            # 37 levels, of which 25 lie below 5.0 V and one on it, where noise decides; 20 levels, of which 13.
            e09                     | LOW 37 5, CRITICAL 37 5, DIP 37 5, INTERRUPTION 26 5, CHATTERING 3 561
            iso16750-reset          | LOW 20 5, CRITICAL 20 5, DIP 20 5, INTERRUPTION 13 5, CHATTERING 3 306
            e13-pin                 | LOW 1 10, CRITICAL 1 10, DIP 1 10, INTERRUPTION 1 10
            # Breaks of 0.1 ms in each 1.1 ms are a mean of 11.55 V behind the filter.
            e13-burst               | LOW 1 4.4
            iso16750-momentary-drop | CRITICAL 1 0.118, DIP 1 0.117, INTERRUPTION 1 0.1
            # Two milliseconds of -100 V are two milliseconds without supply, and said to be.
            iso7637-1               | DIP 1 0.008, INTERRUPTION 1 0.005
            iso7637-2a              |
            iso7637-2b              | LOW 1 4, CRITICAL 1 4, DIP 1 4, INTERRUPTION 1 3.4
            iso7637-3a              |
            iso7637-3b              |
            # Long enough for an engine that turns; longer than any does.
            j1113-4-mild            | CRANKING 1 0.654, DIP 1 0.634
            j1113-4-severe          | LOW 1 20.19, CRITICAL 1 20.18, DIP 1 20.18, INTERRUPTION 1 0.052
            """)
    void profile_leavesItsRecordsAndNoOthers(String id, @Nullable String records) {
        List<SupplyEvent> found = found(played(Profiles.find(id).orElseThrow()));
        List<Expected> expected = records == null
                ? List.of()
                : Arrays.stream(records.split(",")).map(Expected::of).toList();

        assertThat(found).as("all records").hasSize(expected.stream().mapToInt(Expected::count).sum());
        for (Expected kind : expected) {
            List<SupplyEvent> ofKind = found.stream().filter(record -> record.kind() == kind.kind()).toList();
            assertThat(ofKind).as("%s", kind).hasSize(kind.count());
            assertThat(ofKind.stream().mapToLong(SupplyEvent::durationNanos).max().orElseThrow() / 1e9).as("%s", kind)
                    .isCloseTo(kind.longestSeconds(), within(BLUR_SECONDS + BLUR_SHARE * kind.longestSeconds()));
        }
    }

    private static List<SupplyEvent> found(Waveform waveform) {
        return SampledPlayback.of(waveform, FrontEnds.BOX, Duty.JOB, 1).records();
    }

    /** The standard's ripple lies around 15 V, which is the threshold itself; here around a healthy 14.4 V. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"box", "MCP3208"})
    void rippleOfAnAlternatorAtAnyFrequency_isNoRecord(String name) {
        FrontEnd frontEnd = FrontEnds.all().stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow();
        Waveform ripple = Profiles.find("e06").orElseThrow().cycle().offset(-0.6);
        assertThat(SampledPlayback.of(ripple, frontEnd, Duty.JOB, 1).records()).isEmpty();
    }
}
