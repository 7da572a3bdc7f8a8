package org.terminal30.agent.bay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.wire.BayId;
import org.terminal30.agent.wire.WireRecord.ChannelStatus;
import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;
import org.terminal30.hardware.sample.ChannelInfo;
import org.terminal30.hardware.sample.ChannelInfo.Timing;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelReportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final ChannelInfo ONBOARD = new ChannelInfo(Channel.ONBOARD, 100, "chip", Timing.HOST, 20,
            CalibrationState.CALIBRATED);
    private static final ChannelInfo BACKUP = new ChannelInfo(Channel.BACKUP, 100, "chip", Timing.HOST);

    private final List<ChannelStatus> said = new ArrayList<>();
    private final RateMeter rates = new RateMeter(List.of(Channel.ONBOARD, Channel.BACKUP), 0);
    private LocalDate today = MAY;

    private ChannelReport report(ChannelInfo... channels) {
        var record = new CalibrationRecord(Channel.ONBOARD, "chip", MAY, "Anna", "Fluke", new Point(9.9, 10),
                new Point(14.9, 15), null, null);
        return new ChannelReport(new BayId("main", "1"), List.of(channels), new CalibrationHistory(List.of(record)),
                nanos -> today.toEpochDay() * 86_400 * SECOND + nanos, said::add);
    }

    @Test
    void calibratedChannel_isSaidWithTheDayAndTheOtherWithout() {
        report(ONBOARD, BACKUP).turn(0, rates);

        assertThat(said).extracting(ChannelStatus::calibration).containsExactly(CalibrationState.CALIBRATED,
                CalibrationState.UNCALIBRATED);
        assertThat(said).extracting(ChannelStatus::calibratedOn).containsExactly(MAY, null);
        assertThat(said).extracting(ChannelStatus::due).containsExactly(false, false);
    }

    @Test
    void calibrationThatGrowsTooOldWhileTheBayRuns_isSaidToBeDue() {
        ChannelReport report = report(ONBOARD);
        today = MAY.plusYears(1);
        report.turn(0, rates);
        today = today.plusDays(1);
        report.turn(10 * SECOND, rates);

        assertThat(said).extracting(ChannelStatus::due).containsExactly(false, true);
    }

    @Test
    void nothingNew_isSaidEveryTenSeconds() {
        ChannelReport report = report(BACKUP);
        for (int second = 0; second <= 25; second++) {
            report.turn(second * SECOND, rates);
        }
        assertThat(said).hasSize(3);
    }

    @Test
    void rateThatChanges_isSaidAtOnce() {
        ChannelReport report = report(BACKUP);
        report.turn(0, rates);
        rates.count(Channel.BACKUP, 180);
        rates.advanceTo(2 * SECOND);
        report.turn(2 * SECOND, rates);

        assertThat(said).extracting(ChannelStatus::rateHertz).containsExactly(0.0, 90.0);
    }
}
