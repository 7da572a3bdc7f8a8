package org.terminal30.agent.job.swap;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.NewBattery;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.State;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/** The swap from the first tap to the verdict on the memory (rules B4 and B6). */
class SwapProcedureTest {
    private static SwapRig ready() {
        return SwapRig.withBox().play(12).connect().play(12);
    }

    private static SwapRig lifted() {
        return ready().lift().play(5);
    }

    private static SwapRig fitted() {
        SwapRig rig = lifted();
        rig.enter("new-battery", "12,7");
        return rig.clampNew().play(2);
    }

    @Test
    void goodSwapWithTheBox_goesByMeasurementAloneAndKeepsTheMemory() {
        SwapRig rig = SwapRig.withBox().play(12);
        assertThat(rig.says("disconnect")).isEqualTo("waiting");
        assertThat(rig.swap.phase()).isEqualTo(Phase.PREPARING);

        rig.connect().play(11);
        assertThat(rig.says("disconnect")).as(rig.why("disconnect")).isEqualTo("safe-to-disconnect");
        assertThat(rig.swap.phase()).isEqualTo(Phase.ARMED);
        assertThat(rig.swap.duty()).isEqualTo(Duty.ARMED);
        assertThat(rig.step("backup-connected")).isEqualTo(State.DONE);
        assertThat(rig.swap.liftedNanos()).isEmpty();

        rig.lift().play(1);
        assertThat(rig.shown()).isEqualTo("lift:testing");
        rig.play(4);
        assertThat(rig.shown()).isEqualTo("lift:held");
        assertThat(rig.step("battery-out")).isEqualTo(State.DONE);
        assertThat(rig.step("code-known")).isEqualTo(State.NOT_CONFIRMED);
        assertThat(rig.says("lift")).isEqualTo("held");
        assertThat(rig.swap.liftedNanos().orElseThrow() / 1e9).isCloseTo(23, within(0.6));
        assertThat(rig.swap.circumstances().referenceVolts()).isCloseTo(11.5, within(0.01));

        assertThat(rig.enter("new-battery", "12,7")).isEmpty();
        rig.clampNew().play(7);
        assertThat(rig.step("battery-in")).isEqualTo(State.DONE);
        assertThat(rig.says("remove")).as(rig.why("remove")).isEqualTo("safe-to-remove");
        assertThat(rig.shown()).isEqualTo("remove:safe-to-remove");
        assertThat(rig.swap.phase()).isEqualTo(Phase.REMOVING_BACKUP);

        rig.disconnect().play(2);
        assertThat(rig.step("backup-off")).isEqualTo(State.DONE);
        assertThat(rig.says("memory")).as(rig.why("memory")).isEqualTo("memory-kept");
        assertThat(rig.shown()).isEqualTo("memory:memory-kept");
        assertThat(rig.swap.phase()).isEqualTo(Phase.ENGINE);
        assertThat(rig.swap.progress().figures().get("lowestVolts")).isCloseTo(11.5, within(0.01));
        assertThat(rig.swap.progress().figures().get("onBackupSeconds")).isCloseTo(5, within(0.5));
    }

    @Test
    void wiringThatShowsLittle_isAmberAndGoesByTaps() {
        SwapRig rig = SwapRig.onboardOnly().play(20);
        assertThat(rig.says("disconnect")).isEqualTo("waiting");
        assertThat(rig.tap("backup-connected")).isEmpty();
        rig.play(1);
        assertThat(rig.says("disconnect")).isEqualTo("not-proven");
        assertThat(rig.why("disconnect")).isEqualTo(
                "alive:no-backup-channel on-the-car:no-lead-channel enough:load-unknown delivers:no-current-channel");
        assertThat(rig.tap("battery-out")).isEmpty();
        rig.play(4);
        assertThat(rig.says("lift")).isEqualTo("held");
        assertThat(rig.skip("new-battery")).isEmpty();
        assertThat(rig.tap("battery-in")).isEmpty();
        rig.play(12);
        assertThat(rig.says("remove")).isEqualTo("not-proven");
        assertThat(rig.swap.phase()).isEqualTo(Phase.ARMED);
        assertThat(rig.tap("backup-off")).isEmpty();
        assertThat(rig.says("memory")).as(rig.why("memory")).isEqualTo("memory-kept");
    }

    @Test
    void deadSaver_mayNotBeReliedUpon() {
        SwapRig rig = SwapRig.withBox().set(Channel.BACKUP, 0.1).play(5);
        assertThat(rig.says("disconnect")).isEqualTo("do-not-disconnect");
        assertThat(rig.why("disconnect")).contains("alive:dead");
        assertThat(rig.swap.duty()).isEqualTo(Duty.JOB);
    }

    @Test
    void saverThatDiesAfterTheVerdict_withdrawsIt() {
        SwapRig rig = ready();
        assertThat(rig.says("disconnect")).isEqualTo("safe-to-disconnect");
        rig.set(Channel.BACKUP, 9.0).play(3);
        assertThat(rig.says("disconnect")).isEqualTo("do-not-disconnect");
        assertThat(rig.swap.phase()).isEqualTo(Phase.PREPARING);
        assertThat(rig.step("disconnect")).isEqualTo(State.WAITING);
    }

    @Test
    void feedThatIsLostInTheLift_isAFailedTestUntilTheClampIsBack() {
        SwapRig rig = ready().lift().play(1).event(EventKind.FEED_LOST, 0.02, true, 9.8).play(1);
        assertThat(rig.says("lift")).isEqualTo("lost");
        assertThat(rig.says("disconnect")).isEqualTo("do-not-disconnect");
        assertThat(rig.why("disconnect")).endsWith("lift:feed-lost");
        assertThat(rig.step("battery-out")).isEqualTo(State.FAILED);
        assertThat(rig.swap.duty()).isEqualTo(Duty.ARMED);

        rig.connect().eventEnds(EventKind.FEED_LOST, 1.0, 7.8);
        assertThat(rig.tap("disconnect")).isEmpty();
        assertThat(rig.swap.phase()).isEqualTo(Phase.PREPARING);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
    }

    @Test
    void clampThatIsBack_hasTheGateProveEverythingAnew() {
        SwapRig rig = ready().lift().play(1).event(EventKind.FEED_LOST, 0.02, true, 0.1).play(1);
        rig.set(Channel.ONBOARD, 12.6).set(Channel.BACKUP_LEAD, 12.0).set(Channel.BACKUP_CURRENT, 0.0);
        assertThat(rig.tap("disconnect")).isEmpty();
        assertThat(rig.says("disconnect")).as("proven before the lift").isEqualTo("waiting");
        rig.play(5);
        assertThat(rig.says("disconnect")).as("the lead is off").isEqualTo("waiting");
    }

    @Test
    void restartAfterTheSaverIsOff_knowsThatNobodySawAnEngineStart() {
        SwapRig rig = fitted().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-kept");
        rig.restart(8).play(1);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
    }

    @Test
    void clampOfTheSaverThatSlipsLater_isSaidAndForgivenWhenItIsBack() {
        SwapRig rig = lifted().event(EventKind.FEED_LOST, 0.02, true, 9.8);
        assertThat(rig.shown()).isEqualTo("lift:lost");
        assertThat(rig.says("disconnect")).isEqualTo("safe-to-disconnect");
        rig.play(3).eventEnds(EventKind.FEED_LOST, 3, 7.8);
        assertThat(rig.shown()).isEqualTo("lift:held");
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
    }

    @Test
    void feedThatIsLostAndStaysHighEnough_isNoBreakOfTheMemory() {
        SwapRig rig = lifted().event(EventKind.FEED_LOST, 0.02, true, 10.2).play(3)
                .eventEnds(EventKind.FEED_LOST, 3, 10.1);
        rig.enter("new-battery", "12.7");
        rig.clampNew().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-kept");
    }

    @Test
    void breakInTheArmedTime_doesNotExcludeALossAndIsTold() {
        SwapRig rig = lifted().event(EventKind.INTERRUPTION, 0.3, false, 0.1);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
        assertThat(rig.why("memory")).contains("break:seen");
        assertThat(rig.swap.progress().figures().get("longestBreakMillis")).isCloseTo(300, within(1.0));
    }

    @Test
    void secondWithoutSamples_isNotWatchedThroughout() {
        SwapRig rig = lifted().blind(0.8).play(2);
        rig.enter("new-battery", "12.7");
        rig.clampNew().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
        assertThat(rig.why("memory")).contains("watched:not-throughout");
    }

    @Test
    void voltageThatSagsDeep_doesNotExcludeALoss() {
        SwapRig rig = lifted().set(Channel.ONBOARD, 8.8).play(0.2).set(Channel.ONBOARD, 11.5).play(5);
        rig.enter("new-battery", "12.7");
        rig.clampNew().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
        assertThat(rig.why("memory")).contains("lowest:too-low");
    }

    @Test
    void technicianWhoSkipsAhead_isWatchedAtOnceAndLosesTheVerdict() {
        SwapRig rig = SwapRig.withBox().play(5);
        assertThat(rig.tap("battery-out")).isEmpty();
        assertThat(rig.swap.duty()).isEqualTo(Duty.ARMED);
        assertThat(rig.swap.progress().step("battery-out").orElseThrow().reason()).isEqualTo("before-verdict");
        rig.lift().play(5);
        rig.enter("new-battery", "12.7");
        rig.clampNew().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
    }

    @Test
    void powerCutWhileTheBatteryIsOut_goesOnAndSaysThatNobodyWatched() {
        SwapRig rig = lifted().restart(40);
        assertThat(rig.swap.phase()).isEqualTo(Phase.ARMED);
        assertThat(rig.swap.liftedNanos()).isPresent();
        rig.play(4);
        rig.enter("new-battery", "12.7");
        rig.clampNew().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
        assertThat(rig.why("memory")).contains("watched:not-throughout");
    }

    @Test
    void restartBeforeTheLift_judgesTheGateAnew() {
        SwapRig rig = ready().restart(20);
        assertThat(rig.says("disconnect")).isEqualTo("waiting");
        assertThat(rig.swap.duty()).isEqualTo(Duty.JOB);
        rig.play(12);
        assertThat(rig.says("disconnect")).isEqualTo("not-proven");
        assertThat(rig.why("disconnect")).contains("alive:not-seen-before");
    }

    @Test
    void doorThatOpensAndCloses_doesNotTakeTheBatteryInByItself() {
        SwapRig rig = lifted().set(Channel.BACKUP_CURRENT, 2.0).play(5).set(Channel.BACKUP_CURRENT, 0.4).play(5);
        assertThat(rig.step("battery-in")).isEqualTo(State.WAITING);
        assertThat(rig.swap.phase()).isEqualTo(Phase.ARMED);
    }

    @Test
    void sleepingCarOnTheSaverAlone_isNotTakenForACarriedOne() {
        SwapRig rig = lifted().set(Channel.BACKUP_CURRENT, 0.03).set(Channel.ONBOARD, 11.9)
                .set(Channel.BACKUP_LEAD, 11.9).play(5);
        rig.skip("new-battery");
        assertThat(rig.tap("battery-in")).isEmpty();
        rig.play(20);
        assertThat(rig.says("remove")).isEqualTo("not-proven");
    }

    @Test
    void newBatteryThatDoesNotCarry_isSeenUnderTheHeadlights() {
        SwapRig rig = fitted().set(Channel.ONBOARD, 11.9).set(Channel.BACKUP_LEAD, 11.9).play(5);
        assertThat(rig.tap("headlights")).isEmpty();
        rig.set(Channel.BACKUP, 0.1).set(Channel.ONBOARD, 11.0).set(Channel.BACKUP_LEAD, 11.0).play(2);
        assertThat(rig.says("remove")).isEqualTo("do-not-remove");
        assertThat(rig.why("remove")).isEqualTo("battery-carries:falls");
    }

    @Test
    void breakAfterTheSaverIsOff_changesTheVerdict() {
        SwapRig rig = fitted().play(7).disconnect().play(2);
        assertThat(rig.says("memory")).isEqualTo("memory-kept");
        rig.event(EventKind.INTERRUPTION, 0.1, false, 0.2);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
    }

    @Test
    void engineStartThatSagsDeep_changesTheVerdict_andAStartersRushDoesNot() {
        SwapRig rig = fitted().play(7).disconnect().play(2);
        rig.swap.window(Channel.ONBOARD, rig.nanos + 100_000_000, 8.2, 12.6, 11.5, 86);
        assertThat(rig.says("memory")).isEqualTo("memory-kept");
        rig.swap.window(Channel.ONBOARD, rig.nanos + 200_000_000, 6.4, 9.5, 7.0, 86);
        assertThat(rig.says("memory")).isEqualTo("memory-loss-not-excluded");
        assertThat(rig.why("memory")).contains("lowest:too-low");
    }

    @Test
    void jobThatEndsEarly_saysWhatIsKnown() {
        SwapRig never = ready();
        never.swap.end(never.nanos);
        assertThat(never.says("memory")).isEqualTo("battery-never-out");
        SwapRig out = lifted();
        out.swap.end(out.nanos);
        assertThat(out.says("memory")).isEqualTo("memory-loss-not-excluded");
    }

    @Test
    void whatCannotBeTaken_isRefusedWithAReason() {
        SwapRig rig = ready();
        assertThat(rig.tap("wheels-off").orElseThrow())
                .startsWith("this swap has no step \"wheels-off\"; it has: code-known");
        assertThat(rig.tap("battery-in")).contains("the old battery has not been taken out");
        assertThat(rig.tap("backup-off")).contains("the backup is still needed: the new battery is not in");
        assertThat(rig.tap("remove")).contains("the second gate is judged by what is measured");
        assertThat(rig.enter("quiescent-load", "plenty")).contains("\"plenty\" is not a number from 0 to 100 A");
        assertThat(rig.enter("quiescent-load", "250")).contains("\"250\" is not a number from 0 to 100 A");
        assertThat(rig.enter("code-known", "card")).contains("step \"code-known\" takes no figure");
        assertThat(rig.skip("battery-out")).contains("step \"battery-out\" cannot be left out");
    }

    @Test
    void headUnitsSteps_comeAfterTheCode() {
        var settings = JobSettings.NONE.withHeadUnit(List.of("Take the USB stick out", "Hold Power for 5 s"),
                "Code card: glove compartment");
        SwapRig rig = new SwapRig(SwapRig.SAVER, settings, Channel.ONBOARD);
        assertThat(rig.swap.progress().steps()).extracting(Step::id, Step::words).startsWith(
                tuple("code-known", "Code card: glove compartment"), tuple("standby-1", "Take the USB stick out"),
                tuple("standby-2", "Hold Power for 5 s"), tuple("witness-lamp", null));
        assertThat(rig.tap("standby-1")).isEmpty();
        assertThat(rig.step("standby-1")).isEqualTo(State.DONE);
        assertThat(rig.swap.progress().step("backup-connected").orElseThrow().words()).contains("12.0 V without load");
        assertThat(rig.swap.progress().step("standby-1").orElseThrow().words()).isEqualTo("Take the USB stick out");
    }

    @Test
    void newBatterysType_isTakenAsItIsPrintedOnIt() {
        SwapRig rig = SwapRig.onboardOnly();
        assertThat(rig.enter("battery-type", "lithium")).contains(
                "\"lithium\" is not flooded, EFB, AGM or gel, with its Ah if known, as in \"AGM 70\"");
        assertThat(rig.enter("battery-type", "agm 70 Ah")).isEmpty();
        assertThat(rig.swap.progress().step("battery-type").orElseThrow().words()).isEqualTo("AGM, 70 Ah");
        assertThat(NewBattery.read("AGM, 70 Ah")).contains(new NewBattery("agm", 70));
        assertThat(NewBattery.read("Flooded")).contains(new NewBattery("flooded", null));
        assertThat(NewBattery.read("agm 900")).isEmpty();
    }

    @Test
    void voltageOfTheNewBatteryClampedAlready_isTakenAMinuteAfterTheBackupIsOff() {
        SwapRig rig = lifted();
        rig.skip("new-battery");
        rig.clampNew().play(2);
        rig.tap("battery-in");
        assertThat(rig.enter("new-battery", "12.7").orElseThrow()).contains("measure it 60 s after the backup is off");
        rig.tap("backup-off");
        rig.play(59);
        assertThat(rig.enter("new-battery", "12.7")).isPresent();
        rig.play(2);
        assertThat(rig.enter("new-battery", "12.7")).isEmpty();
        assertThat(rig.swap.progress().step("new-battery").orElseThrow().reason()).isEqualTo("under-load");
    }

    @Test
    void radioThatNobodyKnows_isPutIntoStandbyAllTheSame() {
        SwapRig rig = SwapRig.onboardOnly();
        assertThat(rig.swap.progress().steps()).extracting(Step::id).startsWith("code-known", "radio-standby",
                "witness-lamp");
    }

    @Test
    void progress_staysTheSameWhileNothingHappens() {
        SwapRig rig = ready();
        var before = rig.swap.progress();
        rig.set(Channel.ONBOARD, 12.59).play(5);
        assertThat(rig.swap.progress()).isEqualTo(before);
    }
}
