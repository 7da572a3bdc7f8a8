package org.terminal30.agent.detect;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.hardware.waveform.FrontEnd;
import org.terminal30.hardware.waveform.FrontEnds;
import org.terminal30.hardware.waveform.NotAStart;
import org.terminal30.hardware.waveform.Profile;
import org.terminal30.hardware.waveform.Profile.Family;
import org.terminal30.hardware.waveform.Profiles;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The starting profiles of LV 124 E-11 (cold and warm transcribed, severe background knowledge) and ISO 16750-2 (level I transcribed,
 * the others background knowledge), their rests lifted to 12.6 V (rule B5): with the engine and without.
 */
class StartProfilesTest {
    private static final double REST_VOLTS = 12.6;
    private static final double REST_SECONDS = 5;
    /** Volts per second at the thresholds, of a sleeping car without its clamp. */
    private static final double SLOWEST_FALL = 2.5;

    /** Without noise at three rates, then as chips see it. */
    private static final List<FrontEnd> FRONT_ENDS = List.of(SampledPlayback.ideal(100), SampledPlayback.ideal(860),
            SampledPlayback.ideal(5000), FrontEnds.ADS1115, FrontEnds.ADS1115.at(128), FrontEnds.MCP3208.at(5000),
            FrontEnds.INA226);

    static Stream<Arguments> starts() {
        return Profiles.of(Family.START).stream().flatMap(profile -> FRONT_ENDS.stream()
                .map(frontEnd -> Arguments.of(profile.id(), frontEnd.name(), frontEnd.timing().rateHertz(), profile,
                        frontEnd)));
    }

    static Stream<Arguments> standingEngines() {
        return starts().flatMap(start -> Stream.of(NotAStart.values()).map(variant -> {
            Object[] of = start.get();
            return Arguments.of(of[0], of[1], of[2], variant, of[3], of[4]);
        }));
    }

    private static Waveform start(Profile profile) {
        return Waveform.of(Segment.hold(REST_VOLTS, REST_SECONDS)).then(profile.cycle().lifted(REST_VOLTS));
    }

    @ParameterizedTest(name = "{0}, {1} at {2}/s")
    @MethodSource("starts")
    void start_isOneCrankingAndNothingThatWouldSound(String id, String name, double rateHertz, Profile profile,
            FrontEnd frontEnd) {
        Waveform waveform = start(profile).then(Segment.hold(REST_VOLTS, REST_SECONDS));
        SampledPlayback playback = SampledPlayback.of(waveform, frontEnd, Duty.JOB, 1);

        SupplyEvent cranking = playback.only(EventKind.CRANKING);
        assertThat(playback.records()).extracting(SupplyEvent::kind).doesNotContain(EventKind.LOW, EventKind.CRITICAL,
                EventKind.INTERRUPTION);
        assertThat(cranking.startNanos() / 1e9).isCloseTo(crossing(waveform, REST_VOLTS - 0.5) / 1e9,
                within(blurSeconds(frontEnd)));
        assertThat(cranking.open()).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1} at {2}/s: {3}")
    @MethodSource("standingEngines")
    void standingEngine_isNoStart_andWhatItHidIsStampedAtItsCrossing(String id, String name, double rateHertz,
            NotAStart variant, Profile profile, FrontEnd frontEnd) {
        Waveform waveform = variant.of(start(profile)).then(Segment.hold(REST_VOLTS, REST_SECONDS));
        SampledPlayback playback = SampledPlayback.of(waveform, frontEnd, Duty.JOB, 1);

        assertThat(playback.records(EventKind.CRANKING)).isEmpty();
        assertThat(playback.only(EventKind.CRITICAL).startNanos() / 1e9).isCloseTo(crossing(waveform, 11.5) / 1e9,
                within(blurSeconds(frontEnd)));
        long interrupted = crossing(waveform, 5.0);
        if (interrupted < waveform.durationNanos()) {
            assertThat(playback.records(EventKind.INTERRUPTION)).as("of %s", playback.records())
                    .isNotEmpty().first().satisfies(record -> assertThat(record.startNanos() / 1e9)
                            .isCloseTo(interrupted / 1e9, within(blurSeconds(frontEnd))));
        } else {
            assertThat(playback.records(EventKind.INTERRUPTION)).isEmpty();
        }
    }

    /** When the waveform first falls below a level, to the microsecond; its end when it never does. */
    private static long crossing(Waveform waveform, double volts) {
        long nanos = 0;
        while (nanos < waveform.durationNanos() && waveform.voltsAt(nanos) >= volts) {
            nanos += 1000;
        }
        return nanos;
    }

    /** A sample period, what the filter holds back, and what noise and steps move where the fall is slow. */
    private static double blurSeconds(FrontEnd frontEnd) {
        double volts = 3 * frontEnd.noiseVoltsRms() + frontEnd.stepVolts();
        return 1 / frontEnd.timing().rateHertz() + 2 * frontEnd.lowPassSeconds() + volts / SLOWEST_FALL + 1e-6;
    }
}
