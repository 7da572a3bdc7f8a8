package org.terminal30.hardware.serial;

import java.util.Random;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.serial.DeviceTimeline.Succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DeviceTimelineTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long WRAP = 1L << 32;

    private final DeviceTimeline timeline = new DeviceTimeline();
    private long lastHostNanos = Long.MIN_VALUE;

    /** One row in a read of its own; its host time. */
    private long row(long micros, long arrivalNanos) {
        assertThat(timeline.successionOf(micros, arrivalNanos)).isEqualTo(Succession.FOLLOWS);
        return take(micros, arrivalNanos);
    }

    private long take(long micros, long arrivalNanos) {
        long device = timeline.advance(micros);
        timeline.observe(device, device, arrivalNanos, lastHostNanos);
        lastHostNanos = timeline.hostNanos(device);
        return lastHostNanos;
    }

    @Test
    void durations_areThoseOfTheDevice() {
        long first = row(1_000, 500 * MILLI);
        long second = row(2_163, 501 * MILLI + 900_000);

        assertThat(second - first).isEqualTo(1_163_000);
    }

    @Test
    void lateRead_doesNotShiftTime() {
        row(0, 10 * MILLI);
        row(10_000, 20 * MILLI);

        assertThat(row(20_000, 220 * MILLI)).isEqualTo(30 * MILLI);
        assertThat(row(30_000, 221 * MILLI)).isEqualTo(40 * MILLI);
    }

    @Test
    void rowsThatHadWaitedInABuffer_leaveNoTimelineInTheFuture() {
        // Two seconds of rows arrive in one burst of 20 ms, then the device is live.
        for (int millis = 0; millis < 2_000; millis += 100) {
            row(millis * 1_000L, 10 * SECOND + millis * MILLI / 100);
        }

        for (int millis = 2_000; millis < 3_000; millis += 10) {
            long measured = 10 * SECOND + (millis - 1_980) * MILLI;
            assertThat(row(millis * 1_000L, measured)).isCloseTo(measured, within(MILLI));
        }
    }

    @Test
    void anchorThatWasLate_falsifiesNoDurationByASample() {
        long seed = 7;
        Random random = new Random(seed);
        long lateNanos = 9 * MILLI;
        row(0, SECOND + lateNanos);
        for (int millis = 1; millis < 60_000; millis++) {
            long began = millis > 1_200 ? lastHostNanos : 0;
            row(millis * 1_000L, SECOND + millis * MILLI + random.nextInt((int) MILLI));
            if (began > 0) {
                assertThat((lastHostNanos - began) * 1_200 / 1e6).as("1.2 s, seed %d", seed).isCloseTo(1_200,
                        within(1.16));
            }
        }
    }

    @Test
    void wrapOfTheMicroseconds_isOneStepForward() {
        long before = row(WRAP - 500, SECOND);

        assertThat(row(500, SECOND + MILLI) - before).isEqualTo(MILLI);
    }

    @Test
    void singleJump_isSuspectAndChangesNothing() {
        long before = row(10_000_000, 10 * SECOND);

        assertThat(timeline.successionOf(10_000, 10 * SECOND + MILLI)).isEqualTo(Succession.SUSPECT);
        assertThat(row(10_002_000, 10 * SECOND + 2 * MILLI) - before).isEqualTo(2 * MILLI);
    }

    @Test
    void sameMicrosecondsAgain_areSuspect() {
        row(10_000, SECOND);

        assertThat(timeline.successionOf(10_000, SECOND + MILLI)).isEqualTo(Succession.SUSPECT);
        assertThat(timeline.successionOf(11_000, SECOND + 2 * MILLI)).isEqualTo(Succession.FOLLOWS);
    }

    @Test
    void deviceThatStartsAnew_isAnchoredAtItsSecondRow() {
        row(60_000_000, 60 * SECOND);

        assertThat(timeline.successionOf(5_000, 61 * SECOND)).isEqualTo(Succession.SUSPECT);
        assertThat(timeline.successionOf(6_000, 61 * SECOND + MILLI)).isEqualTo(Succession.RESTARTS);
        timeline.restart();
        assertThat(take(6_000, 61 * SECOND + MILLI)).isEqualTo(61 * SECOND + MILLI);
    }

    @Test
    void slowDeviceThatStartsAnew_isRecognisedToo() {
        row(60_000_000, 60 * SECOND);

        assertThat(timeline.successionOf(0, 65 * SECOND)).isEqualTo(Succession.SUSPECT);
        assertThat(timeline.successionOf(5_000_000, 70 * SECOND)).isEqualTo(Succession.RESTARTS);
    }

    @Test
    void newAnchor_isNeverBeforeWhatWasHandedOut() {
        row(60_000_000, 60 * SECOND);
        timeline.restart();
        lastHostNanos = 60 * SECOND;

        assertThat(take(0, 60 * SECOND - 5 * MILLI)).isEqualTo(60 * SECOND + 1);
    }

    @Test
    void longPauseOfTheDevicesClock_endsInANewAnchor() {
        row(0, SECOND);
        for (int i = 1; i <= 50; i++) {
            row(i * 100_000L, 5 * SECOND + i * 100L * MILLI);
        }

        assertThat(lastHostNanos).isCloseTo(10 * SECOND, within(100 * MILLI));
    }

    @Test
    void driftingDeviceWithLateReads_staysWithinMillisecondsAndAlwaysIncreases() {
        long seed = 99;
        Random random = new Random(seed);
        for (double drift : new double[]{-0.004, -0.0001, 0, 0.0001, 0.004}) {
            timeline.restart();
            lastHostNanos = Long.MIN_VALUE;
            long previous = Long.MIN_VALUE;
            double worstMillis = 0;
            for (long host = SECOND; host < 121 * SECOND; host += 5 * MILLI) {
                long micros = Math.floorMod((long) (host * (1 + drift) / 1000) - 30_000_000, WRAP);
                long lateness = random.nextInt(50) == 0 ? 150 * MILLI : random.nextInt((int) (2 * MILLI));
                long mapped = row(micros, host + lateness);
                assertThat(mapped).as("seed %d", seed).isGreaterThan(previous);
                previous = mapped;
                if (host > 60 * SECOND) {
                    worstMillis = Math.max(worstMillis, Math.abs(mapped - host) / 1e6);
                }
            }
            assertThat(worstMillis).as("drift %s, seed %d", drift, seed).isLessThan(2 + 4000 * Math.abs(drift) * 2);
        }
    }
}
