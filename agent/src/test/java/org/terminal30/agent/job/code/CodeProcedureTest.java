package org.terminal30.agent.job.code;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.EventKind;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.Lockouts;
import org.terminal30.agent.job.Lockouts.Wait;
import org.terminal30.agent.job.Phase;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** From the code card to the radio that plays, with every lockout on the way (rule B7). */
class CodeProcedureTest {
    private static final int MINUTE = 60;

    /** The third code has been refused; a full battery. */
    private static CodeRig locked() {
        return CodeRig.known().set(12.9).play(31).refuse().refuse().refuse();
    }

    @Test
    void codeThatIsAcceptedAtFirst_endsTheWork() {
        CodeRig rig = CodeRig.known().play(32);
        assertThat(rig.entry.progress().steps()).extracting(Step::id).containsExactly("code-known", "engine-off",
                "supply", "entry-1", "entry-2", "code", "lockout", "charger");
        assertThat(rig.entry.phase()).isEqualTo(Phase.CODE_ENTRY);
        assertThat(rig.entry.duty()).isEqualTo(Duty.JOB);

        assertThat(rig.enter("code", "accepted")).isEmpty();
        assertThat(rig.shown()).isEqualTo("code:accepted");
        assertThat(rig.step("code").state()).isEqualTo(State.DONE);
        assertThat(rig.step("code-known").state()).isEqualTo(State.NOT_CONFIRMED);
        assertThat(rig.figure("refusedCodes")).isZero();
        assertThat(rig.enter("code", "refused")).contains("the code has been accepted already");
    }

    @Test
    void refusedCodes_areCountedAndTheLastAttemptIsWarnedOf() {
        CodeRig rig = CodeRig.known().play(31);
        assertThat(rig.figure("attemptsLeft")).isEqualTo(3);
        rig.tap("entry-1");
        rig.refuse();
        assertThat(rig.shown()).isEqualTo("entry:ready");
        assertThat(rig.step("code").reason()).isEqualTo("refused");
        assertThat(rig.step("entry-1").state()).as("to be done again").isEqualTo(State.WAITING);
        assertThat(rig.figure("attemptsLeft")).isEqualTo(2);
        rig.refuse();
        assertThat(rig.shown()).isEqualTo("entry:last-attempt");
        assertThat(rig.why("entry")).contains("attempts:last");
        rig.refuse();
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        assertThat(rig.figure("refusedCodes")).isEqualTo(3);
    }

    @Test
    void attemptsOfAnEarlierJob_count() {
        CodeRules known = CodeRig.threeThenAnHour();
        var second = new CodeRules(known.attempts(), 2, null, known.lockouts(), null, null, List.of(), Map.of());
        CodeRig rig = new CodeRig(second, CodeRig.RATE_HERTZ).play(31);
        assertThat(rig.shown()).isEqualTo("entry:last-attempt");
        rig.enter("code", "0");
        assertThat(rig.shown()).as("somebody knows better").isEqualTo("entry:ready");
    }

    @Test
    void lockout_isCountedDownToItsEndAndTheEntryGoesOn() {
        CodeRig rig = locked();
        assertThat(rig.evidence("wait", "lockout").value()).isEqualTo(3600);
        assertThat(rig.why("wait")).isEqualTo("lockout:known ignition:on power:watched low:gathering");
        assertThat(rig.enter("code", "accepted"))
                .contains("the radio is locked: say first that it asks for the code again");
        rig.play(59 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        rig.play(2 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
        assertThat(rig.tap("lockout")).isEmpty();
        assertThat(rig.shown()).isEqualTo("entry:ready");
        rig.refuse().refuse().refuse();
        assertThat(rig.why("wait")).startsWith("lockout:or-more");
        rig.play(61 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:may-be-over");
    }

    @Test
    void rangeOfALockout_mayBeOverBeforeItIs() {
        CodeRig rig = new CodeRig(CodeRig.rules(3, new Lockouts(1, List.of(new Wait(15, 30), new Wait(null, null)))),
                CodeRig.RATE_HERTZ).set(12.9).play(31).refuse().play(16 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:may-be-over");
        rig.play(15 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
        rig.tap("lockout");
        assertThat(rig.shown()).as("the next one locks for good").isEqualTo("entry:last-attempt");
        rig.refuse();
        assertThat(rig.shown()).isEqualTo("wait:permanent");
    }

    @Test
    void headUnitThatNobodyKnows_isCountedUp() {
        CodeRig rig = new CodeRig(CodeRules.UNKNOWN, CodeRig.RATE_HERTZ).set(12.9).play(31);
        assertThat(rig.why("entry")).contains("attempts:unknown");
        rig.refuse();
        assertThat(rig.shown()).isEqualTo("wait:counting-up");
        assertThat(rig.why("wait")).startsWith("lockout:unknown ignition:unknown");
        assertThat(rig.enter("lockout", "20")).isEmpty();
        rig.play(19.5 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:may-be-over");
        rig.play(1 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
    }

    @Test
    void radioThatIsFoundLocked_isWaitedForAtOnce() {
        CodeRig rig = CodeRig.known().play(2);
        assertThat(rig.enter("code", "locked")).isEmpty();
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        assertThat(rig.figure("refusedCodes")).as("as many as it takes").isEqualTo(3);
    }

    @Test
    void lockoutOfAnEarlierJob_goesOnFromItsBeginning() {
        CodeRules known = CodeRig.threeThenAnHour();
        var running = new CodeRules(3, 3, 2_400L, known.lockouts(), true, null, List.of(), Map.of());
        CodeRig rig = new CodeRig(running, CodeRig.RATE_HERTZ).set(12.9).play(19 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        rig.play(2 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
    }

    @Test
    void batteryThatWillNotLast_asksForAChargerInTime() {
        CodeRig rig = locked().set(12.60).falling(0.15).play(9 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        rig.play(4 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:charger-needed");
        assertThat(rig.why("wait")).contains("low:falls critical:falls");
        assertThat(rig.evidence("wait", "low").value()).as("0.1 V at 0.15 V an hour are 40 min")
                .isBetween(20.0 * MINUTE, 40.0 * MINUTE);

        rig.set(13.5).play(30);
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        assertThat(rig.step("charger").state()).isEqualTo(State.DONE);
        assertThat(rig.why("wait")).contains("low:charging");
    }

    @Test
    void batteryThatIsLowAlready_isSaidAtOnce() {
        CodeRig rig = locked().set(12.3).play(30);
        assertThat(rig.shown()).isEqualTo("wait:charger-needed");
        assertThat(rig.why("wait")).contains("low:below");
        assertThat(rig.tap("charger")).isEmpty();
        assertThat(rig.step("charger").who()).isEqualTo("Anna");
    }

    @Test
    void powerLostInTheWait_mayHaveBegunItAnew() {
        CodeRig rig = locked().set(12.6).play(20 * MINUTE - 2).set(11.0).play(0.1).set(0).play(1.8).set(11.0).play(0.1)
                .set(12.6).event(EventKind.INTERRUPTION, 2).play(1);
        assertThat(rig.shown()).as("a slipped clamp is no discharged battery").isEqualTo("wait:timer-in-doubt");
        assertThat(rig.evidence("wait", "power").value()).isCloseTo(20 * MINUTE, within(1.0));
        assertThat(rig.evidence("wait", "lockout").limit()).isCloseTo(80 * MINUTE, within(1.0));
        rig.set(12.9).play(5 * MINUTE);
        assertThat(rig.enter("lockout", "anew")).isEmpty();
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        rig.play(54 * MINUTE);
        assertThat(rig.shown()).as("an hour from the break on").isEqualTo("wait:counting-down");
        rig.play(2 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
    }

    @Test
    void powerLostWithoutEffect_isForgotten() {
        CodeRig rig = locked().play(20 * MINUTE).event(EventKind.INTERRUPTION, 2);
        assertThat(rig.enter("lockout", "goes-on")).isEmpty();
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        rig.play(41 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
    }

    @Test
    void restartOfTheBay_goesOnFromTheStoredBeginning() {
        CodeRig rig = locked().play(20 * MINUTE).restart(60, 7_000_000_000L);
        assertThat(rig.shown()).isEqualTo("wait:timer-in-doubt");
        assertThat(rig.why("wait")).contains("power:not-watched");
        assertThat(rig.figure("refusedCodes")).isEqualTo(3);
        rig.enter("lockout", "goes-on");
        rig.play(38 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:counting-down");
        rig.play(2 * MINUTE);
        assertThat(rig.shown()).isEqualTo("wait:over");
    }

    @Test
    void doubtOfAnEarlierBoot_isKeptWithItsMoment() {
        CodeRig rig = locked().play(20 * MINUTE).event(EventKind.INTERRUPTION, 2).restart(60, 7_000_000_000L);
        assertThat(rig.evidence("wait", "lockout").limit()).isCloseTo(81 * MINUTE, within(2.0));
    }

    @Test
    void dateThatSettlesAfterARestart_movesTheBeginning() {
        CodeRig rig = locked().play(20 * MINUTE).restart(60, 7_000_000_000L);
        rig.entry.relabelled(600_000_000_000L);
        rig.enter("lockout", "goes-on");
        rig.play(30 * MINUTE);
        assertThat(rig.shown()).as("ten minutes more had passed than the clock knew").isEqualTo("wait:over");
    }

    @Test
    void restartBeforeTheCode_measuresAnewAndKeepsTheCount() {
        CodeRig rig = CodeRig.known().play(31).refuse().refuse().restart(10, 3_000_000_000L);
        assertThat(rig.shown()).isEqualTo("entry:measuring");
        rig.play(31);
        assertThat(rig.shown()).isEqualTo("entry:last-attempt");
    }

    @Test
    void whatCannotBeTaken_isRefusedWithoutRepeatingIt() {
        CodeRig rig = CodeRig.known().play(31);
        assertThat(rig.tap("wheels-off").orElseThrow()).startsWith("this code entry has no step \"wheels-off\"");
        assertThat(rig.tap("code")).contains("say what the radio did with the code: accepted, refused or locked");
        assertThat(rig.enter("code", "4711").orElseThrow()).doesNotContain("4711").contains("how many codes");
        assertThat(rig.tap("supply")).contains("the supply is judged by what is measured");
        assertThat(rig.tap("lockout")).contains("no lockout is being waited for");
        assertThat(rig.enter("lockout", "anew")).contains("no lockout is being waited for");
        assertThat(rig.enter("code-known", "card")).contains("step \"code-known\" takes no entry");
    }

    @Test
    void waitIsTold_seldom() {
        CodeRig rig = locked().set(12.9).falling(0.02);
        var told = rig.entry.progress();
        int changes = 0;
        for (int minute = 0; minute < 59; minute++) {
            rig.play(MINUTE);
            changes += rig.entry.progress().equals(told) ? 0 : 1;
            told = rig.entry.progress();
        }
        assertThat(changes).isLessThan(10);
    }
}
