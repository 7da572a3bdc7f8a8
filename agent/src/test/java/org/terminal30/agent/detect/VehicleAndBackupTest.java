package org.terminal30.agent.detect;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Vehicle or no vehicle (rule B2), and the backup supply that is lost or put away (rule B3). */
class VehicleAndBackupTest {
    private static final double SAMPLE_SECONDS = 1.001 / 860;

    @ParameterizedTest(name = "{0} V for {1} s is a vehicle: {2}")
    @CsvSource({"8.0, 2.1, true", "8.0, 1.9, false", "7.99, 10, false", "12.7, 2.1, true"})
    void vehicle_isConnectedAfterTwoSecondsFromEightVoltsOn(double volts, double seconds, boolean connected) {
        Playback playback = Playback.onboard().withoutJob().play(0, 3, 0.54).play(3, 3 + seconds, volts);
        assertThat(playback.vehicles()).hasSize(connected ? 1 : 0);
        playback.vehicles().forEach(vehicle -> {
            assertThat(vehicle.connected()).isTrue();
            assertThat(vehicle.atSeconds()).isCloseTo(5, within(2 * SAMPLE_SECONDS));
        });
    }

    @Test
    void leadsTakenOffOutsideAJob_endTheRecordsWithTheVehicle() {
        Playback playback = Playback.onboard().withoutJob().play(0, 5, 12.7).play(5, 15, 0.54);
        assertThat(playback.vehicles()).extracting(Playback.Vehicle::connected).containsExactly(true, false);
        assertThat(playback.vehicles().getLast().atSeconds()).isCloseTo(7, within(2 * SAMPLE_SECONDS));
        assertThat(playback.kinds()).containsExactlyInAnyOrder(EventKind.LOW, EventKind.CRITICAL, EventKind.DIP,
                EventKind.INTERRUPTION);
        assertThat(playback.records()).noneMatch(SupplyEvent::open).allMatch(event -> event.parent() != 0
                || event.kind() == EventKind.LOW).extracting(SupplyEvent::reason).containsOnly(SupplyEvent.NO_VEHICLE);
    }

    @Test
    void deadNetworkWithinAJob_isAnInterruptionHoweverLong() {
        Playback playback = Playback.onboard().play(0, 5, 12.7).play(5, 65, 0.02).play(65, 70, 12.7);
        assertThat(playback.only(EventKind.INTERRUPTION).durationNanos() / 1e9).isCloseTo(60, within(SAMPLE_SECONDS));
        assertThat(playback.vehicles()).hasSize(1);
    }

    @Test
    void openLeadsWithoutAVehicle_recordNothing() {
        Playback playback = Playback.onboard().withoutJob().play(0, 30, t -> 0.54 + 0.02 * Math.sin(50 * t)).finish();
        assertThat(playback.records()).isEmpty();
        assertThat(playback.vehicles()).isEmpty();
    }

    @Test
    void vehicleClampedOnInSteps_recordsNothingBeforeItIsThere() {
        Playback playback = Playback.onboard().withoutJob().play(0, 3, 0.54).play(3, 4, 12.7).play(4, 4.5, 0.54)
                .play(4.5, 10, 12.7).finish();
        assertThat(playback.records()).isEmpty();
        assertThat(playback.vehicles()).hasSize(1);
    }

    @Test
    void jobStartedOnDeadLeads_recordsTheInterruption() {
        Playback playback = Playback.onboard().withoutJob().play(0, 3, 0.54);
        playback.detector().duty(Duty.JOB);
        playback.play(3, 5, 0.54);
        assertThat(playback.only(EventKind.INTERRUPTION).open()).isTrue();
    }

    @Test
    void dipReferenceOfOneVehicle_isNotThatOfTheNext() {
        Playback playback = Playback.onboard().withoutJob().play(0, 5, 12.7).play(5, 15, 0.54)
                .play(15, 30, 10).play(30, 30.01, 9.1).play(30.01, 32, 10);
        assertThat(playback.records(EventKind.DIP)).hasSize(1);
    }

    @Test
    void reversedLeads_areRecordedEvenWithoutAVehicle() {
        Playback playback = Playback.onboard().withoutJob().play(0, 3, 0.54).play(3, 6, -12.4).play(6, 7, 0.54);
        assertThat(playback.kinds()).containsExactly(EventKind.REVERSED);
        assertThat(playback.only(EventKind.REVERSED).durationNanos() / 1e9).isCloseTo(3, within(SAMPLE_SECONDS));
    }

    @ParameterizedTest(name = "{0} s alive, then {1} V: lost {2}")
    @CsvSource({
            "4.9, 11, false",
            "5.2, 11, true",
            "5.2, 11.2, false",
            "5.2, 11.199, true",
            "5.2, 0.54, true"
    })
    void backup_isLostBelowItsMinimumOnceAliveForFiveSeconds(double aliveSeconds, double volts, boolean lost) {
        Playback playback = backup().play(Channel.BACKUP, 0, 1, 64, t -> 0.54)
                .play(Channel.BACKUP, 1, 1 + aliveSeconds, 64, t -> 12.0)
                .play(Channel.BACKUP, 1 + aliveSeconds, 8, 64, t -> volts);
        assertThat(playback.records()).hasSize(lost ? 1 : 0);
        playback.records().forEach(found -> {
            assertThat(found.kind()).isEqualTo(EventKind.BACKUP_LOST);
            assertThat(playback.startSeconds(found)).isCloseTo(1 + aliveSeconds, within(SAMPLE_SECONDS));
        });
    }

    @ParameterizedTest(name = "back at {0} V it is found again: {1}")
    @CsvSource({"11.44, false", "11.45, true"})
    void backup_isFoundAgainAQuarterVoltAboveItsMinimum(double volts, boolean found) {
        Playback playback = backup().play(Channel.BACKUP, 0, 10, 64, t -> t < 6 ? 12 : t < 7 ? 10 : volts);
        assertThat(playback.only(EventKind.BACKUP_LOST).open()).isEqualTo(!found);
    }

    @Test
    void profileOfTheBackup_setsItsMinimum() {
        DetectorConfig config = DetectorConfig.DEFAULT.withBackup(DetectorConfig.Backup.of(13.8));
        Playback playback = new Playback(config, 860, Channel.BACKUP)
                .play(Channel.BACKUP, 0, 10, 64, t -> t < 6 ? 13.8 : t < 8 ? 13.01 : 12.99);
        assertThat(playback.startSeconds(playback.only(EventKind.BACKUP_LOST))).isCloseTo(8, within(SAMPLE_SECONDS));
    }

    @Test
    void backupPulledWithinAJob_staysLost() {
        Playback playback = backup().play(Channel.BACKUP, 0, 60, 64, t -> t < 6 ? 12 : 0.54);
        assertThat(playback.only(EventKind.BACKUP_LOST).open()).isTrue();
    }

    @Test
    void backupPutAwayAfterTheJob_endsItsRecordAndHasToComeAliveAgain() {
        Playback playback = backup().play(Channel.BACKUP, 0, 10, 64, t -> t < 6 ? 12 : 0.54);
        playback.detector().duty(Duty.NO_JOB);
        playback.play(Channel.BACKUP, 10, 20, 64, t -> t < 15 ? 0.54 : t < 19 ? 12 : 10);
        SupplyEvent lost = playback.only(EventKind.BACKUP_LOST);
        assertThat(lost.open()).isFalse();
        assertThat(lost.reason()).isEqualTo(SupplyEvent.NO_VEHICLE);
        assertThat(playback.endSeconds(lost)).isCloseTo(10, within(SAMPLE_SECONDS));
    }

    @Test
    void gap_countsNotTowardsBeingAlive() {
        Playback playback = backup().play(Channel.BACKUP, 0, 3, 64, t -> 12).play(Channel.BACKUP, 6, 9, 64, t -> 12)
                .play(Channel.BACKUP, 9, 10, 64, t -> 10);
        assertThat(playback.kinds()).isEqualTo(List.of(EventKind.NOT_WATCHING));
    }

    @Test
    void saverOfAJob_isLostBelowItsOwnMinimumOnceItWasAliveByIt() {
        Playback playback = backup();
        playback.detector().saver(new SaverLimits(12.7, 10.5));
        playback.play(Channel.BACKUP, 0, 10, 64, t -> 12);
        assertThat(playback.records(EventKind.BACKUP_LOST)).isEmpty();
        playback.play(Channel.BACKUP, 10, 20, 64, t -> t < 16 ? 13.4 : 12);
        assertThat(playback.startSeconds(playback.only(EventKind.BACKUP_LOST))).isCloseTo(16, within(0.02));
    }

    private static Playback backup() {
        return Playback.of(Channel.BACKUP);
    }
}
