package org.terminal30.agent.job.alternator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.agent.job.Circumstances.Saver;
import org.terminal30.agent.job.Evidence;
import org.terminal30.agent.job.JobVerdict;
import org.terminal30.agent.job.JobVerdict.Tint;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Step.State;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The alternator check from rest to its verdict (rules B4 and B7). */
class AlternatorCheckTest {
    private static CheckRig running() {
        return CheckRig.complete().rested().starts();
    }

    private static CheckRig atIdle() {
        return running().volts(14.2).play(16);
    }

    @Test
    void goodCar_passesEveryStepByMeasurementAndTwoTaps() {
        CheckRig rig = CheckRig.complete().rested();
        assertThat(rig.step("rest")).isEqualTo(State.DONE);
        assertThat(rig.says("rest")).as(rig.why("rest")).isEqualTo("pass");
        assertThat(rig.overall()).isEqualTo("waiting");

        rig.starts();
        assertThat(rig.step("start")).isEqualTo(State.DONE);
        assertThat(rig.says("start")).as(rig.why("start")).isEqualTo("pass");
        assertThat(rig.says("connection")).as(rig.why("connection")).isEqualTo("pass");
        assertThat(rig.figure("start", "lowestVolts")).as("at the posts").isCloseTo(10.5, within(0.01));

        rig.play(16);
        assertThat(rig.says("idle")).isEqualTo("pass");
        rig.loaded();
        assertThat(rig.says("loaded")).isEqualTo("pass");
        rig.raised();
        assertThat(rig.says("raised")).isEqualTo("pass");
        assertThat(rig.says("ripple")).as(rig.why("ripple")).isEqualTo("pass");

        assertThat(rig.overall()).isEqualTo("pass");
        assertThat(rig.check.progress().shown().orElseThrow().tint()).isEqualTo(Tint.GREEN);
        assertThat(rig.figure("raised", "chargingVolts")).isCloseTo(14.2, within(0.01));
    }

    @Test
    void everyJudgement_namesItsFigureItsLimitAndTheSourceOfIt() {
        CheckRig rig = atIdle().loaded().raised();

        assertThat(rig.check.progress().verdicts()).flatExtracting(JobVerdict::evidence)
                .allSatisfy(evidence -> {
                    assertThat(evidence.value()).as(evidence.about()).isNotNull();
                    assertThat(evidence.limit()).as(evidence.about()).isNotNull();
                    assertThat(evidence.source()).as(evidence.about()).isNotBlank();
                    assertThat(evidence.unit()).isEqualTo("V");
                });
    }

    @Test
    void slowSourceOnOneChannel_isWhiteHoweverGoodTheCar() {
        CheckRig rig = CheckRig.slow().rested().starts().play(16).loaded().raised();

        assertThat(rig.says("raised")).isEqualTo("pass");
        assertThat(rig.why("ripple")).isEqualTo("ripple:too-slow");
        assertThat(rig.why("connection")).isEqualTo("connection:no-second-channel");
        assertThat(rig.overall()).isEqualTo("insufficient-data");
        assertThat(rig.why("alternator")).isEqualTo("connection:no-second-channel ripple:too-slow");
        assertThat(rig.check.progress().shown().orElseThrow().tint()).isEqualTo(Tint.WHITE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {12.5, 12.79, 12.9, 13.1})
    void tooLowWithConsumersOnAndRevsHeld_isUndercharging(double volts) {
        CheckRig rig = atIdle().volts(volts).loaded();
        assertThat(rig.says("loaded")).as("idle gives less than the limit is for").isEqualTo("insufficient-data");
        assertThat(rig.why("loaded")).startsWith("charging:low-at-idle");
        assertThat(rig.overall()).isEqualTo("waiting");

        rig.raised();
        assertThat(rig.says("raised")).isEqualTo("undercharging");
        assertThat(rig.overall()).isEqualTo("undercharging");
        assertThat(rig.check.progress().shown().orElseThrow().tint()).isEqualTo(Tint.RED);
    }

    @Test
    void between12Point8And13Point2WithoutConsumers_cannotBeJudged() {
        CheckRig rig = atIdle();
        rig.skip("loads-on");
        rig.volts(13.0).raised();

        assertThat(rig.step("loaded")).isEqualTo(State.SKIPPED);
        assertThat(rig.why("raised")).startsWith("charging:low-without-load");
        assertThat(rig.overall()).isEqualTo("insufficient-data");
    }

    @Test
    void stepsOfASmartAlternator_areNotUndercharging() {
        CheckRig rig = atIdle().loaded();
        rig.tap("rpm-held");
        rig.drift(31, at -> at < 8 ? 0 : at < 16 ? -1.5 : at < 24 ? 0 : -1.5);

        assertThat(rig.why("raised")).startsWith("charging:smart-alternator");
        assertThat(rig.overall()).isEqualTo("insufficient-data");
    }

    @Test
    void smartAlternatorThatOnlyChangesWithinTheLimits_passes() {
        CheckRig rig = atIdle().loaded();
        rig.tap("rpm-held");
        rig.drift(31, at -> at % 14 < 7 ? 0 : -0.7);

        assertThat(rig.says("raised")).isEqualTo("pass");
    }

    @Test
    void levelThatFallsWhileRevsAreHeld_mayBeAStoppedEngine() {
        CheckRig rig = atIdle().loaded();
        rig.tap("rpm-held");
        rig.play(6).volts(12.4).play(26);

        assertThat(rig.why("raised")).startsWith("charging:unsteady");
        assertThat(rig.overall()).isEqualTo("insufficient-data");
    }

    @Test
    void above15Volts_isOverchargingAlreadyAtIdle() {
        CheckRig rig = running().volts(15.6).play(12);

        assertThat(rig.says("idle")).isEqualTo("overcharging");
        assertThat(rig.overall()).isEqualTo("overcharging");
        assertThat(rig.why("alternator")).isEqualTo("charging-most:too-high");
        assertThat(rig.volts(14.2).loaded().raised().overall()).as("once seen, it stays").isEqualTo("overcharging");
    }

    @Test
    void openDiode_isRipple() {
        CheckRig rig = atIdle();
        rig.openDiode = true;
        rig.rippleVolts = 0.9;
        rig.loaded().raised();

        assertThat(rig.says("raised")).isEqualTo("pass");
        assertThat(rig.why("ripple")).isEqualTo("ripple:open-diode");
        assertThat(rig.overall()).isEqualTo("ripple");
    }

    @Test
    void batteryThatBreaksDownUnderTheStarter_isWeak() {
        CheckRig rig = CheckRig.complete().rested().crank(7.9, 8.2, true);

        assertThat(rig.says("start")).isEqualTo("weak-battery");
        assertThat(rig.overall()).isEqualTo("weak-battery");
        assertThat(rig.check.progress().verdict("start").orElseThrow().evidence()).singleElement()
                .extracting(Evidence::limit).isEqualTo(8.5);
    }

    @Test
    void coldOrWeak_cannotBeToldWithoutTheTemperature() {
        CheckRig rig = CheckRig.complete().rested().crank(8.9, 9.1, true);

        assertThat(rig.why("start")).isEqualTo("cranking:temperature-unknown");
    }

    @Test
    void voltsLostBetweenPostsAndNetwork_areAPoorConnection() {
        CheckRig rig = CheckRig.complete().rested().crank(9.0, 10.4, true);

        assertThat(rig.says("start")).as("the battery itself is good").isEqualTo("pass");
        assertThat(rig.why("connection")).isEqualTo("connection:drop");
        assertThat(rig.overall()).isEqualTo("poor-connection");
    }

    @Test
    void channelsThatDifferAtRest_differByTheirErrorAndNotByAConnection() {
        CheckRig rig = CheckRig.complete().set(Channel.BATTERY, 13.2).rested();
        rig.set(Channel.ONBOARD, 12.7).crank(10.0, 10.5, true);

        assertThat(rig.why("connection")).isEqualTo("connection:tight");
    }

    @Test
    void surfaceCharge_flattersUntilSomebodySaysThatTheCarHasStood() {
        CheckRig rig = CheckRig.complete().play(70);
        assertThat(rig.step("rest")).isEqualTo(State.WAITING);
        assertThat(rig.why("rest")).isEqualTo("resting:surface-charge");

        assertThat(rig.enter("rest", "2")).hasValueSatisfying(reason -> assertThat(reason).contains("headlights"));
        assertThat(rig.enter("rest", "a night")).hasValueSatisfying(
                reason -> assertThat(reason).contains("\"a night\" is not a number of hours"));
        assertThat(rig.enter("rest", "8,5")).isEmpty();
        rig.play(2);
        assertThat(rig.step("rest")).isEqualTo(State.DONE);
        assertThat(rig.says("rest")).isEqualTo("pass");
    }

    @Test
    void headlightsAndFiveMinutes_takeTheSurfaceChargeAway() {
        CheckRig rig = CheckRig.complete().volts(13.0).play(70).volts(12.4).play(70).volts(12.7).play(305);

        assertThat(rig.says("rest")).as(rig.why("rest")).isEqualTo("pass");
    }

    @Test
    void startBeforeTheRestIsProven_goesOnAndStaysWhite() {
        CheckRig rig = CheckRig.complete().play(70).starts().play(16).loaded().raised();

        assertThat(rig.step("rest")).isEqualTo(State.DONE);
        assertThat(rig.figure("rest", "restVolts")).isCloseTo(12.7, within(0.001));
        assertThat(rig.overall()).isEqualTo("insufficient-data");
        assertThat(rig.why("alternator")).isEqualTo("resting:surface-charge");
    }

    @Test
    void engineThatRanAlready_isSeenByItsVoltageAndItsStartIsMissing() {
        CheckRig rig = CheckRig.complete().volts(14.2).play(6);
        assertThat(rig.step("rest")).isEqualTo(State.NOT_CONFIRMED);
        assertThat(rig.step("start")).isEqualTo(State.NOT_CONFIRMED);

        rig.play(16).loaded().raised();
        assertThat(rig.overall()).isEqualTo("insufficient-data");
        assertThat(rig.why("alternator")).isEqualTo("rest:not-measured start:no-start connection:no-start");
    }

    @Test
    void engineThatNeverStarts_isWhite() {
        CheckRig rig = CheckRig.complete().rested().play(60).end();

        assertThat(rig.overall()).isEqualTo("insufficient-data");
        assertThat(rig.why("idle")).isEqualTo("idle:not-reached");
        assertThat(rig.check.progress().shown().orElseThrow().tint()).isEqualTo(Tint.WHITE);
    }

    @Test
    void deadAlternator_isJudgedWhereSomebodySaysThatTheEngineRuns() {
        CheckRig rig = CheckRig.complete().rested().crank(10.2, 10.5, false).volts(12.4).play(40);
        assertThat(rig.step("start")).as("nothing has lifted the voltage").isEqualTo(State.WAITING);

        assertThat(rig.tap("start")).isEmpty();
        rig.play(31);
        assertThat(rig.why("idle")).startsWith("charging:low-at-idle");
        rig.volts(12.2).loaded().raised();
        assertThat(rig.overall()).isEqualTo("undercharging");
    }

    @Test
    void technicianSkipsAhead_andWhatWasNotMeasuredIsMissing() {
        CheckRig rig = CheckRig.complete().play(5).volts(14.2);
        rig.raised();

        assertThat(rig.steps()).containsExactly("rest=NOT_CONFIRMED", "start=NOT_CONFIRMED", "idle=NOT_CONFIRMED",
                "loads-on=NOT_CONFIRMED", "loaded=NOT_CONFIRMED", "rpm-held=DONE", "raised=DONE");
        assertThat(rig.says("raised")).isEqualTo("pass");
        assertThat(rig.overall()).isEqualTo("insufficient-data");
    }

    @Test
    void powerCutInTheMiddle_keepsWhatWasMeasuredAndBeginsTheStepAnew() {
        CheckRig rig = atIdle();
        rig.tap("loads-on");
        rig.play(5).restart(30).play(3);

        assertThat(rig.step("loads-on")).as("nobody knows whether they are still on").isEqualTo(State.WAITING);
        assertThat(rig.says("start")).isEqualTo("pass");
        assertThat(rig.figure("idle", "chargingVolts")).isCloseTo(14.2, within(0.01));
        rig.play(40);
        assertThat(rig.step("loaded")).isEqualTo(State.WAITING);

        rig.loaded().raised();
        assertThat(rig.overall()).isEqualTo("pass");
    }

    @Test
    void powerCutAtRest_forgetsWhatSomebodySaid() {
        CheckRig rig = CheckRig.complete();
        rig.enter("rest", "12");
        rig.play(30).restart(30).play(62);

        assertThat(rig.step("rest")).isEqualTo(State.WAITING);
        assertThat(rig.why("rest")).isEqualTo("resting:surface-charge");
    }

    @Test
    void nothingMeasuredForAWhile_beginsTheStepAnew() {
        CheckRig rig = atIdle();
        rig.tap("loads-on");
        rig.play(10).blind(15).play(10);

        assertThat(rig.step("loaded")).isEqualTo(State.WAITING);
    }

    @Test
    void whatCannotBeSaid_isRefusedWithTheReason() {
        CheckRig rig = CheckRig.complete();

        assertThat(rig.tap("idle")).hasValue("step \"idle\" is measured; it can be left out");
        assertThat(rig.tap("battery-out")).hasValueSatisfying(
                reason -> assertThat(reason).contains("it has: rest start idle loads-on loaded rpm-held raised"));
        assertThat(rig.enter("idle", "14")).hasValue("step \"idle\" takes no figure");
        rig.rested();
        assertThat(rig.skip("rest")).hasValueSatisfying(reason -> assertThat(reason).contains("is over"));
    }

    @Test
    void circumstances_sayWhetherTheEngineRuns() {
        CheckRig rig = CheckRig.complete();
        assertThat(rig.check.circumstances().engineOffSinceNanos()).as("nothing was measured").isNull();
        rig.play(20);
        assertThat(rig.check.circumstances().engineOffSinceNanos()).isZero();
        assertThat(rig.check.phase()).isEqualTo(Phase.ENGINE);

        rig.starts().play(5);
        assertThat(rig.check.circumstances().engineOffSinceNanos()).isEqualTo(Long.MAX_VALUE);
        rig.volts(12.4).play(12);
        assertThat(rig.check.circumstances().engineOffSinceNanos()).isBetween(rig.nanos - 13_000_000_000L,
                rig.nanos - 10_000_000_000L);
    }

    @Test
    void saverThatIsAlive_isSeen() {
        var rig = new CheckRig(CheckRig.SLOW_HERTZ, Channel.ONBOARD, Channel.BACKUP);
        assertThat(rig.set(Channel.BACKUP, 0.5).play(1).check.circumstances().saver()).isEqualTo(Saver.NONE);
        assertThat(rig.set(Channel.BACKUP, 13.1).play(1).check.circumstances().saver()).isEqualTo(Saver.SEEN);
    }
}
