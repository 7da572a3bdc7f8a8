package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.waveform.FrontEnd;
import org.terminal30.hardware.waveform.FrontEnds;
import org.terminal30.hardware.waveform.InterruptionTable;
import org.terminal30.hardware.waveform.SampledWaveform;
import org.terminal30.hardware.waveform.Segment;
import org.terminal30.hardware.waveform.Waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * LV 124 E-10, short interruptions (transcribed from a public library), from 12.7 V: what the detection finds of them at the rate of
 * every front-end.
 */
class InterruptionTableTest {
    private static final double SUPPLY_VOLTS = 12.7;
    private static final double NOISE_VOLTS = 0.005;

    private record Break(long startNanos, long lengthNanos) {
        long endNanos() {
            return startNanos + lengthNanos;
        }
    }

    /**
     * Nothing older than a second reaches into an interruption: it is judged sample by sample, and what it is held back by (B5) is
     * decided within 0.7 s, or 10 s below 100 samples/s. So the recovery is shorter where there are many samples.
     */
    private static double recoverySeconds(double rateHertz) {
        return rateHertz > 5000 ? 1.5 : InterruptionTable.RECOVERY_SECONDS;
    }

    private static Waveform table(double rateHertz) {
        return InterruptionTable.waveform(recoverySeconds(rateHertz)).lifted(SUPPLY_VOLTS);
    }

    private static List<Break> breaks(Waveform table) {
        List<Break> breaks = new ArrayList<>();
        long nanos = 0;
        for (Segment segment : table.segments()) {
            if (segment.voltsAt(0) == 0) {
                breaks.add(new Break(nanos, segment.lengthNanos()));
            }
            nanos += segment.lengthNanos();
        }
        return breaks;
    }

    @ParameterizedTest(name = "{0} samples/s, {1}, seed {2}")
    @CsvSource({"10, JOB, 1", "10, JOB, 2", "10, ARMED, 3", "30, JOB, 4", "30, JOB, 5", "30, ARMED, 6", "100, JOB, 7",
            "100, JOB, 8", "100, ARMED, 9", "250, JOB, 10", "250, ARMED, 11", "475, JOB, 12", "475, ARMED, 13",
            "860, JOB, 14", "860, JOB, 15", "860, ARMED, 16", "1000, JOB, 17", "1000, ARMED, 18", "5000, JOB, 19",
            "5000, ARMED, 20", "10000, JOB, 21", "10000, ARMED, 22", "20000, JOB, 23", "100000, JOB, 24",
            "100000, ARMED, 25"})
    void interruption_isFoundWhereASampleSawIt_andLastsWithinOneSamplePeriod(double rateHertz, Duty duty, long seed) {
        Waveform table = table(rateHertz);
        FrontEnd frontEnd = SampledPlayback.ideal(rateHertz).withNoise(NOISE_VOLTS);
        double phase = new SplittableRandom(seed).nextDouble();
        List<SupplyEvent> found = SampledPlayback
                .of(new SampledWaveform(table, frontEnd, phase, seed), frontEnd, duty).records(EventKind.INTERRUPTION);

        double periodNanos = 1e9 / rateHertz;
        List<Break> seen = breaks(table).stream().filter(there -> isSeen(there, phase, periodNanos)).toList();
        assertThat(breaks(table)).filteredOn(there -> there.lengthNanos() >= 2 * periodNanos)
                .as("the sampling sees every one of two periods").isSubsetOf(seen);
        assertThat(found).as("neither one missed nor one invented, phase %s", phase).hasSameSizeAs(seen);
        for (int i = 0; i < found.size(); i++) {
            SupplyEvent record = found.get(i);
            Break there = seen.get(i);
            assertThat(record.startNanos()).as("start of %s, phase %s", there, phase)
                    .isCloseTo(there.startNanos(), within(Math.round(periodNanos / 2) + 1));
            assertThat(record.durationNanos()).as("duration of %s, phase %s", there, phase)
                    .isCloseTo(there.lengthNanos(), within(Math.round(periodNanos) + 1));
            assertThat(record.open()).isFalse();
        }
    }

    private static boolean isSeen(Break there, double phase, double periodNanos) {
        long first = (long) Math.ceil(there.startNanos() / periodNanos - phase);
        return Math.round((phase + first) * periodNanos) < there.endNanos();
    }

    /**
     * What hides behind the filter of a real box and a converter that takes means: every interruption from the shortest named
     * length on is found. Both edges are blurred by the filter and by up to a period each.
     */
    @ParameterizedTest(name = "{0}: from {1} µs on, seed {2}")
    @CsvSource({"ADS1115, 4000, 1", "ADS1115, 4000, 2", "ADS1115, 4000, 3", "MCP3208, 200, 4", "MCP3208, 200, 5",
            "INA226, 3000, 6", "INA228, 3000, 7", "bench meter, 200000, 8"})
    void realFrontEnd_findsEveryInterruptionFromItsShortestOn(String name, long shortestMicros, long seed) {
        FrontEnd frontEnd = FrontEnds.all().stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow();
        Waveform table = table(frontEnd.timing().rateHertz());
        List<SupplyEvent> found = SampledPlayback.of(table, frontEnd, Duty.JOB, seed).records(EventKind.INTERRUPTION);
        List<Break> breaks = breaks(table);
        long blurNanos = Math.round(1.2e9 / frontEnd.timing().rateHertz() + 1e9 * frontEnd.lowPassSeconds());

        assertThat(found).allSatisfy(record -> assertThat(breaks).anySatisfy(there -> {
            assertThat(record.startNanos()).isCloseTo(there.startNanos(), within(2 * blurNanos));
            assertThat(record.durationNanos()).isCloseTo(there.lengthNanos(), within(blurNanos));
        }));
        assertThat(breaks).filteredOn(there -> there.lengthNanos() >= shortestMicros * 1000)
                .allSatisfy(there -> assertThat(found).filteredOn(
                        record -> Math.abs(record.startNanos() - there.startNanos()) <= 2 * blurNanos).hasSize(1));
    }
}
