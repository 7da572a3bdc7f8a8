package org.terminal30.agent.job.relock;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.detect.SupplyEvent;
import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.Phase;
import org.terminal30.hardware.sample.CalibrationState;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a watch of weeks keeps and says (rules B3 to B5). */
class RelockWatchTest {
    private final RelockRig rig = RelockRig.withProbe();

    @Test
    void watchThatHasJustBegun_hasNotSeenEnough() {
        assertThat(rig.says()).isEqualTo("not-enough-watched");
        assertThat(rig.why()).isEqualTo("radio:not-long-enough supply:not-long-enough start:none rest:no-rest");
        assertThat(rig.watch.phase()).isEqualTo(Phase.UNATTENDED);
    }

    @Test
    void dayWithoutAnything_findsNothing() {
        rig.hours(24.1);

        assertThat(rig.says()).isEqualTo("nothing-found");
        assertThat(rig.why()).isEqualTo("radio:no-break supply:steady start:none rest:holds");
        assertThat(rig.figure("watchedHours")).isCloseTo(24, within(0.1));
        assertThat(rig.figure("gaps")).isZero();
    }

    @Test
    void dayWithoutAProbeAtTheRadio_leavesTheContactOpen() {
        RelockRig car = new RelockRig(Channel.ONBOARD).hours(24.1);

        assertThat(car.says()).isEqualTo("nothing-found");
        assertThat(car.why()).startsWith("radio:no-radio-channel");
        assertThat(car.watch.progress().figures()).doesNotContainKeys("radioBreaks", "radioWatchedHours");
    }

    @Test
    void breakOfTheRadioAlone_isAContact() {
        rig.seconds(100).happened(EventKind.INTERRUPTION, Channel.RADIO, 0.05, 0.2).seconds(24);
        assertThat(rig.says()).as("it may still turn out to be a start").isEqualTo("not-enough-watched");
        rig.seconds(3);

        assertThat(rig.says()).isEqualTo("contact-found");
        assertThat(rig.figure("radioBreaks")).isEqualTo(1);
        assertThat(rig.figure("longestRadioBreakMillis")).isEqualTo(50);
    }

    @Test
    void dipOfTheRadio_isABreakOnlyBelowNineVolts() {
        rig.seconds(100).happened(EventKind.DIP, Channel.RADIO, 0.05, 9.1).seconds(30);
        assertThat(rig.says()).isEqualTo("not-enough-watched");

        rig.happened(EventKind.DIP, Channel.RADIO, 0.05, 8.9).seconds(30);
        assertThat(rig.says()).isEqualTo("contact-found");
    }

    @ParameterizedTest
    @CsvSource({"INTERRUPTION, 0.3", "DIP, 10.5", "CRITICAL, 11.2", "NOT_WATCHING, NaN"})
    void breakOfTheRadioWhileTheCarHadTrouble_isNoContact(EventKind kind, double minimum) {
        rig.seconds(100).happened(kind, Channel.ONBOARD, 0.1, minimum).seconds(1)
                .happened(EventKind.INTERRUPTION, Channel.RADIO, 0.05, 0.2).seconds(60);

        assertThat(rig.says()).doesNotContain("contact");
    }

    @Test
    void shortBreakOfTheCar_isTheSupplys() {
        rig.seconds(100).happened(EventKind.INTERRUPTION, Channel.ONBOARD, 0.3, 0.2).seconds(30);

        assertThat(rig.says()).isEqualTo("supply-found");
        assertThat(rig.why()).contains("supply:faults");
    }

    @Test
    void breakInsideAnEngineStart_isNone() {
        rig.seconds(100).happened(EventKind.DIP, Channel.ONBOARD, 0.2, 8.0)
                .happened(EventKind.DIP, Channel.RADIO, 0.2, 7.5).start(9.8).seconds(30);

        assertThat(rig.says()).isEqualTo("not-enough-watched");
        assertThat(rig.why()).contains("start:strong");
        assertThat(rig.end().figure("engineStarts")).isEqualTo(1);
        assertThat(rig.figure("lowestStartVolts")).isEqualTo(9.8);
    }

    @Test
    void startThatNoHealthyBatteryMakes_isTheSupplys() {
        rig.seconds(100).start(8.1).seconds(30);

        assertThat(rig.says()).isEqualTo("supply-found");
        assertThat(rig.why()).contains("start:weak");
    }

    @Test
    void batteryTakenOff_isNoFault() {
        rig.seconds(100).happened(EventKind.INTERRUPTION, Channel.ONBOARD, 600, 0.2).seconds(30).end();

        assertThat(rig.says()).isEqualTo("not-enough-watched");
        assertThat(rig.figure("supplyAway")).isEqualTo(1);
        assertThat(rig.figure("supplyFaults")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"lead-off, 3", ", 3600"})
    void leadAtTheRadioThatComesOff_isNotWatched(String reason, double seconds) {
        rig.seconds(3600).begins(Channel.RADIO, 11, reason).seconds(seconds).ends(Channel.RADIO, seconds + 11, reason)
                .seconds(100).end();

        assertThat(rig.says()).isEqualTo("not-enough-watched");
        assertThat(rig.why()).startsWith("radio:feed-or-lead");
        assertThat(rig.figure("radioAway")).isEqualTo(1);
        assertThat(rig.figure("radioGaps")).isEqualTo(1);
        assertThat(rig.figure("radioWatchedHours")).isCloseTo((3600 + 100) / 3600.0, within(0.01));
    }

    @Test
    void clipThatBouncesWhenItComesOff_isNoBreak() {
        rig.seconds(100).happened(EventKind.INTERRUPTION, Channel.RADIO, 0.01, 0.5)
                .begins(Channel.RADIO, 0, SupplyEvent.LEAD_OFF).seconds(60)
                .ends(Channel.RADIO, 60, SupplyEvent.LEAD_OFF)
                .happened(EventKind.INTERRUPTION, Channel.RADIO, 0.01, 0.5).seconds(60).end();

        assertThat(rig.figure("radioBreaks")).isZero();
    }

    @Test
    void batteryThatRunsEmptyInANight_isADrain() {
        rig.hours(1).start(10).seconds(60).hours(4.2).fall(9, 0.03);

        assertThat(rig.says()).isEqualTo("drain-found");
        assertThat(rig.figure("steepestMillivoltsPerHour")).isCloseTo(30, within(2.0));
        assertThat(rig.figure("restVolts")).isCloseTo(rig.volts, within(0.1));
    }

    @Test
    void meterWithStepsOfATenthOfAVolt_seesNoDrainInThem() {
        RelockRig coarse = new RelockRig(CalibrationState.COARSE, Channel.ONBOARD);
        coarse.hours(8).volts(12.5).hours(1).volts(12.4).hours(4).start(8.2).seconds(30);

        assertThat(coarse.says()).isEqualTo("not-enough-watched");
        assertThat(coarse.why()).endsWith("start:too-slow rest:too-coarse");
    }

    @Test
    void emptyBatteryOfADrain_isNotBlamedOnTheBattery() {
        rig.hours(4.2).fall(9, 0.03).volts(11.3).happened(EventKind.CRITICAL, Channel.ONBOARD, 60, 11.3).seconds(60);

        assertThat(rig.says()).isEqualTo("drain-found");
        assertThat(rig.why()).contains("supply:empty");
    }

    @Test
    void emptyBatteryThatNobodySawFall_isTheSupplys() {
        rig.seconds(100).happened(EventKind.CRITICAL, Channel.ONBOARD, 60, 11.3).seconds(60);

        assertThat(rig.says()).isEqualTo("supply-found");
    }

    @Test
    void lampForHalfAnHour_isNoDrain() {
        rig.hours(8).volts(12.2).seconds(1700).volts(12.595).hours(8);

        assertThat(rig.why()).endsWith("rest:holds");
    }

    @Test
    void faultsOfBothKinds_areSeveral() {
        rig.seconds(100).happened(EventKind.INTERRUPTION, Channel.RADIO, 0.05, 0.2).seconds(60)
                .happened(EventKind.INTERRUPTION, Channel.ONBOARD, 0.05, 0.2).seconds(60);

        assertThat(rig.says()).isEqualTo("several-found");
    }

    @Test
    void restart_goesOnWithTheFiguresOfTheLastHour() {
        rig.hours(2).happened(EventKind.INTERRUPTION, Channel.RADIO, 0.05, 0.2).seconds(60).hours(3.5).restart(1800)
                .hours(2);

        assertThat(rig.says()).isEqualTo("contact-found");
        assertThat(rig.figure("radioBreaks")).isEqualTo(1);
        assertThat(rig.figure("watchedHours")).isBetween(6.4, 7.5);
        assertThat(rig.figure("elapsedHours")).isBetween(7.4, 8.1);
        assertThat(rig.figure("gaps")).isEqualTo(1);
    }

    @Test
    void threeWeeks_changeTheProgressOnceAnHour() {
        Random random = new Random(42);
        for (int day = 0; day < 21; day++) {
            rig.volts(12.6).hours(10).fall(12, 0.001);
            if (day % 3 == 0) {
                rig.start(9.5 + random.nextDouble()).seconds(600);
            }
            if (day == 11) {
                rattle(rig);
            }
            rig.hours(2);
        }

        assertThat(rig.says()).isEqualTo("contact-found");
        assertThat(rig.words).containsExactlyInAnyOrder("not-enough-watched", "nothing-found", "contact-found");
        assertThat(rig.figure("radioBreaks")).isGreaterThan(100);
        assertThat(rig.figure("watchedHours")).isGreaterThan(21 * 24 - 1);
        assertThat(rig.figure("engineStarts")).isEqualTo(7);
        assertThat(rig.changes).as("one an hour, and the verdicts").isLessThan(21 * 24 + 20);
    }

    private static void rattle(RelockRig rig) {
        for (int i = 0; i < 1_000; i++) {
            rig.happened(EventKind.INTERRUPTION, Channel.RADIO, 0.01, 0.1).seconds(2);
        }
    }

    @Test
    void tap_isRefused() {
        assertThat(rig.watch.act(new Action.Tap("done"), "Anna", 5)).hasValueSatisfying(
                why -> assertThat(why).contains("no steps"));
    }
}
