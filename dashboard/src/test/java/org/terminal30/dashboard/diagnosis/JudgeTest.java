package org.terminal30.dashboard.diagnosis;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.battery.Verdict;
import org.terminal30.dashboard.diagnosis.Fault.Kind;
import org.terminal30.dashboard.diagnosis.LockSeen.Before;
import org.terminal30.dashboard.diagnosis.Looked.What;
import org.terminal30.dashboard.diagnosis.Standing.Word;

import static org.assertj.core.api.Assertions.assertThat;

class JudgeTest {
    @Test
    void batteryThatCollapsesThoughCharged_isTheSupply() {
        ScriptedCar car = watchedCar().lockedAt(10.01).lockedAt(34.01)
                .start(10, 12.6, 6.9, Verdict.PASS).start(34, 12.55, 7.2, Verdict.PASS);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.SUPPLY);
        assertThat(strengths(diagnosis, Cause.SUPPLY)).startsWith(Strength.DECISIVE);
    }

    @Test
    void alternatorThatUndercharges_isTheSupply() {
        ScriptedCar car = watchedCar().lockedAt(10).lockedAt(34).stood(0, 9, 12.2, 12.19)
                .fault(Point.ONBOARD, Kind.CRITICAL, 10, 30_000, 11.2)
                .start(12, 12.0, 8.9, Verdict.UNDERCHARGING).start(34, 12.0, 8.8, Verdict.UNDERCHARGING);
        assertThat(judged(car).cause()).isEqualTo(Cause.SUPPLY);
    }

    @Test
    void radioThatBreaksAloneAtEveryLock_isAContact() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedBetween(30, 36);
        for (double hour : new double[]{9.99, 20, 33}) {
            car.fault(Point.RADIO, Kind.INTERRUPTION, hour, 140, 0.2);
        }
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.CONTACT);
        assertThat(diagnosis.standings().getFirst().word()).isEqualTo(Word.STRONG);
        assertThat(diagnosis.because()).contains("both watched locks");
    }

    @Test
    void daysOfWatchingWithGoodStarts_speakAgainstTheSupply() {
        ScriptedCar car = watchedCar().watched(Point.ONBOARD, 60, 100).lockedAt(10).lockedAt(34)
                .start(12, 12.6, 10.2, Verdict.PASS).start(40, 12.6, 10.1, Verdict.INSUFFICIENT_DATA);
        assertThat(strengths(judged(car), Cause.SUPPLY)).containsExactly(Strength.AGAINST, Strength.AGAINST);
        car.fault(Point.ONBOARD, Kind.CRITICAL, 20, 30_000, 11.2);
        assertThat(strengths(judged(car), Cause.SUPPLY)).containsExactly(Strength.AGAINST);
    }

    @Test
    void radioThatBreaksTogetherWithTheCar_isTheClampAndNotTheContact() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedAt(30);
        for (double hour : new double[]{9.99, 29.99}) {
            car.fault(Point.ONBOARD, Kind.INTERRUPTION, hour, 140, 0.2)
                    .fault(Point.RADIO, Kind.INTERRUPTION, hour, 140, 0.2);
        }
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.SUPPLY);
        assertThat(strengths(diagnosis, Cause.CONTACT)).containsOnly(Strength.AGAINST);
    }

    @Test
    void unofficialFirmwareThatLocksWithACleanFeed_isTheFirmware() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedAt(30)
                .found(What.FIRMWARE_UNOFFICIAL).found(What.ASKS_NOW_AND_THEN);
        assertThat(judged(car).cause()).isEqualTo(Cause.FIRMWARE);
    }

    @Test
    void unofficialFirmwareInACarWhoseBatteryCollapses_isNotToBlame() {
        ScriptedCar car = watchedCar().lockedAt(10).lockedAt(34).found(What.FIRMWARE_UNOFFICIAL)
                .start(10, 12.6, 6.9, Verdict.PASS).start(34, 12.55, 7.2, Verdict.PASS);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.SUPPLY);
        assertThat(strengths(diagnosis, Cause.FIRMWARE)).containsExactly(Strength.WEAK);
    }

    @Test
    void askingAtEveryIgnitionWithACleanFeed_isTheMemory() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedAt(30)
                .found(What.ASKS_AT_EVERY_IGNITION).found(What.FIRMWARE_UNOFFICIAL);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.MEMORY);
        assertThat(diagnosis.next()).contains("Try another unit");
    }

    @Test
    void askingAtEveryIgnitionWithoutAProbe_asksForTheProbeFirst() {
        ScriptedCar car = watchedCar().lockedAt(10).lockedAt(30).found(What.ASKS_AT_EVERY_IGNITION)
                .found(What.FIRMWARE_OFFICIAL);
        assertThat(judged(car).next()).contains("probe at the radio");
    }

    @Test
    void carThatEmptiesItsBatteryBeforeEachLock_isADrain() {
        ScriptedCar car = watchedCar().stood(2, 10, 12.4, 12.1).stood(26, 34, 12.4, 12.05)
                .start(10, 11.9, 7.5, Verdict.PASS).lockedAt(10.01).start(34, 11.9, 7.1, Verdict.PASS).lockedAt(34.01);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.DRAIN);
        assertThat(strengths(diagnosis, Cause.SUPPLY)).isEmpty();
    }

    @Test
    void weakStartsThatNobodyKnowsTheReasonOf_areNotEnough() {
        ScriptedCar car = watchedCar().start(10, 11.9, 7.5, Verdict.PASS).lockedAt(10.01)
                .start(34, 11.9, 7.1, Verdict.PASS).lockedAt(34.01);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isNull();
        assertThat(strengths(diagnosis, Cause.SUPPLY)).containsOnly(Strength.WEAK);
        assertThat(strengths(diagnosis, Cause.DRAIN)).containsOnly(Strength.WEAK);
    }

    @Test
    void startsThatNobodyRepeatsAndNothingLifts_areADeadAlternator() {
        ScriptedCar car = watchedCar().lockedAt(34.01).lockedAt(40).stood(2, 10, 12.3, 12.29)
                .fault(Point.ONBOARD, Kind.CRITICAL, 40, 20_000, 11.2)
                .start(10, 12.3, 9.1, Verdict.INSUFFICIENT_DATA).start(34, 11.9, 8.1, Verdict.INSUFFICIENT_DATA);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.SUPPLY);
        assertThat(diagnosis.standings().getFirst().arguments()).extracting(Argument::words)
                .contains("Nothing lifted the voltage after 2 engine starts that nobody had to repeat");
    }

    @Test
    void lowVoltageThatOnlyTheRadioSeesBelowALimit_isNoBreakOfItsFeed() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedAt(30)
                .fault(Point.RADIO, Kind.CRITICAL, 9.9, 600_000, 11.48).fault(Point.RADIO, Kind.DIP, 29.99, 80, 11.2);
        assertThat(strengths(judged(car), Cause.CONTACT)).containsOnly(Strength.AGAINST);
    }

    @Test
    void nothingButLocks_isNotEnoughAndAsksForAWatch() {
        Diagnosis diagnosis = judged(new ScriptedCar().lockedAt(10).lockedAt(30).lockedAt(50));
        assertThat(diagnosis.cause()).isNull();
        assertThat(diagnosis.next()).contains("Watch for 24 h");
    }

    @Test
    void noLock_isNothingToExplain() {
        Diagnosis diagnosis = judged(watchedCar());
        assertThat(diagnosis.cause()).isNull();
        assertThat(diagnosis.because()).contains("No lock is entered");
    }

    @Test
    void locksAfterBatteryWork_explainThemselves() {
        ScriptedCar car = watchedCar().lockedAt(10, Before.BATTERY_WORK).lockedAt(30, Before.BATTERY_WORK)
                .lockedAt(40, Before.UPDATE).fault(Point.ONBOARD, Kind.INTERRUPTION, 10, 120_000, 0);
        assertThat(judged(car).cause()).isNull();
    }

    @Test
    void asMuchForTwoCauses_namesNeither() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedAt(30);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isNull();
        assertThat(diagnosis.because()).contains("unofficial firmware").contains("memory module");
        assertThat(diagnosis.next()).contains("firmware is the maker's");
    }

    @Test
    void contactAndDrainTogether_areBothShownAndTheOneSeenInTheActIsNamed() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(15).lockedAt(30)
                .fault(Point.RADIO, Kind.INTERRUPTION, 14.99, 200, 0.1)
                .fault(Point.RADIO, Kind.INTERRUPTION, 29.99, 90, 0.1).stood(2, 12, 12.5, 12.3).draws(0.4);
        Diagnosis diagnosis = judged(car);
        assertThat(diagnosis.cause()).isEqualTo(Cause.CONTACT);
        assertThat(strengths(diagnosis, Cause.DRAIN)).containsExactly(Strength.STRONG, Strength.STRONG);
    }

    @Test
    void healthyCarsDeepStartsAndRestBelowTwelveAndAHalf_areNoEvidence() {
        ScriptedCar car = watchedCar().lockedAt(20).lockedAt(40).start(10, 12.41, 9.9, Verdict.PASS)
                .start(34, 12.38, 10.3, Verdict.PASS);
        assertThat(strengths(judged(car), Cause.SUPPLY)).containsOnly(Strength.AGAINST);
    }

    @Test
    void everyArgument_saysWhatItWasHeldAgainstAndWhoSaysSo() {
        ScriptedCar car = watchedCar().watched(Point.RADIO, 0, 60).lockedAt(10).lockedAt(34).draws(0.3)
                .stood(2, 9, 12.4, 12.1).start(10, 12.6, 6.9, Verdict.OVERCHARGING)
                .fault(Point.RADIO, Kind.DIP, 20, 10, 6).fault(Point.ONBOARD, Kind.SURGE, 21, 300, 17)
                .found(What.FIRMWARE_UNOFFICIAL).found(What.ASKS_AT_EVERY_IGNITION).found(What.CONNECTOR_OXIDISED);
        assertThat(judged(car).standings()).flatExtracting(Standing::arguments).isNotEmpty()
                .allSatisfy(argument -> {
                    assertThat(argument.limit()).isNotBlank();
                    assertThat(argument.source()).isNotBlank();
                    assertThat(argument.words()).doesNotContain("%");
                });
    }

    private static ScriptedCar watchedCar() {
        return new ScriptedCar().watched(Point.ONBOARD, 0, 60);
    }

    private static Diagnosis judged(ScriptedCar car) {
        return new Judge().judge(car.history());
    }

    private static List<Strength> strengths(Diagnosis diagnosis, Cause cause) {
        return diagnosis.standings().stream().filter(standing -> standing.cause() == cause)
                .flatMap(standing -> standing.arguments().stream()).map(Argument::strength).toList();
    }
}
