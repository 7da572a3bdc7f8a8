package org.terminal30.agent.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.hardware.sample.Channel;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every trace. The seed of a failure is in the name of its test. */
class DetectorPropertiesTest {
    private static final double SECONDS = 40;
    private static final List<EventKind> DEPTHS = List.of(EventKind.LOW, EventKind.CRITICAL, EventKind.INTERRUPTION);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void recordsOfOneKind_neverOverlapAndHoldTheirExtremes(long seed) {
        DoubleUnaryOperator trace = new RandomTrace(seed, SECONDS, true);
        Playback playback = rated(seed).play(0, SECONDS, trace).finish();
        for (List<SupplyEvent> of : playback.records().stream().collect(groupingBy(this::sort)).values()) {
            List<SupplyEvent> found = of.stream().sorted(Comparator.comparingLong(SupplyEvent::startNanos)).toList();
            for (int i = 1; i < found.size(); i++) {
                assertThat(found.get(i).startNanos()).as("%s after %s", found.get(i), found.get(i - 1))
                        .isGreaterThanOrEqualTo(found.get(i - 1).endNanos());
            }
        }
        assertThat(playback.records()).filteredOn(event -> event.kind() != EventKind.NOT_WATCHING)
                .allSatisfy(event -> assertThat(event.minimum()).isLessThanOrEqualTo(event.maximum()));
    }

    /** Two kinds may chatter at a time. */
    private List<Object> sort(SupplyEvent event) {
        return event.detail() instanceof RecordDetail.Chattering chattering
                ? List.of(event.kind(), chattering.of())
                : List.of(event.kind());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void window_isTheExtremesAndTheSumOfItsSamples(long seed) {
        DoubleUnaryOperator trace = new RandomTrace(seed, SECONDS, true);
        Playback playback = Playback.at(200).play(0, SECONDS, trace).finish();
        long counted = 0;
        for (Playback.Window window : playback.windows()) {
            List<Double> values = new ArrayList<>();
            for (long i = window.startNanos() / 5_000_000; i < (window.startNanos() + Detector.WINDOW_NANOS)
                    / 5_000_000; i++) {
                double value = i < SECONDS * 200 ? trace.applyAsDouble(i / 200.0) : Double.NaN;
                if (!Double.isNaN(value)) {
                    values.add(value);
                }
            }
            assertThat(window.startNanos() % Detector.WINDOW_NANOS).isZero();
            assertThat(window.count()).isEqualTo(values.size());
            assertThat(window.minimum()).isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
            assertThat(window.maximum()).isEqualTo(values.stream().mapToDouble(v -> v).max().orElseThrow());
            assertThat(Math.abs(window.sum() - values.stream().mapToDouble(v -> v).sum())).isLessThan(1e-9);
            counted += window.count();
        }
        assertThat(counted).isEqualTo(LongStream.range(0, (long) (SECONDS * 200))
                .filter(i -> !Double.isNaN(trace.applyAsDouble(i / 200.0))).count());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cutsAndInterleavingOfTheStreams_changeNothing(long seed) {
        DoubleUnaryOperator onboard = new RandomTrace(seed, SECONDS, true);
        DoubleUnaryOperator backup = new RandomTrace(seed + 1000, SECONDS, true);
        Playback whole = Playback.of(Channel.ONBOARD, Channel.BACKUP);
        whole.play(Channel.ONBOARD, 0, SECONDS, 1, onboard).play(Channel.BACKUP, 0, SECONDS, 1, backup).finish();

        Playback cut = Playback.of(Channel.ONBOARD, Channel.BACKUP);
        Random random = new Random(seed);
        double onboardSeconds = 0;
        double backupSeconds = 0;
        while (onboardSeconds < SECONDS || backupSeconds < SECONDS) {
            double next = 3 * random.nextDouble();
            if (random.nextBoolean()) {
                double to = Math.min(SECONDS, onboardSeconds + next);
                cut.play(Channel.ONBOARD, onboardSeconds, to, 1 + random.nextInt(999), onboard);
                onboardSeconds = to;
            } else {
                double to = Math.min(SECONDS, backupSeconds + next);
                cut.play(Channel.BACKUP, backupSeconds, to, 1 + random.nextInt(999), backup);
                backupSeconds = to;
            }
        }
        cut.finish();
        for (Channel channel : List.of(Channel.ONBOARD, Channel.BACKUP)) {
            assertThat(cut.told().stream().filter(event -> event.channel() == channel))
                    .containsExactlyElementsOf(
                            whole.told().stream().filter(event -> event.channel() == channel).toList());
            assertThat(cut.windows().stream().filter(window -> window.channel() == channel))
                    .containsExactlyElementsOf(
                            whole.windows().stream().filter(window -> window.channel() == channel).toList());
        }
        assertThat(cut.vehicles()).isEqualTo(whole.vehicles());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cutsBetweenChangesOfDuty_changeNothing(long seed) {
        Playback single = onDuty(seed, 1);
        Playback cut = onDuty(seed, 2 + new Random(seed).nextInt(998));
        assertThat(cut.told()).isEqualTo(single.told());
        assertThat(cut.vehicles()).isEqualTo(single.vehicles());
    }

    /** What the measurement is for changes every few seconds; a lift comes with being armed. */
    private static Playback onDuty(long seed, int blockSize) {
        Random random = new Random(seed);
        DoubleUnaryOperator onboard = new RandomTrace(seed, SECONDS, true);
        DoubleUnaryOperator backup = new RandomTrace(seed + 1000, SECONDS, true);
        Playback playback = Playback.of(Channel.ONBOARD, Channel.BACKUP);
        for (double from = 0; from < SECONDS;) {
            double to = Math.min(SECONDS, from + 6 * random.nextDouble());
            playback.play(Channel.ONBOARD, from, to, blockSize, onboard).play(Channel.BACKUP, from, to, blockSize,
                    backup);
            Duty duty = List.of(Duty.NO_JOB, Duty.JOB, Duty.ARMED).get(random.nextInt(3));
            playback.detector().duty(duty);
            if (duty == Duty.ARMED) {
                playback.detector().lifted(Math.round(to * 1e9));
            }
            from = to;
        }
        return playback.finish();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherOriginOfTime_shiftsTheRecordsAndNothingElse(long seed) {
        DoubleUnaryOperator trace = new RandomTrace(seed, SECONDS, true);
        long shiftNanos = new Random(seed).nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_000L);
        Playback here = Playback.onboard().play(0, SECONDS, trace).finish();
        Playback there = Playback.onboard().shifted(shiftNanos).play(0, SECONDS, trace).finish();
        assertThat(there.told().stream().map(event -> moved(event, -shiftNanos)))
                .containsExactlyElementsOf(here.told());
        assertThat(there.windows()).hasSameSizeAs(here.windows());
    }

    private static SupplyEvent moved(SupplyEvent event, long byNanos) {
        return new SupplyEvent(event.sequence(), event.revision(), event.kind(), event.channel(),
                event.startNanos() + byNanos, event.endNanos() + byNanos, event.open(), event.minimum(),
                event.maximum(), event.saturated(), event.parent(), event.reason(), event.detail());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void deeperTrace_neverYieldsALesserRecord(long seed) {
        DoubleUnaryOperator trace = new RandomTrace(seed, SECONDS, false);
        Random random = new Random(seed);
        double from = SECONDS * random.nextDouble();
        double to = from + 5 * random.nextDouble();
        double lessVolts = 6 * random.nextDouble();
        Playback shallow = withoutStarts(seed).play(0, SECONDS, trace).finish();
        Playback deep = withoutStarts(seed)
                .play(0, SECONDS, t -> trace.applyAsDouble(t) - (t > from && t < to ? lessVolts : 0))
                .finish();
        for (EventKind kind : DEPTHS) {
            for (SupplyEvent record : shallow.records(kind)) {
                assertThat(deep.records(kind)).as("%s must lie in a deeper record", record)
                        .anyMatch(deeper -> deeper.startNanos() <= record.startNanos() + sampleNanos(seed)
                                && deeper.endNanos() >= record.endNanos() - sampleNanos(seed)
                                && deeper.minimum() <= record.minimum());
            }
        }
    }

    private static Playback withoutStarts(long seed) {
        return Playback.withoutStarts(rateHertz(seed));
    }

    private static Playback rated(long seed) {
        return Playback.at(rateHertz(seed));
    }

    private static double rateHertz(long seed) {
        return new double[]{860, 100, 30, 8}[(int) (seed % 4)];
    }

    private static long sampleNanos(long seed) {
        return Math.round(1e9 / rateHertz(seed));
    }
}
