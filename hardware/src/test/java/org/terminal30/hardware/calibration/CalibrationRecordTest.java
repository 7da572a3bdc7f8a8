package org.terminal30.hardware.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.calibration.CalibrationRecord.Point;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;
import org.terminal30.hardware.sample.SampleBlock;
import org.terminal30.hardware.sample.SampleSink;
import org.terminal30.hardware.sample.VoltageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class CalibrationRecordTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private static CalibrationRecord record(Channel channel, String device, LocalDate date, double lowReading) {
        return new CalibrationRecord(channel, device, date, "Anna", "Fluke 87V", new Point(lowReading, 10),
                new Point(15.1, 15), new Point(12.6, 12.5), null);
    }

    @Test
    void lineOfARecord_showsWhatTheMeterShowedAtBothPoints() {
        Calibration line = record(Channel.ONBOARD, "chip", MAY, 9.9).line();

        assertThat(line.apply(9.9)).isCloseTo(10, within(1e-12));
        assertThat(line.apply(15.1)).isCloseTo(15, within(1e-12));
    }

    @Test
    void residual_isWhatTheLineShowsTooMuchAtTheCheckPoint() {
        // 12.6 lies 2.7/5.2 of the way: 12.5962 where the meter showed 12.5.
        assertThat(Objects.requireNonNull(record(Channel.ONBOARD, "chip", MAY, 9.9).residual()))
                .isCloseTo(0.0962, within(1e-4));
    }

    @Test
    void calibrationIsReliedOnForAYear_andDueTheDayAfter() {
        CalibrationRecord record = record(Channel.ONBOARD, "chip", MAY, 9.9);

        assertThat(record.isDue(LocalDate.of(2027, 5, 1))).isFalse();
        assertThat(record.isDue(LocalDate.of(2027, 5, 2))).isTrue();
    }

    @Test
    void pointsTooCloseOrInTheWrongOrder_areRefused() {
        for (double high : new double[]{10.5, 9, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CalibrationRecord(Channel.ONBOARD, "chip", MAY, "Anna", "Fluke",
                            new Point(10, 10), new Point(12, high), null, null));
        }
    }

    @Test
    void recordWithoutAName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationRecord(Channel.ONBOARD, "chip", MAY, " ", "Fluke", new Point(10, 10),
                        new Point(12, 12), null, null))
                .withMessageContaining("who is empty");
    }

    @Test
    void latestDateCounts_andOfOneDayTheOneWrittenLast() {
        CalibrationRecord old = record(Channel.ONBOARD, "chip", MAY.minusYears(1), 9.7);
        CalibrationRecord first = record(Channel.ONBOARD, "chip", MAY, 9.8);
        CalibrationRecord second = record(Channel.ONBOARD, "chip", MAY, 9.9);
        var history = new CalibrationHistory(List.of(first, second, old));

        assertThat(history.of(Channel.ONBOARD, "chip")).contains(second);
        assertThat(history.of(Channel.BACKUP, "chip")).isEmpty();
    }

    @Test
    void recordOfAnotherDevice_isNamedAndDoesNotCount() {
        CalibrationRecord other = record(Channel.ONBOARD, "old chip", MAY, 9.9);
        var history = new CalibrationHistory(List.of(other));

        assertThat(history.of(Channel.ONBOARD, "chip")).isEmpty();
        assertThat(history.ofAnotherDevice(Channel.ONBOARD, "chip")).contains(other);
        assertThat(history.ofAnotherDevice(Channel.ONBOARD, "old chip")).isEmpty();
    }

    @Test
    void calibratedSource_correctsItsChannelAndLeavesTheOther() throws Exception {
        CalibrationRecord record = record(Channel.ONBOARD, "chip", MAY, 9.9);
        List<Double> values = new ArrayList<>();
        try (var source = new CalibratedSource(new TwoChannels(), Map.of(Channel.ONBOARD, record))) {
            source.poll(block -> {
                assertThat(block.lostBefore()).isEqualTo(3);
                values.add(block.valueAt(0));
            });
            assertThat(source.channels()).extracting(ChannelInfo::calibration)
                    .containsExactly(CalibrationState.CALIBRATED, CalibrationState.COARSE);
            assertThat(source.channels().getFirst().railVolts()).isCloseTo(record.line().apply(20), within(1e-12));
        }
        assertThat(values.get(0)).isCloseTo(10, within(1e-12));
        assertThat(values.get(1)).isEqualTo(9.9);
    }

    /** Delivers 9.9 V of both, after three samples that were lost. */
    private static final class TwoChannels implements VoltageSource {
        @Override
        public List<ChannelInfo> channels() {
            return List.of(
                    new ChannelInfo(Channel.ONBOARD, 100, "chip", Timing.HOST, 20, CalibrationState.UNCALIBRATED),
                    new ChannelInfo(Channel.BACKUP, 100, "chip", Timing.HOST, 20, CalibrationState.COARSE));
        }

        @Override
        public Status poll(SampleSink sink) {
            for (ChannelInfo info : channels()) {
                var block = new SampleBlock(info.channel(), 1);
                block.followsLoss(3);
                block.add(1, 9.9);
                sink.accept(block);
            }
            return Status.DELIVERED;
        }

        @Override
        public Counters counters() {
            return Counters.NONE;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
